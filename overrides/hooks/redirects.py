"""Leads on from addresses that moved, on hosts without rules of their own: a page at each page that moved, beside it
a copy of its files, and on the page where an id was, something with this id that leads to its place: where it moved
within its page, this stands in that place. `moved.js` goes there at once.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.contents.stubs import TEMPLATE, Part, Stub, name_of, stub_text
from edition.keep.redirects import Redirects


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page at each old address, after the views have added theirs, and what such a page takes along.

    Nothing real is replaced, where hosts make no difference between capitals either.
    """
    redirects: Redirects = config["redirects"]
    said = config["edition"].words.leading
    taken = {file.url.casefold() for file in files}
    for address in redirects.pages:
        if address.casefold() not in taken:
            name = name_of(config["edition"], redirects.end(address))
            title, what = (
                said.moved_title.format(name=name),
                said.moved_description.format(name=name),
            )
            text = stub_text(title, what)
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, source(address), content=text, inclusion=level))
    for copy in list(copies(files, config)):
        files.append(copy)
    return files


def source(address: str) -> str:
    """The name of the page at an old address: in a folder of its own, so that none is taken for an index page."""
    return f"{address}index.md"


def copies(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """A copy of each file of a page that moved, at its old address: a file cannot lead on.

    MkDocs makes a page of what is named .md, so inside it goes by another name.
    """
    redirects: Redirects = config["redirects"]
    built = {file.dest_uri: file for file in files}
    taken = {name.casefold() for name in built}
    for address in config["register"]:
        if address.casefold() not in taken and (file := built.get(redirects.end(address))):
            copy = File.generated(config, f"{address}.txt", content=file.content_bytes)
            copy.dest_uri = address
            yield copy


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hands the templates where a page is now, or else where the ids are that moved from it or within it."""
    redirects: Redirects = config["redirects"]
    here = page.url or "./"
    if has_moved(page, redirects):
        context["stub"] = stub(here, config)
    else:
        moved = parts(dict(redirects.moved_ids(here)), here, config)
        context["moved"] = [part for part in moved if not part.address.startswith("#")]
        context["old_ids"] = redirects.moved_within(here)
        context["leads_on"] = any(redirects.moved_ids(here))
    return context


def has_moved(page: SitePage, redirects: Redirects) -> bool:
    """Whether this is a page of ours, which stands where another was."""
    ours = page.url in redirects.by_source and page.file.src_uri == source(page.url)
    return ours and page.meta.get("template") == TEMPLATE


def stub(here: str, config: MkDocsConfig) -> Stub:
    """What the page at an old address shows: its new place, and that of each id that it ever had."""
    redirects: Redirects = config["redirects"]
    had = [a.partition("#")[2] for a in config["register"].ids.get(here, ())]
    ids = {ident: redirects.end(f"{here}#{ident}") for ident in had}
    end = redirects.end(here)
    return Stub(
        heading=config["edition"].words.leading.moved_heading,
        address=seen_from(here, end),
        page=end.partition("#")[0].removeprefix("./"),
        name=name_of(config["edition"], end),
        parts=tuple(parts(ids | dict(redirects.moved_ids(here)), here, config)),
    )


def parts(ids: Mapping[str, str], here: str, config: MkDocsConfig) -> Iterator[Part]:
    """Ids that moved, each with the address at which it ends, as the page `here` shows them."""
    for ident, end in ids.items():
        yield Part(ident, seen_from(here, end), name_of(config["edition"], end))


def seen_from(here: str, address: str) -> str:
    """An address as a link on the page `here` has it."""
    page, mark, ident = address.partition("#")
    if mark and page == here:
        return f"#{ident}"
    return f"{get_relative_url(page, here)}{mark}{ident}"
