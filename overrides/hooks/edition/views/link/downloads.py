"""The sources as files for reference managers: each by itself, the list, and each chapter's."""

from collections.abc import Iterator

from edition.cite.export_files import export_files
from edition.outputs import File, Site


def view(site: Site) -> Iterator[File]:
    library = site.library
    for address, text in export_files(library.edition, library.references.items).items():
        yield File(address, text)
