"""Nothing of this one article stands in code: its title, its author, its days, its sources, its pages, its numbers."""

import re
from collections.abc import Iterator

import real
from edition.model import PARAGRAPH_ID, Edition, Source
from edition.words import ENGLISH
from project import ROOT, settings

OVERRIDES = ROOT / "overrides"
ENDINGS = {".py", ".html", ".js", ".css", ".xml", ".md", ".json", ".svg"}


def of_the_article(article: Source) -> Iterator[str]:
    """What the entry of the article says of it: names, days in each form, and runs of two words of its titles."""
    for person in article.persons["author"]:
        yield from (person.family, person.given)
    yield from (article.get("origauthor"), article.get("journaltitle"))
    for day in (article.day, article.month):
        yield from (day, day.replace("-", ""), ENGLISH.dates.printed(day))
    yield from pairs(article.title)


def pairs(title: str) -> Iterator[str]:
    """Each two words of a title that stand beside each other, and each two that a dash joins to others."""
    for words in (re.findall(r"[\w–-]+", title), re.findall(r"\w+", title)):
        yield from (f"{one} {other}" for one, other in zip(words, words[1:], strict=False))


def of_the_edition(edition: Edition) -> Iterator[str]:
    """What is the edition's alone: its chapters, its sources and its bodies, the numbers that it holds."""
    chapters = [chapter for chapter in edition.chapters if not chapter.is_home]
    yield from (form for c in chapters for form in (f"{c.title}, ", c.file, c.address))
    yield edition.languages_of_sources
    yield from edition.source
    for body in real.institutions().values():
        yield from (name.text for name in body.names if len(name.text) > 3)
    counts = {len(edition.paragraph): "paragraphs", len(edition.notes): "notes"}
    counts |= {len(edition.cited_sources): "sources", len(edition.sources): "entries"}
    yield from (f"{count} {things}" for count, things in counts.items())


def of_the_settings() -> Iterator[str]:
    set_here = settings()
    example = set_here["extra"]["edition"]["example"]
    assert PARAGRAPH_ID.fullmatch(example)
    yield from (set_here["extra"]["short_title"], example, f"para. {example[1:]}")
    yield from pairs(set_here["site_name"])


def own_words() -> set[str]:
    article = real.edition().article
    assert article
    found = {*of_the_article(article), *of_the_edition(real.edition()), *of_the_settings()}
    return found - {""}


def found_in(text: str, words: set[str]) -> list[str]:
    """Those words that stand in a text, whatever their capitals, with the line."""
    alike = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len)[::-1])
    found = re.finditer(alike.replace(r"/(?!\w)", "/"), text, re.IGNORECASE)
    return [f"{text.count(chr(10), 0, one.start()) + 1}: {one[0]}" for one in found]


def test_nothing_of_this_article_stands_in_code() -> None:
    words = own_words()
    files = [file for file in sorted(OVERRIDES.rglob("*")) if file.suffix in ENDINGS]
    found = {
        file.relative_to(OVERRIDES).as_posix(): found_in(file.read_text(encoding="utf-8"), words)
        for file in files
    }
    assert len(files) > 150 and {file: lines for file, lines in found.items() if lines} == {}


def test_the_facts_that_once_stood_in_code_are_looked_for() -> None:
    stood = "China–Latin America, Digital Silk Road, 2019-07-20, 20 July 2019, Lou Xiangfei, p25, roadmap/#x, CEPAL"
    assert len(found_in(stood, own_words())) == 9
