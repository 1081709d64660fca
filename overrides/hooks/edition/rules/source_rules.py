"""What an entry of references.bib must hold: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from edition.model import ENTRY_TYPES, LANGUAGES, TRANSLATED_BY, Source
from edition.model.dates import UNDATED, read_date
from edition.model.entries.entry_fields import DATES, FACTS
from edition.problems import Problem, Rule, did_you_mean
from edition.read.typed_entries import BIBLIOGRAPHY
from edition.rules.facts import presence, spelling

OURS = {
    "body", "entrysubtype", "evidence", "familyfirst", "keywords", "langid", "language", "printed", "remark",
    "shortauthor", "shorttitle", "titlerendered", "titletranslation", "titletranslationby", "unverified",
}  # fmt: skip
"""Fields in which the edition describes the source or its entry."""

KEYWORDS = {"cited", "named", "article", "version"}
ONE_WORD = ("language", "langid", "titletranslationby")
HOST = r"[\w-]+(\.[\w-]+)+(:[0-9]+)?"
URL = re.compile(rf"https?://{HOST}([/?#][^\s{{}}\\<>\"]*)?")
QUOTES = "\"'<>‘’“”«»"
NUMBERED = {
    "handle": (re.compile(r"[0-9]+(\.[0-9]+)*/[^\s{}\\]+"), "11362/38604"),
    "doi": (re.compile(r"10\.[0-9]{4,}(\.[0-9]+)*/[^\s{}\\]+"), "10.1000/182"),
}
"""Addresses that begin with a number, without the resolver's own: their form, and an example."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problem(source: Source, name: str, what: str, remedy: str) -> Problem:
    """A mistake in a field of an entry, or, where there is no such field, in the entry as a whole."""
    line = source.lines.get(name, source.line)
    return Problem(BIBLIOGRAPHY, line, f"{source.key}: {what}", remedy)


def present(source: Source) -> set[str]:
    """The names of the fields that an entry has, persons included."""
    return set(source.fields) | set(source.persons)


def key_form(source: Source) -> Iterator[Problem]:
    """A citation key is part of an address for good: small letters, digits and hyphens."""
    if not KEY.fullmatch(source.key):
        what = f"key '{source.key}' cannot be an address"
        yield problem(source, "", what, "use small letters, digits and hyphens")


def known_type(source: Source) -> Iterator[Problem]:
    """An entry's type is one that every export format knows."""
    if source.type not in ENTRY_TYPES:
        remedy = did_you_mean(source.type, ENTRY_TYPES, f"use one of {', '.join(ENTRY_TYPES)}")
        yield problem(source, "", f"unknown entry type '@{source.type}'", remedy)


def known_fields(source: Source) -> Iterator[Problem]:
    """An unknown field is a spelling mistake."""
    for name in sorted(present(source) - FACTS - OURS):
        remedy = did_you_mean(name, FACTS | OURS, "delete it, or add it to source_rules.py")
        meant = get_close_matches(name, sorted(FACTS | OURS), n=1)
        spoils = {spelling(source, near) for near in meant}
        yield replace(problem(source, name, f"unknown field '{name}'", remedy), spoils=spoils)


def required_fields(source: Source) -> Iterator[Problem]:
    """Each entry has the fields that its type requires, a language and keywords."""
    required = ENTRY_TYPES[source.type].required if source.type in ENTRY_TYPES else ()
    for name in (*required, "language", "langid", "keywords"):
        if not source.has(name):
            what, remedy = f"missing required field '{name}'", f"add '{name} = {{…}},' to the entry"
            facts, spoils = {spelling(source, name)}, {presence(source, name)}
            missing = problem(source, name, what, remedy)
            yield replace(missing, spoils=spoils, rests_on=facts)


def texts_of(source: Source) -> dict[str, str]:
    """The text of each field of an entry, by the field's name; persons included."""
    names = {r: " ".join(n.family + n.given for n in ns) for r, ns in source.persons.items()}
    return {**source.fields, **names}


def matching_braces(source: Source) -> Iterator[Problem]:
    """Braces come in pairs; any left over would be read as text."""
    for name, text in texts_of(source).items():
        if name != "evidence" and re.search(r"[{}]", text):
            yield problem(
                source,
                name,
                f"braces in '{name}' do not match",
                "close each brace that the field opens",
            )


def web_address(source: Source) -> Iterator[Problem]:
    """A url is an http(s) address, typed as it is."""
    url = source.get("url")
    framed = list(framing(source, "url"))
    yield from framed
    if url and not (framed or URL.fullmatch(url)):
        remedy = "write an address that begins with http:// or https://, without spaces or TeX"
        yield problem(source, "url", f"url '{url}' is not an http(s) address", remedy)


