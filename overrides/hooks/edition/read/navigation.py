"""What the navigation in mkdocs.yml names: the chapters of the article, and all pages."""

from collections.abc import Iterator, Mapping, Sequence

from edition.problems import Problems
from edition.read.settings import SETTINGS


def chapters_in(nav: object, files: Mapping[str, bytes], problems: Problems) -> list[str]:
    """The chapters of the article: the pages of the navigation's first section, in its order.

    None where nav or one of the pages is unusable: then nothing can be said of the article as a whole.
    """
    check_nav(nav, problems)
    first = nav[0] if isinstance(nav, list) and nav else None
    section = next(iter(first.values()), None) if isinstance(first, dict) else None
    if not isinstance(section, list) or not section:
        mend = "let its first entry be the section that lists the chapters"
        problems.add(SETTINGS, 0, "nav does not begin with the article", mend)
        return []
    chapters = list(nav_items(section))
    missing = [file for file in chapters if file not in files]
    for file in missing:
        if is_page(file) and f"docs/{file}" not in {problem.file for problem in problems}:
            problems.add(SETTINGS, 0, f"nav names '{file}', which docs/ lacks", "add the page")
    for file in sorted({file for file in chapters if chapters.count(file) > 1}):
        problems.add(SETTINGS, 0, f"nav names the chapter '{file}' twice", "delete one of the two")
    return [] if missing else list(dict.fromkeys(chapters))


def check_nav(nav: object, problems: Problems) -> None:
    """The navigation is a list of sections, and each section one of pages, by their files in docs/."""
    for number, section in enumerate(nav if isinstance(nav, list) else ()):
        is_article = number == 0  # of which chapters_in says whether it is a section
        name, items = named(section)
        if isinstance(items, list):
            for what, mend in section_faults(name, items):
                problems.add(SETTINGS, 0, what, mend)
        elif not is_article:
            mend = "write it below the name of a section"
            problems.add(SETTINGS, 0, f"nav: '{items}' stands in no section", mend)


def section_faults(name: str, items: Sequence[object]) -> Iterator[tuple[str, str]]:
    """What is wrong with a section of the navigation."""
    for label, item in [(name, ""), *map(named, items)]:
        if not label.strip():
            yield f"nav: '{item or items}' has no name", "write a name before the ':'"
    for label, item in map(named, items):
        if isinstance(item, list):
            yield f"nav: the section '{label}' stands in another", "write it beside the others"
        elif not is_page(str(item)):
            mend = "name one by its file, such as about.md; to an address a page may link"
            yield f"nav: '{item}' is no page of docs/", mend


def named(item: object) -> tuple[str, object]:
    """An entry of the navigation as its name and what it names; a page by its file alone has that for a name."""
    if isinstance(item, dict):
        return next(((str(name), named) for name, named in item.items()), ("", ""))
    return str(item), item


def is_page(item: str) -> bool:
    """Whether an entry of the navigation names a file that may be a page, and no address."""
    return item.endswith(".md") and ":" not in item


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
