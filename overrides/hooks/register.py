"""Holds what was built to what is expected of it, and to the register: what was published once stands where it stood,
or leads to where it is.

Runs last, over the finished folder, so that it sees what hosts will serve, whichever view made it. What is new
stops no build: `make test` asks for `make register`.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from edition.inspection.built_pages import files_in
from edition.inspection.inspector import Inspection
from edition.inspection.origins import Origin, Origins
from edition.keep.promises import RULES, Publication
from edition.keep.published import published, shown_by
from edition.problems import Problems, judged
from edition.read.settings import SETTINGS
from edition.read.typed_entries import BIBLIOGRAPHY
from read import library_of, stop_at


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keeps in `config.origins` the typed origin of each page."""
    config["origins"] = dict(origins(files, config))
    return files


def origins(files: Files, config: MkDocsConfig) -> Iterator[tuple[str, Origin]]:
    """Each page of the site with its file in docs/, or with its entry in the bibliography."""
    sources = {f"sources/{source.key}.md": source for source in library_of(config).edition.sources}
    for file in files:
        if file.src_dir == config.docs_dir:
            yield file.dest_uri, Origin(f"docs/{file.src_uri}")
        elif source := sources.get(file.src_uri):
            yield file.dest_uri, Origin(BIBLIOGRAPHY, source.line)


def written(root: Path, docs: Path) -> dict[str, str]:
    """The texts that people write, by their paths."""
    below = (file for pattern in ("*.md", "data/*.csv") for file in sorted(docs.glob(pattern)))
    files = [root / SETTINGS, root / BIBLIOGRAPHY, *below]
    return {file.relative_to(root).as_posix(): file.read_text("utf-8", "replace") for file in files}


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    library, problems, folder = library_of(config), Problems(), Path(config.site_dir)
    texts = partial(written, library.root, Path(config.docs_dir))
    inspection = Inspection(config.site_url or "")
    frozen = [shown_by(edition) for edition in library.frozen]
    site = published(folder, inspection.take)
    publication = Publication(library.register, library.redirects, site, frozen)
    problems += judged(publication, RULES)
    files = files_in(folder)
    inspection.take_files(folder, files)
    reported = library.register.keys() - site.real
    origins = Origins(config["origins"], texts)
    problems += inspection.problems(frozenset(files), origins, reported)
    stop_at(problems, "What was built must not go out.")
