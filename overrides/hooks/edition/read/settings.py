"""The settings of the edition in mkdocs.yml, each held to its form."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from edition.model import Settings
from edition.problems import Problem, Problems
from edition.words import ALL_WORDS, ENGLISH

SETTINGS = "mkdocs.yml"
# The form of each setting, and the remedy.
FORMS = {
    "number": (r"[1-9][0-9]*", "write the number of the edition, such as 1"),
    "date": (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        'write the day of the edition: "2026-11-24"',
    ),
    "subtitle": (r"[^\x00-\x1f\x7f]+", "write the article's subtitle, on one line"),
}
EXAMPLE = "extra.edition.example"
OPTIONAL = {
    "example": (
        r"|p[1-9][0-9]*[a-z]?",
        "write the id of the paragraph by which pages show how one is linked to and cited, or leave it out",
    ),
}
WEB = r"https?://[^\W_](?:[\w.-]*\w)?(?::[0-9]{1,5})?(?:/(?!/)[^\x00-\x1f\x7f\s/\"'<>\\?#]*)*"
QUERY = r"(?:[?#][^\x00-\x1f\x7f\s\"'<>]*)?"
ADDRESSES = {
    "site_url": (
        rf"|{WEB}(?<=/)",
        "write an http(s) address that ends in '/', without query, fragment and quotes, or leave it empty; "
        "SITE_URL overrides it",
    ),
    "report_url": (
        rf"|{WEB}{QUERY}|mailto:[^\s\"'<>?]+@[^\s\"'<>?]+{QUERY}",
        "write an http(s) or mailto address, without quotes, or leave it empty; REPORT_URL overrides it",
    ),
    "repo_url": (
        rf"|{WEB}",
        "write an http(s) address without query, fragment and quotes, or leave it empty; REPO_URL overrides it",
    ),
    "site_name": (
        r"[^\"'<>]*[^\"'<>\s][^\"'<>]*",
        "write a title with typographic quotation marks, if any, and without '<' and '>'",
    ),
}
NAMES = {name: f"extra.edition.{name}" for name in FORMS} | {
    "example": EXAMPLE,
    "site_url": "site_url",
    "report_url": "extra.report_url",
    "repo_url": "extra.repo_url",
    "site_name": "site_name",
}
"""How each setting is named in messages."""


def fact(name: str) -> str:
    """The fact that a setting of mkdocs.yml is known."""
    return f"{SETTINGS}: {name}"


def as_typed(name: str) -> str:
    """The fact that a setting of mkdocs.yml is read as it was typed."""
    return f"{fact(name)}: as typed"


def read_settings(
    extra: Mapping[str, object],
    site_name: str | None,
    site_url: str | None,
    problems: Problems,
    language: str = ENGLISH.language.tag,
) -> Settings:
    """The edition's own settings; `extra` is what mkdocs.yml holds under that name, `language` a BCP 47 tag."""
    edition = extra.get("edition") or {}
    values = values_of(edition if isinstance(edition, dict) else {}, extra, site_name, site_url)
    problems += [*edition_problems(edition, values), *language_problems(language)]
    return Settings(
        title=values["site_name"],
        subtitle=values["subtitle"],
        site_url=values["site_url"],
        number=int(values["number"]) if re.fullmatch(FORMS["number"][0], values["number"]) else 0,
        date=values["date"],
        report_url=values["report_url"],
        repo_url=values["repo_url"],
        example=values["example"],
        words=ALL_WORDS.get(language, ENGLISH),
        short_title=str(extra.get("short_title") or ""),
    )


def edition_problems(edition: object, values: Mapping[str, str]) -> Iterator[Problem]:
    """`extra.edition` is a mapping, and each setting has its form."""
    if isinstance(edition, dict):
        yield from misformed(values, {**FORMS, **OPTIONAL, **ADDRESSES})
        return
    remedy = f"write {', '.join(FORMS)} in lines of their own below it"
    spoils = {fact(NAMES[name]) for name in (*FORMS, *OPTIONAL)}
    yield Problem(SETTINGS, 0, f"extra.edition is '{edition}'", remedy, {SETTINGS, *spoils})
    yield from misformed(values, ADDRESSES)


