"""The settings of the edition in mkdocs.yml, each held to its form."""

import re
from collections.abc import Mapping

from edition.model import Settings
from edition.problems import Problems
from edition.source_rules import in_calendar

SETTINGS = "mkdocs.yml"
FORMS = {
    "number": (r"[1-9][0-9]*", "write the number of the edition, such as 1"),
    "date": (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        'write the day of the edition: "2026-11-24"',
    ),
    "subtitle": (r".+", "write the article's subtitle"),
}
ADDRESSES = {
    "site_url": (
        r"https?://[^\s/\"'<>][^\s\"'<>]*/",
        "write an http(s) address that ends in '/', without quotes; SITE_URL overrides it",
    ),
    "report_url": (
        r"|(https?://|mailto:)[^\s\"'<>]+",
        "write an http(s) or mailto address, without quotes, or leave it empty",
    ),
    "site_name": (
        r"[^\"'<>]*[^\"'<>\s][^\"'<>]*",
        "write a title with typographic quotation marks, if any, and without '<' and '>'",
    ),
}
"""The form of each setting, and how to mend it."""
PLACES = {name: f"extra.edition.{name}" for name in FORMS} | {
    "site_url": "site_url",
    "report_url": "extra.report_url",
    "site_name": "site_name",
}


def read_settings(
    extra: Mapping[str, object], site_name: str | None, site_url: str | None, problems: Problems
) -> Settings:
    """The edition's own settings; `extra` is what mkdocs.yml holds under that name."""
    edition, known = extra.get("edition") or {}, [*FORMS, *ADDRESSES]
    if not isinstance(edition, dict):
        mend = f"write {', '.join(FORMS)} in lines of their own below it"
        problems.add(SETTINGS, 0, f"extra.edition is '{edition}'", mend)
        edition, known = {}, [*ADDRESSES]
    values = {name: "" if (v := edition.get(name)) is None else str(v) for name in FORMS}
    values["report_url"] = str(extra.get("report_url") or "")
    values["site_url"] = str(site_url or "")
    values["site_name"] = str(site_name or "")
    for name in known:
        form, mend = {**FORMS, **ADDRESSES}[name]
        if not (re.fullmatch(form, values[name]) and (name != "date" or in_calendar(values[name]))):
            problems.add(SETTINGS, 0, f"{PLACES[name]} is '{values[name]}'", mend)
    return Settings(
        title=values["site_name"],
        subtitle=values["subtitle"],
        site_url=values["site_url"],
        number=int(values["number"]) if re.fullmatch(FORMS["number"][0], values["number"]) else 0,
        date=values["date"],
        report_url=values["report_url"],
    )
