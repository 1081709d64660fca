"""The filters over the catalogue: what can be chosen, and how many sources each choice leaves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.model import Edition, Source
from edition.read.institutions import Institution


@dataclass(frozen=True)
class Facet:
    """A filter: its name, its label, and its choices as (value, label, number of sources)."""

    name: str
    label: str
    choices: tuple[tuple[str, str, int], ...]


def facets(
    found: Sequence[Source], known: Mapping[str, Institution], edition: Edition
) -> Iterator[Facet]:
    """The filters over the list, with how many sources each choice leaves."""
    said = edition.words
    names = said.catalogue
    bodies = Counter(body for e in found for body in e.listed("body"))
    labels = {key: institution.label for key, institution in known.items()}
    yield Facet("institution", names.institution, labelled(bodies, labels))
    types = Counter(e.type for e in found)
    yield Facet("type", names.type, labelled(types, said.sources.types))
    languages = Counter(e.get("language") for e in found)
    yield Facet("language", names.language, labelled(languages, said.sources.languages))
    years = Counter(e.year for e in found)
    yield Facet("year", names.year, tuple((y, y, years[y]) for y in sorted(years, reverse=True)))
    chapters = Counter(title for e in found for title in chapters_of(e, edition))
    order = [chapter.title for chapter in edition.chapters if chapter.title in chapters]
    yield Facet("chapter", names.chapter, tuple((t, t, chapters[t]) for t in order))


def chapters_of(source: Source, edition: Edition) -> tuple[str, ...]:
    """The titles of the chapters that rely on a source."""
    return tuple(dict.fromkeys(use.chapter.title for use in edition.uses[source.key]))


def labelled(counts: Counter[str], labels: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    """Choices in the order of their labels."""
    return tuple(
        sorted(((v, labels[v], n) for v, n in counts.items()), key=lambda choice: choice[1])
    )
