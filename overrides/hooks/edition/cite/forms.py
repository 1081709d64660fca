"""The forms in which a citation of the edition, and a reference of a source, can be taken: rich and plain text,
Markdown, BibTeX, RIS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import rispy
from markupsafe import Markup
from pybtex.database import Entry, Person

from edition import model
from edition.cite.exports import as_bib, as_ris, bib_entry, tex
from edition.cite.page_metadata import remark, restated_from
from edition.cite.restated import address, citation, name_of, restates
from edition.model import Edition, Page, Paragraph, Source, inline
from edition.model.inline import Cite, Content, SourceTitle
from edition.words import Words
from edition.write.html import COPIED, Html
from edition.write.markdown import one_line

PAGES = "PAGES"


@dataclass(frozen=True)
class Forms:
    """One citation in each of its forms; `html` has titles in `i` and addresses as links, as word processors keep."""

    html: Markup
    plain: str
    markdown: str
    bibtex: str
    ris: str


def forms(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
) -> Forms:
    """A citation of the edition, a page or a paragraph; `at` is another address to end with, that of a heading."""
    found = (*citation(edition, page, paragraph, at), *inline.text("."))
    where = at or address(edition, page, paragraph)
    return Forms(
        COPIED.write(found),
        inline.words(found),
        one_line(found),
        bibtex(edition, page, paragraph, where),
        ris(edition, page, paragraph, where),
    )


def source_forms(
    source: Source, reference: Content, entry: Entry, words: Words, html: Html = COPIED
) -> Forms:
    """The reference of a source, which ends with its address, and its exports; `entry` is its BibTeX, `html` how
    rich text is written.

    In the exports `PAGES` stands for the notes that cite it, with the pages relied on.
    """
    told = bib_entry(source, entry, words)
    noted = Entry(told.type, {**told.fields, "annote": PAGES}, told.persons)
    return Forms(
        html.write(reference),
        inline.words(reference),
        one_line(reference),
        as_bib({source.key: noted}),
        as_ris([source], words).replace("ER  -", f"N1  - {PAGES}\nER  -"),
    )


def short_reference(source: Source, words: Words) -> Content:
    """A source as lists name it: its author, its title as given here, its year."""
    name = source.short_author(words)
    author = f"{name}, " if name else ""
    year = "" if source.year in source.short_title else f" ({source.year})"
    named = SourceTitle(short_title(source, words), source.key)
    return (*inline.text(author), named, *inline.text(year))


def short_title(source: Source, words: Words) -> Content:
    """The short title: a whole work's by itself, else in quotation marks."""
    title = source.short_title
    if source.is_whole_work:
        return (Cite(inline.text(title)),)
    return inline.text(words.quotes.around(title))


# For reference managers


def bibtex(edition: Edition, page: Page | None, paragraph: Paragraph | None, where: str) -> str:
    """A part of the edition as a part of a collection, the whole as one; never as the author's article."""
    facts = told(edition, page, paragraph, where)
    names = {
        "title": "title",
        "container": "booktitle",
        "date": "date",
        "url": "url",
        "note": "note",
    }
    fields = {names[name]: value for name, value in facts.items() if name in names and value}
    texts = {name: value if name == "url" else tex(value) for name, value in fields.items()}
    fields = {name: f"{{{text}}}" if "title" in name else text for name, text in texts.items()}
    kind = "incollection" if facts["container"] else "book"
    language = edition.words.language.name
    named = [Person(first=one.given, last=one.family) for one in authors(edition, page)]
    entry = Entry(
        kind, fields={**fields, "language": language, "langid": language}, persons={"author": named}
    )
    return as_bib({cite_key(edition, page, paragraph): entry})


def ris(edition: Edition, page: Page | None, paragraph: Paragraph | None, where: str) -> str:
    """The same facts in RIS, by rispy."""
    facts = told(edition, page, paragraph, where)
    record = {
        "type_of_reference": "CHAP" if facts["container"] else "BOOK",
        "authors": [f"{one.family}, {one.given}" for one in authors(edition, page)],
        "title": facts["title"],
        "secondary_title": facts["container"],
        "year": facts["date"][:4],
        "date": facts["date"].replace("-", "/") + "/",
        "language": edition.words.language.tag,
        "urls": [where],
        "notes": [facts["note"]] if facts["note"] else [],
    }
    writer = rispy.RisWriter()
    writer.set_header = lambda count: ""
    return str(writer.formats([{name: value for name, value in record.items() if value}]))


def authors(edition: Edition, page: Page | None) -> Sequence[model.Person]:
    """Those of the article, for what restates it; a page of the edition's own names none."""
    article = edition.article if restates(page) else None
    return article.persons.get("author", ()) if article else ()


def told(
    edition: Edition, page: Page | None, paragraph: Paragraph | None, where: str
) -> Mapping[str, str]:
    """What a program is told of a part of the edition."""
    return {
        "title": machine_title(edition, page, paragraph),
        "container": name_of(edition) if page else "",
        "date": edition.settings.date,
        "url": where,
        "note": remark(edition, page, paragraph) if restates(page) else "",
    }


def machine_title(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    """A title that nobody can take for the author's own: `Cranes, para. 2 (restated from Lee Min, 2020)`."""
    if page is None:
        return name_of(edition)
    if not restates(page):
        return page.title
    number = edition.words.parts.paragraph.format(number=paragraph.number) if paragraph else ""
    return restated_from(edition, ", ".join(filter(None, [page.title, number])))


def cite_key(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    """A citation key that says what it names: `lee-2020-restated-p2`."""
    name = paragraph.id if paragraph else (page.file.removesuffix(".md") if page else "edition")
    article = edition.article
    stem = article.key.split("-")[:2] if article and restates(page) else ["edition"]
    return "-".join([*stem, "restated", name] if restates(page) else [*stem, name])
