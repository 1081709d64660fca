"""What an entry of references.bib must hold: one generator of (field, what is wrong, how to mend it) a rule."""

import re
from collections.abc import Callable, Iterator

from edition.model import LANGUAGES, Source
from edition.problems import Problems, did_you_mean

Finding = tuple[str, str, str]

REQUIRED = {
    "article": ("title", "journaltitle", "date"),
    "book": ("title", "publisher", "date"),
    "incollection": ("author", "title", "booktitle", "publisher", "date"),
    "online": ("title", "organization", "date"),
    "report": ("title", "institution", "date"),
    "unpublished": ("author", "title", "type", "date"),
}
"""Fields that an entry of each type cannot do without (a choice from the biblatex manual, 2.1)."""

FACTS = {
    "author", "booktitle", "contributors", "date", "docnumbers", "doi", "editor", "eventdate",
    "eventtitle", "handle", "institution", "isbn", "issn", "journaltitle", "location", "number",
    "organization", "origauthor", "origbooktitle", "origeditor", "originstitution",
    "origjournaltitle", "origorganization", "origpublisher", "origtitle", "pages",
    "publishedtitle", "publisher", "series", "title", "totalpages", "type", "url", "venue",
    "wholenumber",
}  # fmt: skip
"""Bibliographic facts."""

OURS = {
    "body", "evidence", "familyfirst", "keywords", "langid", "language", "printed", "remark", "shortauthor",
    "shorttitle", "titlerendered", "titletranslation", "titletranslationby", "unverified",
}  # fmt: skip
"""Fields that say something of ours about the source or its entry."""

KEYWORDS = {"cited", "named", "article"}
TRANSLATORS = {"publisher", "edition"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_source(source: Source, text: str, file: str, problems: Problems) -> None:
    """Holds one entry to all rules; `text` is the whole bibliography, which gives the line of a field."""
    for rule in RULES:
        for name, what, mend in rule(source):
            line = field_line(text, source.line, name)
            problems.add(file, line, f"{source.key}: {what}", mend)


def field_line(text: str, start: int, name: str) -> int:
    """The line of a field in the entry that starts on line `start`; the entry's own line where it has none."""
    for number, line in enumerate(text.splitlines()[start:], start + 1):
        if line.lstrip().startswith("@"):
            break
        if name and re.match(rf"\s*{name}\s*=", line, re.IGNORECASE):
            return number
    return start


def present(source: Source) -> set[str]:
    """The names of the fields that an entry has, persons included."""
    return set(source.fields) | set(source.persons)


def key_form(source: Source) -> Iterator[Finding]:
    """A citation key is part of an address for good: small letters, digits and hyphens."""
    if not KEY.fullmatch(source.key):
        yield (
            "",
            f"key '{source.key}' cannot be an address",
            "use small letters, digits and hyphens",
        )


def known_type(source: Source) -> Iterator[Finding]:
    """An entry's type is one that the formats we export to have a word for."""
    if source.type not in REQUIRED:
        mend = did_you_mean(source.type, REQUIRED, f"use one of {', '.join(REQUIRED)}")
        yield "", f"unknown entry type '@{source.type}'", mend


def known_fields(source: Source) -> Iterator[Finding]:
    """A field that nothing reads is a slip of the pen."""
    for name in sorted(present(source) - FACTS - OURS):
        mend = did_you_mean(name, FACTS | OURS, "delete it, or add it to source_rules.py")
        yield name, f"unknown field '{name}'", mend


def required_fields(source: Source) -> Iterator[Finding]:
    """Each type has fields that its reference cannot be written without, and each entry a language."""
    for name in (*REQUIRED.get(source.type, ()), "language", "langid", "keywords"):
        if not (source.get(name) or source.persons.get(name)):
            yield name, f"missing required field '{name}'", f"add '{name} = {{…}},' to the entry"


def matching_braces(source: Source) -> Iterator[Finding]:
    """Braces come in pairs; those that do not are left in the text."""
    texts = {name: value for name, value in source.fields.items() if name != "evidence"}
    texts |= {r: " ".join(n.family + n.given for n in names) for r, names in source.persons.items()}
    for name, text in texts.items():
        if re.search(r"[{}]", text):
            yield name, f"braces in '{name}' do not match", "close each brace that the field opens"


def web_address(source: Source) -> Iterator[Finding]:
    """A url is an http(s) address, typed as it is."""
    url = source.get("url")
    if url and not re.fullmatch(r"https?://[^\s/{}\\<>\"]+(/[^\s{}\\<>\"]*)?", url):
        mend = "write an address that begins with http:// or https://, without spaces or TeX"
        yield "url", f"url '{url}' is not an http(s) address", mend


def date_form(source: Source) -> Iterator[Finding]:
    """A date is YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0), or two of them with a slash."""
    for name in ("date", "eventdate"):
        parts = source.get(name).split("/") if source.get(name) else []
        if not all(DATE.fullmatch(part) for part in parts):
            mend = "write it as 2018, 2018-04 or 2018-04-20"
            yield name, f"{name} '{source.get(name)}' cannot be read", mend


def known_words(source: Source) -> Iterator[Finding]:
    """Languages and keywords are words of closed sets."""
    for name, known in (("language", set(LANGUAGES)), ("langid", set(LANGUAGES)),
                        ("keywords", KEYWORDS), ("titletranslationby", TRANSLATORS)):  # fmt: skip
        for word in source.listed(name):
            if word not in known:
                mend = did_you_mean(word, known, f"use one of {', '.join(sorted(known))}")
                yield name, f"unknown {name} '{word}'", mend


def translated_title(source: Source) -> Iterator[Finding]:
    """A title that is not English has an English translation, and says whose it is."""
    if source.get("langid") not in ("", "english") and not source.get("titletranslation"):
        yield "title", "the title is not English and has no translation", "add 'titletranslation'"
    if source.get("titletranslation") and not source.get("titletranslationby"):
        mend = "add 'titletranslationby = {publisher}' or '{edition}'"
        yield "titletranslation", "nobody is named for the translation", mend


def accounted_for(source: Source) -> Iterator[Finding]:
    """Each fact says how sure it is: printed in the note, seen elsewhere (evidence), or unverified."""
    places = [*source.listed("printed"), *evidence(source), *source.listed("unverified")]
    for name in sorted(facts(source)):
        if places.count(name) != 1:
            mend = "name it once, in 'printed', 'evidence' or 'unverified'"
            yield name, f"'{name}' is accounted for {places.count(name)} times", mend
    for name in sorted(set(places) - facts(source)):
        mend = "add the field, or take its name out"
        yield "printed", f"'{name}' is accounted for, but the entry has no such fact", mend


def facts(source: Source) -> set[str]:
    """The bibliographic facts of an entry; a translation is one where it is the publisher's."""
    theirs = {"titletranslation"} if source.get("titletranslationby") == "publisher" else set()
    return present(source) & (FACTS | theirs)


def evidence(source: Source) -> dict[str, str]:
    """Where each fact that the note does not print was seen, by the name of its field."""
    parts = (part.partition(":") for part in source.get("evidence").split(";") if part.strip())
    return {name.strip(): where.strip() for name, _, where in parts}


RULES: tuple[Callable[[Source], Iterator[Finding]], ...] = (
    key_form, known_type, known_fields, required_fields, matching_braces, web_address, date_form,
    known_words, translated_title, accounted_for,
)  # fmt: skip
