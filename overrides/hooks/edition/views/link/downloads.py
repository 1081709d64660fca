"""The sources as files for reference managers: each by itself, the list, and each chapter's."""

from collections.abc import Iterator, Sequence

from edition.cite.export_files import OF_LIST, export_files, of_chapter, of_source
from edition.cite.formats import OF_SOURCES
from edition.contents.alternates import Alternate, alternates
from edition.model import SOURCES_PAGE, Edition
from edition.outputs import File, Shown, Site


def view(site: Site) -> Iterator[File]:
    library = site.library
    for address, text in export_files(library.edition).items():
        yield File(address, text)


def on_page(page: Shown, site: Site) -> Sequence[Alternate]:
    """The files of the sources that a page shows or cites."""
    stem = stem_of(site.library.edition, page.file)
    files = ((f"{stem}.{form.ending}", form, form.name) for form in OF_SOURCES)
    return alternates(page, (file for file in files if file[0] in site.files))


def stem_of(edition: Edition, file: str) -> str:
    """The address of a page's files without their ending; empty where it has none."""
    if source := edition.source_at(file):
        return of_source(source)
    if chapter := edition.chapter(file):
        return of_chapter(chapter)
    return OF_LIST if file == SOURCES_PAGE else ""
