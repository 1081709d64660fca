"""The body of a page as the site's Markdown makes it, without a build."""

from pathlib import Path

from lxml import html
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from edition.model import Edition, Page
from edition.model.languages import ForeignNames
from edition.write.page_body import Additions
from page_text import PageText

SETTINGS = Path(__file__).resolve().parents[1] / "mkdocs.yml"
ALWAYS = ["toc", "tables", "fenced_code"]
"""What MkDocs adds to the extensions that are set."""


def body(edition: Edition, page: Page, additions: Additions | None = None) -> tuple[str, list[str]]:
    """The HTML of a page, and what is reported of it."""
    extension = PageText()
    extension.additions = additions or Additions(page, edition, ForeignNames({}, "en"))
    named = yaml_load(SETTINGS.read_text("utf-8"))["markdown_extensions"]
    options = {
        name: values for one in named if isinstance(one, dict) for name, values in one.items()
    }
    names = [name for one in named for name in ([one] if isinstance(one, str) else one)]
    every = dict.fromkeys([*ALWAYS, *names])
    markdown = Markdown(extensions=[*every, extension], extension_configs=options)
    text = markdown.convert(page.body)
    return text, extension.problems.report()


def tree(edition: Edition, page: Page, additions: Additions | None = None) -> html.HtmlElement:
    """The body of a page of which nothing is reported."""
    text, report = body(edition, page, additions)
    assert report == []
    return html.fragment_fromstring(text, create_parent="main")
