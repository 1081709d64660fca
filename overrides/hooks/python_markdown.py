"""Has Python-Markdown make the body of each page of docs/ from the text that the model was read from, and hold it
against the model.

The parser of mkdocs-bibtex has to find the same citations in each page as the model. It formats none: its styles know
neither reports nor pages of the web.
"""

from collections import Counter
from functools import partial

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs_bibtex.citation import CitationBlock

from edition.contents.under_headings import under_headings
from edition.model import Page
from edition.outputs import way
from edition.read.front_matter import front_matter
from edition.rules.agreement import citable, other_keys
from edition.write.page_body import Additions
from page_text import PageText
from read import library_of, stop_at


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Adds the extension to the site's Markdown."""
    config["page_text"] = PageText()
    config.markdown_extensions.append(config["page_text"])
    return config


def on_page_read_source(page: SitePage, config: MkDocsConfig) -> str | None:
    """The text that the model has, so that MkDocs does not read the file again, or its front matter differently."""
    own = library_of(config).edition.page_of(page.file.src_uri)
    return front_matter(**own.meta) + own.typed if own else None


@event_priority(100)
def compare(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Compares the citations of mkdocs-bibtex's parser with the model's; runs before the plugin, which then gets an
    empty page."""
    if own := library_of(config).edition.page_of(page.file.src_uri):
        config["page_text"].problems += other_keys(own, keys_in(markdown))
    return "" if own else markdown


def keys_in(markdown: str) -> Counter[str]:
    """The keys of sources that a page cites, as the parser of mkdocs-bibtex reads it."""
    blocks = CitationBlock.from_markdown(citable(markdown))
    return Counter(citation.key for block in blocks for citation in block.citations)


@event_priority(-100)
def hand_over(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Gives Python-Markdown the model's text and additions of the page that it converts next; runs after
    mkdocs-bibtex."""
    own = library_of(config).edition.page_of(page.file.src_uri)
    config["page_text"].additions = additions(own, page, config) if own else None
    return own.body if own else markdown


def additions(own: Page, page: SitePage, config: MkDocsConfig) -> Additions:
    """The additions to a page: what is put into it beside its text."""
    library = library_of(config)
    under = under_headings(own, page.url, library)
    way_to = partial(way, page.url)
    old_ids = library.redirects.moved_within(page.url or "./")
    return Additions(own, library.edition, library.foreign_names, way_to, under, old_ids)


on_page_markdown = CombinedEvent(compare, hand_over)


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Raises PluginError where the model and another parser have read a page differently."""
    stop_at(config["page_text"].problems)
    return env
