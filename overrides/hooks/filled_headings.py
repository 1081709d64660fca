"""Fills headings that have no text of their own with a template: the argument, whose article it is, how to cite."""

from collections.abc import Iterator

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from edition.citing import citation
from edition.markup import PlaceLostError, after
from edition.model import Edition, Page, Paragraph

PARTS = {
    "index.md": ("argument", "link-and-cite"),
    "about.md": ("author", "this-edition", "editors-notes", "how-to-cite", "report-an-error"),
}
"""Headings by page; the template of a heading has its id for a name."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    edition: Edition = config["edition"]
    noted = list(noted_in(edition))
    for name, idents in PARTS.items():
        file = files.get_file_from_path(name)
        if file and file.page:
            base = get_relative_url(".", file.url)
            for ident in idents:
                template = env.get_template(f"partials/{ident}.html")
                part = template.render(
                    edition=edition, config=config, base=base, citation=citation,
                    page=edition.page_of(name), noted=noted,
                )  # fmt: skip
                file.page.content = under_heading(file.page.content or "", name, ident, part)
    return env


def noted_in(edition: Edition) -> Iterator[tuple[Page, Paragraph | None, str]]:
    """Every editor's note: the chapter, the paragraph that it stands after, if any, and its words."""
    for chapter in edition.chapters:
        for note in chapter.editor_notes:
            yield chapter, edition.paragraph.get(note.paragraph), note.text


def under_heading(html: str, file: str, ident: str, part: str) -> str:
    try:
        return after(html, "h2", ident, part)
    except PlaceLostError as error:
        raise PluginError(f"docs/{file}: {error}; add '## … {{ #{ident} }}'") from error
