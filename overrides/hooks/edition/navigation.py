"""What the navigation in mkdocs.yml names: the chapters of the article, and all pages."""

from collections.abc import Iterator, Mapping

from edition.problems import Problems
from edition.settings import SETTINGS


def chapters_in(nav: object, files: Mapping[str, bytes], problems: Problems) -> list[str]:
    """The chapters of the article: the pages of the navigation's first section, in its order.

    None where nav or one of the pages is unusable: then nothing can be said of the article as a whole.
    """
    first = nav[0] if isinstance(nav, list) and nav else None
    section = next(iter(first.values()), None) if isinstance(first, dict) else None
    if not isinstance(section, list) or not section:
        mend = "let its first entry be the section that lists the chapters"
        problems.add(SETTINGS, 0, "nav does not begin with the article", mend)
        return []
    chapters = list(nav_items(section))
    missing = [file for file in chapters if file not in files]
    for file in missing:
        if f"docs/{file}" not in {problem.file for problem in problems}:
            problems.add(SETTINGS, 0, f"nav names '{file}', which docs/ lacks", "add the page")
    for file in sorted({file for file in chapters if chapters.count(file) > 1}):
        problems.add(SETTINGS, 0, f"nav names the chapter '{file}' twice", "delete one of the two")
    return [] if missing else list(dict.fromkeys(chapters))


def nav_items(nav: object) -> Iterator[str]:
    """All pages and addresses that a navigation names, in its order, whatever its sections."""
    if isinstance(nav, list):
        for item in nav:
            yield from nav_items(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from nav_items(item)
    elif nav is not None:
        yield str(nav)
