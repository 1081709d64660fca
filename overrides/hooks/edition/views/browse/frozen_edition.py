"""The edition as it is kept for good: pages that need nothing but each other and one style sheet, and run nothing.

Made in a build with FREEZING=1 alone, where it will stand. To programs a page of it is no copy of the live page: it has
no canonical address, and asks not to be indexed. Reference managers are told what the live page tells them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from edition.cite.formats.citation_tags import edition_tags
from edition.contents import about_sections
from edition.contents.records import record_of
from edition.contents.under_headings import under_headings
from edition.keep.freezing import Kept, kept_ids
from edition.keep.frozen_editions import DATA, SCHEMA
from edition.keep.manifest import MANIFEST, manifest
from edition.library import Library
from edition.look import icon
from edition.look.asset_words import facts_of, style_with_words
from edition.look.bundles import FOLDER, as_it_stands, style_of
from edition.model import SOURCES_PAGE, Edition, Page
from edition.model.inline import plain, source_titles
from edition.outputs import File, Shown, Site, Views, shown_on, way
from edition.problems import Problems
from edition.views.text.catalogue import catalogue
from edition.write.edition_data import edition_json
from edition.write.elements import as_html
from edition.write.page_body import Additions, frozen_body

SHOWN = ("notes", "neighbours", "related", "how_to_cite", "editions")
"""The views of which a frozen page shows something, as the live page does."""
STYLED = {*SHOWN, "catalogue", "source_pages"}
"""The views whose style sheets set a frozen page."""
STYLES = ("tokens", "base", "chapter", "home", "about", "sources", "print", "frozen")
"""The folders of style sheets that set a frozen edition, in their order."""
ICON = "overrides/assets/images/icon.svg"
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
STYLE = "edition.css"

TURN = 1
"""After the views whose pages it keeps."""


@dataclass(frozen=True)
class FrozenPage(Shown):
    """A page of a frozen edition, whose links lead within it."""

    kept: Kept

    @property
    def is_frozen(self) -> bool:
        return True

    def way_to(self, address: str) -> str:
        return self.kept.way(self.address, f"/{address}")


def view(site: Site) -> Iterator[File]:
    library = site.library
    if library.is_freezing:
        edition = replace(library.edition, has_source_pages=False)
        kept = replace(site, library=replace(library, edition=edition))
        files = {**pages(kept), **data(kept), STYLE: style(library)}
        files[MANIFEST] = manifest(files).encode()
        folder = f"editions/{edition.settings.date}/"
        yield from (File(f"{folder}{path}", content) for path, content in files.items())


def pages(site: Site) -> dict[str, bytes]:
    """The pages, by the paths of their files."""
    library, edition = site.library, site.library.edition
    listed = list(kept_pages(site))
    kept = Kept({page.address: kept_ids(page, edition) for page in listed}, {DATA, SCHEMA})
    same_on_each = {
        "edition": edition,
        "pages": [(page.address, label(page, edition)) for page in listed],
        "icon": icon.address((library.root / ICON).read_bytes()),
        "untranslated": "",
    }
    return {
        f"{page.address}index.html": page_html(page, kept, site, same_on_each) for page in listed
    }


def kept_pages(site: Site) -> Iterator[Page]:
    """The chapters, the sources and the page about the edition."""
    edition, sources = site.library.edition, site.pages[SOURCES_PAGE]
    yield from edition.chapters
    yield Page(sources.file, sources.head)
    if about := edition.page_of(about_sections.FILE):
        yield about


def label(page: Page, edition: Edition) -> str:
    """A page's title, after the number of its chapter, if it has one."""
    number = edition.chapter_number(page) if edition.is_chapter(page) else 0
    return f"{number} {page.title}" if number else page.title


def page_html(page: Page, kept: Kept, site: Site, values: Mapping[str, object]) -> bytes:
    """A page, from the parts of which the live one is made as well; `values` are what each page's template is given."""
    library, here = site.library, FrozenPage(page.file, page.address, page.title, kept)
    chapter, views = library.edition.chapter(page.file), shown_on(here, site)
    filled = library.fill(
        "frozen.html",
        frozen=here,
        page=page,
        up="../" * page.address.count("/"),
        view=Views({name: views[name] for name in SHOWN if name in views}),
        chapter=chapter,
        chapter_number=library.edition.chapter_number(chapter) if chapter else None,
        tags=list(edition_tags(library.edition, chapter)) if chapter else [],
        body=body_of(page, here, library),
        **(listing(here, library) if page.file == SOURCES_PAGE else {}),
        **values,
    )
    return re.sub(r"\n\s*\n", "\n", filled).encode()


def listing(here: FrozenPage, library: Library) -> dict[str, object]:
    """What the list of sources shows: besides the live one's, each source's record, and what its reference calls it."""
    edition, references = library.edition, library.references.sources
    return {
        "shown": catalogue(library, here),
        "records": {
            s.key: record_of(s, edition, library.institutions, library.references.sources[s.key])
            for s in edition.sources
        },
        "titles": {
            key: plain(title.content)
            for key, reference in references.items()
            for title in source_titles(reference)
        },
    }


def body_of(page: Page, here: FrozenPage, library: Library) -> Markup:
    """The body of a page, as the frozen edition keeps it."""
    under, names = under_headings(page, page.address, library), library.foreign_names
    additions = Additions(page, library.edition, names, partial(way, page.address), under)
    root = frozen_body(additions, partial(here.kept.way, here.address))
    return Markup("\n").join(map(as_html, root))


def data(site: Site) -> dict[str, bytes]:
    """The edition as data, and what describes them."""
    text = edition_json(site.library.edition)
    return {DATA: text.encode(), SCHEMA: site.content(SCHEMA) or b""}


def style(library: Library) -> bytes:
    """The style sheet: ours, joined, without the web fonts, so that system fonts stand in."""
    edition, folder = library.edition, library.root / FOLDER / "stylesheets"
    facts, reported_by_the_build = facts_of(edition), Problems()

    def read(file: Path) -> str:
        _, *views, name = file.relative_to(folder).parts
        text = as_it_stands(file) if STYLED.issuperset(views) else ""
        return style_with_words(text, name, edition.words, facts, reported_by_the_build)

    return FACE.sub("", style_of(folder, STYLES, read)).encode()