def language_problems(language: str) -> Iterator[Problem]:
    """The language of the site is one in which the edition has words."""
    if language not in ALL_WORDS:
        what = f"theme.language is '{language}', in which there are no words"
        records = "overrides/hooks/edition/words/"
        remedy = f"write one of {', '.join(ALL_WORDS)}, or add a record to {records}"
        yield Problem(SETTINGS, 0, what, remedy, {SETTINGS})


def values_of(
    edition: Mapping[str, object],
    extra: Mapping[str, object],
    site_name: str | None,
    site_url: str | None,
) -> dict[str, str]:
    """Each setting as text; empty where it is not set."""
    own = {name: edition.get(name) for name in (*FORMS, *OPTIONAL)}
    return {name: "" if value is None else str(value) for name, value in own.items()} | {
        "report_url": str(extra.get("report_url") or "").strip(),
        "repo_url": str(extra.get("repo_url") or "").strip(),
        "site_url": re.sub(r"/index\.html/?$", "/", str(site_url or "").strip()),
        "site_name": str(site_name or ""),
    }


def misformed(values: Mapping[str, str], forms: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Each setting has its form, and a date is one of the calendar."""
    for name, (form, remedy) in forms.items():
        value = values[name]
        if not re.fullmatch(form, value) or (name == "date" and not is_day(value)):
            what, own = f"{NAMES[name]} is '{value}'", fact(NAMES[name])
            yield Problem(SETTINGS, 0, what, remedy, {own}, {as_typed(NAMES[name])})


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as YYYY-MM-DD (ISO 8601)."""
    return re.fullmatch(FORMS["date"][0], text) is not None and in_calendar(text)


def in_calendar(text: str) -> bool:
    """Whether a date, written YYYY, YYYY-MM or YYYY-MM-DD, is in the calendar."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def site_address(where_mkdocs_reads: str | None, extra: Mapping[str, object]) -> str:
    """The address of the site: MkDocs's own setting, else ours; ends with a slash, as MkDocs has it."""
    url = str(where_mkdocs_reads or extra.get("site_url") or "").strip()
    return url if not url or re.search(r"[?#]|/$", url) else f"{url}/"


def text_problems(settings: Mapping[str, object], extra: Mapping[str, object]) -> Iterator[Problem]:
    """The description of the site, the copyright and the short title are there, each on one line."""
    texts = {name: settings.get(name) for name in ("site_description", "copyright")}
    for name, text in {**texts, "extra.short_title": extra.get("short_title")}.items():
        if not (isinstance(text, str) and text.strip()):
            what, facts = f"{name} is no text", {as_typed(name)}
            yield Problem(SETTINGS, 0, what, "write it, in quotation marks", rests_on=facts)
        elif sign := re.search(r"[\x00-\x1f\x7f]", text.strip()):
            what = f"{name} holds the character U+{ord(sign[0]):04X}"
            yield Problem(SETTINGS, 0, what, "delete it, and write all on one line")


UNSET = {
    "site_url": (
        "SITE_URL",
        "pages have no canonical and no Open Graph address and there is no sitemap",
    ),
    "report_url": ("REPORT_URL", "reports of errors are copied, not sent"),
    "repo_url": ("REPO_URL", "no page names the repository"),
}
"""What is missing while an address is not set, and the variable that sets it."""


def unset(settings: Settings) -> str:
    """One line on the addresses that are not set, their effect and how to set them; empty if all are set."""
    missing = [names for name, names in UNSET.items() if not getattr(settings, name)]
    if not missing:
        return ""
    means = "; ".join(f"{variable}: {what}" for variable, what in missing)
    return f"Not set, in the environment or in {SETTINGS}: {means}. See “Publish it” in README.md."
