"""The settings of the edition in mkdocs.yml, each held to its form."""

import re
from collections.abc import Mapping
from typing import Any

from edition.model import Settings
from edition.problems import Problems
from edition.rules.source_rules import in_calendar
from edition.words import ALL_WORDS, ENGLISH

SETTINGS = "mkdocs.yml"
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
"""The form of each setting, and how to mend it."""
PLACES = {name: f"extra.edition.{name}" for name in FORMS} | {
    "example": EXAMPLE,
    "site_url": "site_url",
    "report_url": "extra.report_url",
    "repo_url": "extra.repo_url",
    "site_name": "site_name",
}


def read_settings(
    extra: Mapping[str, object],
    site_name: str | None,
    site_url: str | None,
    problems: Problems,
    language: str = ENGLISH.language.tag,
) -> Settings:
    """The edition's own settings; `extra` is what mkdocs.yml holds under that name, `language` a BCP 47 tag."""
    edition, known = extra.get("edition") or {}, [*FORMS, *OPTIONAL, *ADDRESSES]
    if not isinstance(edition, dict):
        mend = f"write {', '.join(FORMS)} in lines of their own below it"
        problems.add(SETTINGS, 0, f"extra.edition is '{edition}'", mend)
        edition, known = {}, [*ADDRESSES]
    values = {
        name: "" if (v := edition.get(name)) is None else str(v) for name in (*FORMS, *OPTIONAL)
    }
    values["report_url"] = str(extra.get("report_url") or "").strip()
    values["repo_url"] = str(extra.get("repo_url") or "").strip()
    values["site_url"] = re.sub(r"/index\.html/?$", "/", str(site_url or "").strip())
    values["site_name"] = str(site_name or "")
    for name in known:
        form, mend = {**FORMS, **OPTIONAL, **ADDRESSES}[name]
        if not (re.fullmatch(form, values[name]) and (name != "date" or in_calendar(values[name]))):
            problems.add(SETTINGS, 0, f"{PLACES[name]} is '{values[name]}'", mend)
    if language not in ALL_WORDS:
        mend = f"write one of {', '.join(ALL_WORDS)}, or add a record to overrides/hooks/edition/words/"
        problems.add(
            SETTINGS, 0, f"theme.language is '{language}', in which there are no words", mend
        )
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


def site_address(where_mkdocs_reads: str | None, extra: Mapping[str, object]) -> str:
    """Where the site stands: where MkDocs serves it or is told in its own setting, else as ours says. It ends with a
    slash, which MkDocs adds as well."""
    url = str(where_mkdocs_reads or extra.get("site_url") or "").strip()
    return url if not url or re.search(r"[?#]|/$", url) else f"{url}/"


def check_texts(settings: Mapping[str, Any], problems: Problems) -> None:
    """What pages say of themselves is there, and is words on one line."""
    texts = {name: settings.get(name) for name in ("site_description", "copyright")}
    texts["extra.short_title"] = settings["extra"].get("short_title")
    for name, text in texts.items():
        if not (isinstance(text, str) and text.strip()):
            problems.add(SETTINGS, 0, f"{name} is no text", "write it, in quotation marks")
        elif sign := re.search(r"[\x00-\x1f\x7f]", text.strip()):
            what = f"{name} holds the character U+{ord(sign[0]):04X}"
            problems.add(SETTINGS, 0, what, "delete it, and write all on one line")


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
    """What is not set, what that means and how to set it, in one line; empty where all is."""
    found = [told for name, told in UNSET.items() if not getattr(settings, name)]
    if not found:
        return ""
    means = "; ".join(f"{name}: {what}" for name, what in found)
    return f"Not set, in the environment or in {SETTINGS}: {means}. See “Publish it” in README.md."
