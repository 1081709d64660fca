"""What the navigation in mkdocs.yml names: the chapters of the article, and all pages."""

from collections.abc import Collection, Iterator, Sequence

from edition.problems import Problem, Problems, did_you_mean
from edition.read.settings import SETTINGS, fact

NAV = fact("nav")
"""The fact that the chapters are known, in their order."""


def chapters_in(nav: object, problems: Problems) -> list[str]:
    """The chapters of the article: the pages of the navigation's first section, in its order; also those that docs/
    lacks."""
    problems += entry_problems(nav)
    first = nav[0] if isinstance(nav, list) and nav else None
    section = next(iter(first.values()), None) if isinstance(first, dict) else None
    if not isinstance(section, list) or not section:
        remedy = "let its first entry be the section that lists the chapters"
        problems.add(SETTINGS, 0, "nav does not begin with the article", remedy, NAV)
        return []
    chapters = list(nav_items(section))
    for file in sorted({file for file in chapters if chapters.count(file) > 1}):
        what = f"nav names the chapter '{file}' twice"
        problems.add(SETTINGS, 0, what, "delete one of the two")
    return list(dict.fromkeys(chapters))


def missing_pages(
    nav: object, chapters: Collection[str], files: Collection[str]
) -> Iterator[Problem]:
    """Each page that the navigation names is a file of docs/, or one that the build makes; where it seems to be
    mistyped, the one that is meant is no other mistake."""
    unnamed = set(files) - {*nav_items(nav)}
    for file in nav_items(nav):
        if is_page(file) and file not in files:
            remedy = did_you_mean(file, unnamed, "add the page")
            near = {named_in_nav(other) for other in unnamed if f"'{other}'" in remedy}
            spoils = {f"docs/{file}", *near} | ({NAV} if file in chapters else set())
            what = f"nav names '{file}', which docs/ lacks"
            yield Problem(SETTINGS, 0, what, remedy, spoils)


def named_in_nav(file: str) -> str:
    """The fact that it is known whether the navigation names a page."""
    return f"{NAV}: {file}"


def unnamed_pages(unnamed: Collection[str], chapters: Collection[str]) -> Iterator[Problem]:
    """The navigation names each page of docs/; some of those that it does not name seem to be chapters."""
    for file in unnamed:
        remedy = f"add it to nav in {SETTINGS}, or delete the page"
        spoils = {NAV} if file in chapters else set()
        what, facts = "nav does not name this page", {named_in_nav(file)}
        yield Problem(f"docs/{file}", 0, what, remedy, spoils, facts)


def entry_problems(nav: object) -> Iterator[Problem]:
    """The navigation is a list of sections, and each section one of pages, by their files in docs/."""
    for number, section in enumerate(nav if isinstance(nav, list) else ()):
        is_article = number == 0  # of which chapters_in says whether it is a section
        name, items = named(section)
        if isinstance(items, list):
            yield from section_problems(name, items)
        elif not is_article:
            what = f"nav: '{items}' stands in no section"
            yield Problem(SETTINGS, 0, what, "write it below the name of a section")


def section_problems(name: str, items: Sequence[object]) -> Iterator[Problem]:
    """A section and its pages have names; each page is a file of docs/, and no section stands in another."""
    for label, item in [(name, ""), *map(named, items)]:
        if not label.strip():
            what = f"nav: '{item or items}' has no name"
            yield Problem(SETTINGS, 0, what, "write a name before the ':'")
    for label, item in map(named, items):
        if isinstance(item, list):
            what = f"nav: the section '{label}' stands in another"
            yield Problem(SETTINGS, 0, what, "write it beside the others")
        elif not is_page(str(item)):
            what = f"nav: '{item}' is no page of docs/"
            remedy = "name one by its file, such as about.md; to an address a page may link"
            yield Problem(SETTINGS, 0, what, remedy)


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
