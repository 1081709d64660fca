"""What the edition may cost: each measure of a run beside its budget. Pure: numbers in, rows out."""

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from bench.phone import SLOWED
from bench.reading import HOVER, KINDS, SITES, Samples
from bench.serving import ROUND_TRIP
from bench.table import Cells, Row, aligned

FIRST_SEARCH = ROUND_TRIP + 100


def reading_rows(samples: Samples) -> Iterator[Row]:
    """What a reader waits for, against bare HTML and plain Material."""
    paint, largest = "first paint", "largest paint"
    yield against(samples, "First contentful paint", paint, "floor", 1.3)
    yield against(samples, "First contentful paint", paint, "plain", 0.6)
    yield against(samples, "Largest contentful paint", largest, "floor", 1.4)
    yield against(samples, "Largest contentful paint", largest, "plain", 0.65)
    for visit, when in (("first visit", ""), ("second visit", ", second visit")):
        blocking, shift = samples["ours", f"blocking{when}"], samples["ours", f"shift{when}"]
        yield Row(f"Total blocking time, {visit}", median(blocking), 10, " ms")
        yield Row(f"Layout shift, {visit}", max(shift), 0, "", 3, "the worst round")
    yield Row(
        "Requests of a first visit", max(samples["ours", "requests"]), 6, "", 0, "without icons"
    )
    yield against(samples, "Bytes of a first visit", "bytes", "plain", 0.9, " B")
    yield against(
        samples, "Bytes of a first visit, without fonts", "bytes without fonts", "plain", 0.25, " B"
    )
    yield against(samples, "Next chapter, from click to paint", "next", "floor", 1.25)
    yield against(
        samples, f"Next chapter, after {HOVER} ms of hover", "next after a hover", "floor", 0.7
    )
    for kind in KINDS:
        yield against(
            samples, f"First contentful paint, {kind}", f"first paint, {kind}", "floor", 1.4
        )


SHORT = {
    "first contentful paint": ("first paint", " ms"),
    "largest contentful paint": ("largest paint", " ms"),
    "next chapter, from click to paint": ("next", " ms"),
    "total blocking time": ("blocking", " ms"),
    "requests": ("requests", ""),
    "bytes": ("bytes", ""),
    "bytes without fonts": ("bytes without fonts", ""),
}
"""What README.md tells of the three sites, and the measure that it stands for."""


def summary(samples: Samples) -> Iterator[str]:
    """The medians of the three sites side by side, as README.md has them."""
    lines: list[Cells] = [("median", *SITES)]
    for name, (measure, unit) in SHORT.items():
        found = (samples.get((site, measure)) for site in SITES)
        lines.append((name, *(f"{median(one):,.0f}{unit}" if one else "" for one in found)))
    yield from aligned(lines)


def against(
    samples: Samples, name: str, measure: str, other: str, most: float, unit: str = " ms"
) -> Row:
    """The median of ours as a multiple of another site's, from the same rounds."""
    ours, theirs = (median(samples[site, measure]) for site in ("ours", other))
    told = f"{ours:,.0f} to {theirs:,.0f}{unit}"
    return Row(f"{name}, × {other}", ours / theirs, most, " ×", 2, told)


def spread(samples: Samples) -> Iterator[str]:
    """How far the rounds of each site lie apart: what is nearer than that says nothing."""
    for site in SITES:
        times = samples[site, "first paint"]
        low, middle, high = quartiles(times)
        yield (
            f"First contentful paint, {site}: median {middle:,.0f} ms, half of {len(times)} rounds "
            f"within {low:,.0f}–{high:,.0f}, all within {min(times):,.0f}–{max(times):,.0f}"
        )


def quartiles(times: Sequence[float]) -> list[float]:
    return quantiles(times, n=4, method="inclusive") if len(times) > 1 else [*times] * 3


def typeface_rows(misses: int, visits: int) -> Iterator[Row]:
    told = f"of {visits} visits on a line without delay"
    yield Row("First paints without the web fonts", misses, visits // 10, "", 0, told)


def search_rows(first: Sequence[float], later: Sequence[float]) -> Iterator[Row]:
    told = "the key that opens it, and a word typed at once"
    yield Row("Search, to the first result", median(first), FIRST_SEARCH, " ms", 0, told)
    told = f"processor slowed {SLOWED} times; 95 of 100 within {high(later):,.0f} ms"
    yield Row("Search, each later key", median(later), 50, " ms", 0, told)


def high(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1]


def fault_rows(faults: Sequence[str]) -> Iterator[Row]:
    yield Row("Policy violations, errors, requests elsewhere", len(faults), 0)


def building_rows(plain: float, kept: float, fresh: float) -> Iterator[Row]:
    """Seconds of a build, of ours with what earlier ones kept and without."""
    for name, ours, most in (
        ("with references and fonts kept", kept, 2),
        ("with nothing kept", fresh, 8),
    ):
        told = f"{ours:.2f} to {plain:.2f} s"
        yield Row(f"A build {name}, × plain", ours / plain, most, " ×", 1, told)


def saving_rows(plain: float, ours: float) -> Iterator[Row]:
    yield Row(
        "From a saved edit to a painted page, × plain",
        ours / plain,
        None,
        " ×",
        1,
        f"{ours:.2f} to {plain:.2f} s",
    )
