"""What an entry of references.bib must hold: one generator of problems a rule, its docstring the rule."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from urllib.parse import unquote

from edition.model import ENTRY_TYPES, LANGUAGES, TRANSLATED_BY, Source
from edition.model.entries.entry_fields import FACTS
from edition.model.entries.entry_types import INSTEAD
from edition.problems import Problem, Rule
from edition.read.bibliography import KEYWORDS
from edition.read.sources.field_names import OURS, PLACELESS, VERBATIM
from edition.read.sources.values.tex import plain_address
from edition.read.typed_entries import BIBLIOGRAPHY, inherited
from edition.rules.facts import presence, spelling

ONE_WORD = ("language", "langid", "titletranslationby")
HOST = r"[\w-]+(\.[\w-]+)+(:[0-9]+)?"
URL = re.compile(rf"https?://{HOST}([/?#][^\s{{}}\\<>\"]*)?")
QUOTES = "\"'<>‘’“”«»"
NUMBERED = {
    "handle": (re.compile(r"[0-9]+(\.[0-9]+)*/[^\s{}\\]+"), "11362/38604"),
    "doi": (re.compile(r"10\.[0-9]{4,}(\.[0-9]+)*/[^\s{}\\]+"), "10.1000/182"),
}
"""Addresses that begin with a number, without the resolver's own: their form, and an example."""
WORDS = {"language": {*LANGUAGES}, "langid": {*LANGUAGES}, "titletranslationby": {*TRANSLATED_BY}}
"""The fields that hold one word of a list."""
KEY = re.compile(r"[A-Za-z0-9]+((_+|-)[A-Za-z0-9]+)*")
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "œ": "oe"})
"""Letters that are no others with accents."""
EXAMPLES = {"keywords": "cited"}
"""What most entries have in a field that the edition asks for and that is no fact about the source."""


def problem(source: Source, name: str, what: str, remedy: str) -> Problem:
    """A mistake in a field of an entry, or, where there is no such field, in the entry as a whole."""
    line = source.lines.get(name, source.line)
    return Problem(BIBLIOGRAPHY, line, f"{source.key}: {what}", remedy)


def present(source: Source) -> set[str]:
    """The names of the fields that an entry has, persons included."""
    return set(source.fields) | set(source.persons)


def key_form(source: Source) -> Iterator[Problem]:
    """A citation key is part of an address for good: letters and digits, with hyphens or underscores between."""
    if not KEY.fullmatch(source.key):
        what = f"key '{source.key}' cannot be an address"
        legal = legal_key(source.key)
        remedy = (
            f"write '{legal}', here and where it is cited"
            if legal
            else "use letters, digits and hyphens"
        )
        yield problem(source, "", what, remedy)


def legal_key(key: str) -> str:
    """The nearest key that can be an address: `doi:10.1/x` is `doi-10-1-x`; empty where no letter is left."""
    plain = key.translate(LETTERS)
    letters = re.sub(r"[\u0300-\u036f'’]", "", unicodedata.normalize("NFKD", plain))
    return re.sub(r"_*[^A-Za-z0-9_]+_*", "-", letters).strip("-_")


def known_type(source: Source) -> Iterator[Problem]:
    """An entry's type is one that every export format knows."""
    if source.type not in ENTRY_TYPES:
        near = get_close_matches(source.type, sorted(ENTRY_TYPES), n=1, cutoff=0.75)
        remedy = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(ENTRY_TYPES)}"
        remedy = INSTEAD.get(source.type, remedy)
        yield problem(source, "", f"unknown entry type '@{source.type}'", remedy)


def known_fields(source: Source) -> Iterator[Problem]:
    """An unknown field is a spelling mistake, or a fact that the edition has no place for."""
    known, placeless = FACTS | OURS, []
    for name in sorted(present(source) - known - source.inherited):
        meant = get_close_matches(name, sorted(known), n=1, cutoff=0.8)
        if meant and name not in PLACELESS:
            unknown = problem(
                source, name, f"unknown field '{name}'", f"did you mean '{meant[0]}'?"
            )
            yield replace(unknown, spoils={spelling(source, meant[0])})
        else:
            placeless.append(name)
    if placeless:
        what = f"unknown field{'s' if placeless[1:] else ''} {quoted(placeless)}"
        them = "them" if placeless[1:] else "it"
        remedy = f"delete {them}, or say in 'remark' or 'contributors' what readers need of {them}"
        yield problem(source, placeless[0], what, remedy)


