"""Makes the page of all sources, /sources/: one section a source, its id the citation key, and where it is cited."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.citeproc import Reference, References
from edition.markup import with_languages
from edition.model import SOURCES_PAGE, Edition, Source, Use

TRANSLATED_BY = {"publisher": "the publisher’s title", "edition": "our translation"}
NAMES = {
    "english": "English",
    "spanish": "Spanish",
    "portuguese": "Portuguese",
    "chinese": "Chinese",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    markdown = sources_page(config["edition"], config["references"])
    files.append(File.generated(config, SOURCES_PAGE, content=markdown))
    return files


def sources_page(edition: Edition, references: References) -> str:
    """The page as Markdown: the article, then the sources that notes cite, then those that the text names."""
    cited, named = edition.cited_sources, edition.named_sources
    parts = [opening(len(cited), len(named))]
    if edition.article:
        parts += [
            "## The restated article { #article }",
            section(edition.article, edition, references),
        ]
    for title, ident, group in (
        ("Cited by the notes", "cited", cited),
        ("Named in the text", "named", named),
    ):
        parts.append(f"## {title} {{ #{ident} }}")
        ordered = sorted(group, key=lambda source: sort_key(references.sources[source.key]))
        parts += [section(source, edition, references) for source in ordered]
    return "\n\n".join(parts) + "\n"


def opening(cited: int, named: int) -> str:
    return (
        '---\ntitle: "Sources"\n'
        f'description: "The {cited} sources that the notes cite and the {named} that the text names, '
        'each with the paragraphs and pages that rely on it."\n'
        f'standfirst: "The {cited} works that the article cites, and {named} documents that it names. '
        'Each shows the paragraphs that rely on it, and on which pages."\n---'
    )


def sort_key(reference: Reference) -> str:
    """The reference's words without accents, capitals, tags and marks: lists go by these."""
    words = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", "", reference.marked))
    return "".join(c for c in words if c.isalnum() or c == " ").casefold()


def section(source: Source, edition: Edition, references: References) -> str:
    """One source: heading, formatted reference, what is known of it, and its uses."""
    rows = [*facts(source), *uses(edition.uses[source.key])]
    reference = references.sources[source.key].html(
        lambda key: cite(edition.source[key]), "</cite>"
    )
    return "\n\n".join(
        [
            f"### {plain(source.short_title)} {{ #{source.key} }}",
            f'<p class="reference">{with_languages(reference)}</p>',
            "\n\n".join(f"{name}\n{body}" for name, body in rows),
        ]
    )


def cite(source: Source) -> str:
    return f'<cite lang="{source.title_language}">'


def facts(source: Source) -> Iterator[tuple[str, str]]:
    """What is known of a source beside its reference, each fact with how sure it is."""
    yield "Language", row(NAMES[source.get("language")])
    if source.get("titletranslation"):
        whose = TRANSLATED_BY[source.get("titletranslationby")]
        yield (
            "In English",
            row(
                f"{plain(source.get('titletranslation'))} ({whose}){doubt(source, 'titletranslation')}"
            ),
        )
    if source.get("titlerendered"):
        yield "Title", row("in English, as rendered in the article")
    for name, label in FACTS.items():
        if source.get(name):
            yield label, row(plain(source.get(name)) + doubt(source, name))
    if source.get("url"):
        yield "Address", row(f"<{source.get('url')}>{doubt(source, 'url')}")
    if source.get("handle"):
        yield (
            "Handle",
            row(f"<https://hdl.handle.net/{source.get('handle')}>{doubt(source, 'handle')}"),
        )
    if source.get("remark"):
        yield "Remark", row(plain(source.get("remark")))


FACTS: Mapping[str, str] = {
    "origtitle": "Original title",
    "publishedtitle": "Title as published",
    "origauthor": "Author’s name in Chinese",
    "contributors": "Further persons",
    "number": "Number",
    "docnumbers": "Document numbers",
}


def doubt(source: Source, name: str) -> str:
    return " (not verified)" if name in source.listed("unverified") else ""


def uses(found: tuple[Use, ...]) -> Iterator[tuple[str, str]]:
    """Where the edition relies on a source: chapter, paragraph and pages of each use."""
    if found:
        name = "Cited in" if found[0].note else "Named in"
        yield name, "\n".join(row(use_link(use)) for use in found)


def use_link(use: Use) -> str:
    address = f"{use.chapter.file}#{use.paragraph.id}"
    link = f"[{plain(use.chapter.title)}, para. {use.paragraph.number}]({address})"
    return f"{link}, {use.locator}" if use.locator else link


def row(text: str) -> str:
    """A line of a definition list."""
    return f":   {text}"


def plain(text: str) -> str:
    """Text that Markdown shall print as it is, its Chinese marked."""
    return with_languages(re.sub(r"([\\`*_\[\]{}#~^])", r"\\\1", escape(text, quote=False)))