def numbered_addresses(source: Source) -> Iterator[Problem]:
    """A handle or DOI is the number alone, without the resolver's address."""
    for name, (form, example) in NUMBERED.items():
        number = source.get(name)
        framed = list(framing(source, name))
        yield from framed
        if number and not (framed or form.fullmatch(number)):
            what = f"{name} '{number}' cannot be read"
            yield problem(source, name, what, f"write it as {example}")


def framing(source: Source, name: str) -> Iterator[Problem]:
    """An address is not copied with the sentence around it: no quotation marks, no punctuation at its end."""
    address = source.get(name)
    quote = next((sign for sign in address if sign in QUOTES), "")
    if address.endswith((".", ",", ";")) and re.search(r"\w", address):
        what = f"{name} '{address}' ends in '{address[-1]}'"
        yield problem(source, name, what, "take that off its end")
    elif quote:
        remedy = "take it out, or write it percent-encoded where it belongs to the address"
        yield problem(source, name, f"{name} holds the sign {quote} in '{address}'", remedy)


def date_form(source: Source) -> Iterator[Problem]:
    """A date is one, or a range of two, as `model/dates.py` has them."""
    for name in DATES:
        text = source.get(name)
        try:
            read_date(text or UNDATED)
        except ValueError as error:
            what, _, remedy = str(error).partition("; ")
            yield problem(source, name, f"{name} '{text}' {what}", remedy)


def known_words(source: Source) -> Iterator[Problem]:
    """Languages, keywords and translators are words of a fixed list."""
    for name, known in (("language", set(LANGUAGES)), ("langid", set(LANGUAGES)),
                        ("keywords", KEYWORDS), ("titletranslationby", TRANSLATED_BY)):  # fmt: skip
        for word in source.listed(name):
            if word not in known:
                remedy = did_you_mean(word, known, f"use one of {', '.join(sorted(known))}")
                unknown = problem(source, name, f"unknown {name} '{word}'", remedy)
                yield replace(unknown, spoils={presence(source, name)})


def single_words(source: Source) -> Iterator[Problem]:
    """Fields that hold one word, such as the language, hold no more."""
    for name in ONE_WORD:
        if len(source.listed(name)) > 1:
            yield problem(
                source,
                name,
                f"{name} '{source.get(name)}' is more than one word",
                "keep one of them",
            )


def names_turned(source: Source) -> Iterator[Problem]:
    """'familyfirst' names only roles, such as author, in which the entry has persons."""
    for role in source.listed("familyfirst"):
        if role not in source.persons:
            has = " or ".join(f"'{name}'" for name in sorted(source.persons))
            remedy = f"write {has}" if has else "delete it: the entry names no person"
            yield problem(
                source, "familyfirst", f"familyfirst names '{role}', and the entry has none", remedy
            )


def translated_title(source: Source) -> Iterator[Problem]:
    """A title that is not English has an English translation, and says whose it is."""
    if source.get("langid") not in ("", "english") and not source.get("titletranslation"):
        yield problem(
            source,
            "title",
            "the title is not English and has no translation",
            "add 'titletranslation'",
        )
    if source.get("titletranslation") and not source.get("titletranslationby"):
        remedy = "add 'titletranslationby = {publisher}' or '{edition}'"
        yield problem(source, "titletranslation", "nobody is named for the translation", remedy)


def accounted_for(source: Source) -> Iterator[Problem]:
    """Each fact says how sure it is: printed in the note, seen elsewhere (evidence), or unverified."""
    named = [*source.listed("printed"), *source.evidence, *source.listed("unverified")]
    for name in sorted(facts(source)):
        if named.count(name) != 1:
            what = f"'{name}' is accounted for {named.count(name)} times"
            remedy = "name it once, in 'printed', 'evidence' or 'unverified'"
            yield problem(source, name, what, remedy)
    for name in sorted(set(named) - facts(source)):
        what = f"'{name}' is accounted for, but the entry has no such fact"
        unknown = problem(source, "printed", what, "add the field, or take its name out")
        yield replace(unknown, rests_on={spelling(source, name), presence(source, name)})


def facts(source: Source) -> set[str]:
    """The names of the fields that hold bibliographic facts; a translated title is one unless the edition made it."""
    is_theirs = source.get("titletranslationby") in TRANSLATED_BY - {"edition"}
    theirs = {"titletranslation"} if is_theirs else set()
    return present(source) & (FACTS | theirs)


RULES: tuple[Rule[Source], ...] = (
    key_form, known_type, known_fields, required_fields, matching_braces,
    web_address, numbered_addresses, date_form, known_words, single_words, names_turned, translated_title,
    accounted_for,
)  # fmt: skip