def required_fields(source: Source) -> Iterator[Problem]:
    """Each entry has the fields that its type requires, a language and keywords."""
    required = source.entry_type.required if source.type in ENTRY_TYPES else ()
    names = [*required, "language", "langid", "keywords"]
    missing = [name for name in names if not is_there(source, name)]
    if missing:
        what = f"missing required field{'s' if missing[1:] else ''} {quoted(missing)}"
        fields = ", ".join(f"{name} = {{{EXAMPLES.get(name, '…')}}}" for name in missing)
        undated = ", date = {n.d.} where the source has none" if "date" in missing else ""
        spelt = {spelling(source, name) for name in missing} | {inherited(source.key)}
        spoils = {presence(source, name) for name in missing}
        spoken = f", of {', '.join(sorted(LANGUAGES))}" if "langid" in missing else ""
        told = problem(source, "", what, f"add '{fields},' to the entry{undated}{spoken}")
        yield replace(told, spoils=spoils, rests_on=spelt)


def quoted(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def is_there(source: Source, name: str) -> bool:
    """Whether an entry has a field, or what stands in its place: of a date, that it is yet to come."""
    return source.has(name) or (name == "date" and source.has("pubstate"))


def texts_of(source: Source) -> dict[str, str]:
    """The text of each field of an entry, by the field's name; persons included."""
    names = {r: " ".join(n.family + n.given for n in ns) for r, ns in source.persons.items()}
    return {**source.fields, **names}


def no_tex(source: Source) -> Iterator[Problem]:
    """An address holds no TeX: it is typed as it is."""
    for name in VERBATIM - {*NUMBERED, "url"}:
        text = source.get(name)
        if re.search(r"[\\{}]", text):
            plain = re.sub(r"[{}\\]", "", plain_address(text))
            yield problem(source, name, f"'{name}' holds TeX", f"write '{plain}'")


def web_address(source: Source) -> Iterator[Problem]:
    """A url is an http(s) address, typed as it is."""
    url = source.get("url") if "url" not in source.inherited else ""
    framed = list(framing(source, "url"))
    yield from framed
    if url and not (framed or URL.fullmatch(url)):
        first, *others = re.split(r"[\s;,]+(?=https?://)", url)
        remedy = "write an address that begins with http:// or https://, without spaces or TeX"
        if others and meant_address(first):
            remedy = f"write one of its addresses, such as '{meant_address(first)}'"
        elif meant := meant_address(url):
            blank = meant_address(url.replace(" ", ""))
            other = f"'{blank}', or " if blank != meant and "%20" not in url else ""
            remedy = f"write {other}'{meant}'"
        yield problem(source, "url", f"url '{url}' is not an http(s) address", remedy)


def meant_address(url: str) -> str:
    """The address that was meant by one with TeX or blanks, or without its beginning; empty where none is sure."""
    inner = re.sub(r"\\(?:url|path)\s*\{(.*)\}", r"\1", url)
    plain = re.sub(r"[{}\\]", "", plain_address(inner)).strip().replace(" ", "%20")
    for address in (plain, f"https://{plain}"):
        if URL.fullmatch(address):
            return address
    return ""


def numbered_addresses(source: Source) -> Iterator[Problem]:
    """A handle or DOI is the number alone, without the resolver's address."""
    for name, (form, example) in NUMBERED.items():
        number = source.get(name) if name not in source.inherited else ""
        framed = list(framing(source, name))
        yield from framed
        if number and not (framed or form.fullmatch(number)):
            found = form.search(unquote(re.sub(r"[{}\\]", "", plain_address(number))))
            what = f"{name} '{number}' cannot be read"
            remedy = (
                f"write it as {found[0]}" if found else f"write its number alone, such as {example}"
            )
            yield problem(source, name, what, remedy)


def framing(source: Source, name: str) -> Iterator[Problem]:
    """An address is not copied with the sentence around it: no quotation marks, no punctuation at its end."""
    address = source.get(name)
    around = address[:1] + address[-1:] if name == "doi" else address  # older DOIs hold '<' and '>'
    quote = next((sign for sign in around if sign in QUOTES), "")
    if address.endswith((".", ",", ";", "…")) and re.search(r"\w", address):
        what = f"{name} '{address}' ends in '{address[-1]}'"
        yield problem(source, name, what, "take that off its end")
    elif quote:
        remedy = "take it out, or write it percent-encoded where it belongs to the address"
        yield problem(source, name, f"{name} holds the sign {quote} in '{address}'", remedy)


def known_words(source: Source) -> Iterator[Problem]:
    """Languages, translators and kinds within a type are words of a fixed list."""
    kinds = {*ENTRY_TYPES[source.type].kinds} if source.type in ENTRY_TYPES else set()
    for name, known in (WORDS | ({"entrysubtype": kinds} if kinds else {})).items():
        words = source.listed(name) if name not in source.inherited else ()
        if len(words) == 1 and not ({words[0]} & known or words[0].casefold() in kinds):
            near = get_close_matches(words[0], sorted(known), n=1, cutoff=0.8)
            remedy = (
                f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(known))}"
            )
            unknown = problem(source, name, f"unknown {name} '{words[0]}'", remedy)
            languages = {spelling(source, "language"), spelling(source, "langid")}
            yield replace(unknown, spoils={presence(source, name)} | languages)


