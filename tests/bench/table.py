"""The table that the bench prints: a row a measure, each beside its budget."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Cells = tuple[str, ...]
HEAD: Cells = ("measure", "measured", "budget", "")


@dataclass(frozen=True)
class Row:
    """One measure: its value and the most that it may be, if there is a limit."""

    name: str
    value: float
    most: float | None = None
    unit: str = ""
    places: int = 0
    told: str = ""
    """What the value was made from."""

    @property
    def is_over(self) -> bool:
        return self.most is not None and round(self.value, self.places) > self.most

    @property
    def cells(self) -> Cells:
        measured = f"{self.value:,.{self.places}f}{self.unit}" + (
            f" ({self.told})" * bool(self.told)
        )
        if self.most is None:
            return self.name, measured, "", ""
        budget = f"≤ {self.most:,.{self.places}f}{self.unit}" if self.most else "none"
        return self.name, measured, budget, "OVER" if self.is_over else "ok"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as a table in Markdown, its columns aligned for the terminal."""
    yield from aligned([HEAD, *(row.cells for row in rows)])


def aligned(cells: Sequence[Cells]) -> Iterator[str]:
    """Lines of cells, the first of which is the head."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in cells]
    yield lines[0]
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield from lines[1:]


def verdict(rows: Iterable[Row]) -> str:
    """What is over its budget, in one line; empty where nothing is."""
    over = [row.name for row in rows if row.is_over]
    return f"Over budget, {len(over)}: {'; '.join(over)}" if over else ""