def known_keywords(source: Source) -> Iterator[Problem]:
    """Keywords say what a source is to the edition; those of programs and libraries are none."""
    if unknown := [word for word in source.listed("keywords") if word not in KEYWORDS]:
        kept = [word for word in source.listed("keywords") if word in KEYWORDS] or ["cited"]
        what = f"unknown keywords '{', '.join(unknown)}'"
        remedy = f"write 'keywords = {{{', '.join(kept)}}}', the words being {', '.join(sorted(KEYWORDS))}"
        yield replace(
            problem(source, "keywords", what, remedy), spoils={presence(source, "keywords")}
        )


def single_words(source: Source) -> Iterator[Problem]:
    """Fields that hold one word, such as the language, hold no more."""
    for name in ONE_WORD:
        if len(source.listed(name)) > 1:
            what = f"{name} '{source.get(name)}' is more than one word"
            languages = {spelling(source, "language"), spelling(source, "langid")}
            yield replace(problem(source, name, what, "keep one of them"), spoils=languages)


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
        what = "the title is not English and has no translation"
        untranslated = problem(source, "title", what, "add 'titletranslation'")
        yield replace(untranslated, rests_on={presence(source, "langid")})
    if source.get("titletranslation") and not source.get("titletranslationby"):
        remedy = "add 'titletranslationby = {publisher}' or '{edition}'"
        yield problem(source, "titletranslation", "nobody is named for the translation", remedy)


def accounted_for(source: Source) -> Iterator[Problem]:
    """Each fact says how sure it is: printed in the note, seen elsewhere (evidence), or unverified."""
    named = [*source.listed("printed"), *source.evidence, *source.listed("unverified")]
    own = [name for name in sorted(facts(source)) if name in source.lines]
    unnamed = [name for name in own if named.count(name) == 0]
    for name in sorted(set(named) - facts(source)):
        meant = get_close_matches(name, unnamed, n=1, cutoff=0.75)
        unnamed = [each for each in unnamed if each not in meant]
        what = f"'{name}' is accounted for, but the entry has no such fact"
        remedy = f"did you mean '{meant[0]}'?" if meant else "add the field, or take its name out"
        unknown = problem(source, "printed", what, remedy)
        own_facts = {spelling(source, name), presence(source, name)}
        yield replace(unknown, rests_on=own_facts | {inherited(source.key)})
    yield from unaccounted(source, unnamed)
    for name in own:
        if named.count(name) > 1:
            what = f"'{name}' is accounted for {named.count(name)} times"
            remedy = "name it once, in 'printed', 'evidence' or 'unverified'"
            yield problem(source, name, what, remedy)


def unaccounted(source: Source, names: Sequence[str]) -> Iterator[Problem]:
    """Facts of which nothing says how sure they are."""
    if len(names) == 1:
        what = f"'{names[0]}' is accounted for 0 times"
        remedy = "name it once, in 'printed', 'evidence' or 'unverified'"
        yield problem(source, names[0], what, remedy)
    elif names:
        what = f"{len(names)} facts are accounted for 0 times"
        listed = ", ".join(names)
        remedy = f"add 'unverified = {{{listed}}},', and name in 'printed' or 'evidence' instead what was seen"
        yield problem(source, "", what, remedy)


def facts(source: Source) -> set[str]:
    """The names of the fields that hold bibliographic facts; a translated title is one unless the edition made it."""
    is_theirs = source.get("titletranslationby") in TRANSLATED_BY - {"edition"}
    theirs = {"titletranslation"} if is_theirs else set()
    return present(source) & (FACTS | theirs)


RULES: tuple[Rule[Source], ...] = (
    key_form, known_type, known_fields, required_fields, no_tex, web_address, numbered_addresses, known_words,
    known_keywords, single_words, names_turned, translated_title, accounted_for,
)  # fmt: skip
PARENT_RULES: tuple[Rule[Source], ...] = (
    known_fields, no_tex, web_address, numbered_addresses, known_words, single_words, names_turned, accounted_for,
)  # fmt: skip
"""What holds for an entry that stands there only for others to take its data."""
