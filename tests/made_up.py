"""A tiny made-up edition, whole and without mistakes, for tests that change one thing in it."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from edition.cite.references import References
from edition.keep.address_tables import Register
from edition.keep.redirects import Redirects
from edition.library import Library
from edition.model import Edition, Settings
from edition.model.languages import ForeignNames
from edition.problems import Problems
from edition.reading import read_edition
from edition.write.html import Html, spoken

SETTINGS = Settings(
    "A Made-up Edition", "In two chapters", "https://example.org/e/", 1, "2026-11-24"
)

FILES = {
    "index.md": """---
title: "Introduction"
description: "What it is."
standfirst: "A made-up edition."
summary: "How it begins"
notes: "1–2"
---

## Begin { #begin }

The harbour[^1] is old.
Ships called there before *Maps* existed.[@fox-2001-ships, pp. 3–5]
The [Port Charter](sources.md#port-1900-charter) says so.
{ #p1 }

[^1]: A harbour is a place for ships. [@fox-2001-ships]
""",
    "cranes.md": """---
title: "Cranes"
description: "What cranes do."
standfirst: "Cranes lift."
summary: "How cranes lift"
claim: "cranes lift."
notes: "3–4"
---
Cranes rust.[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 1, 9]
[Answered in para. 3](cranes.md#p3).
{ #p2 }

## Paint { #paint }

Paint helps.[@garcia-2010-gruas]
[Answers para. 2](#p2).
{ #p3 }

/// editor
The copy says paint; the print says [oil](https://example.org/oil).
///
""",
    "about.md": """---
title: "About"
description: "Who made it."
---

## Rules { #rules }

See [the paint](cranes.md#paint) and `code`.
""",
}

BIB = """@book{fox-2001-ships,
  author = {Fox, Ann},
  title = {{All the Ships}},
  publisher = {Quay Press},
  date = {2001},
  language = {english},
  langid = {english},
  printed = {author, title, publisher, date},
  keywords = {cited},
}

@report{garcia-2010-gruas,
  author = {{Instituto del Puerto}},
  title = {Grúas y puertos de la región},
  shorttitle = {Grúas},
  institution = {{Instituto del Puerto}},
  number = {IP/10},
  date = {2010-05},
  url = {https://example.org/a_b?x=1&y=50%25},
  language = {spanish},
  langid = {spanish},
  titletranslation = {Cranes and harbours of the region},
  titletranslationby = {edition},
  printed = {author, title, institution, date, url},
  evidence = {number: example.org/copy},
  keywords = {cited},
}

@report{port-1900-charter,
  title = {{Port Charter}},
  institution = {{Harbour Board}},
  date = {1900},
  language = {english},
  langid = {english},
  unverified = {title, institution, date},
  keywords = {named},
}

@article{lee-2020-harbours,
  author = {Lee, Min},
  familyfirst = {author},
  title = {{Harbours}},
  journaltitle = {{Journal of Harbours}},
  date = {2020},
  language = {english},
  langid = {english},
  printed = {author, title, journaltitle, date},
  keywords = {article},
}
"""

CHAPTERS = ("index.md", "cranes.md")


def changed(file: str, old: str, new: str) -> tuple[dict[str, bytes], bytes]:
    """The made-up edition's files and bibliography, with one passage of one file changed."""
    texts = {**FILES, "references.bib": BIB}
    assert old in texts[file], f"{file} does not hold {old!r}"
    texts[file] = texts[file].replace(old, new, 1)
    bib = texts.pop("references.bib")
    return {name: text.encode() for name, text in texts.items()}, bib.encode()


def read(
    files: dict[str, bytes], bib: bytes, settings: Settings = SETTINGS
) -> tuple[Edition, list[str]]:
    """An edition read from files, and what is reported of it."""
    problems = Problems()
    edition = read_edition(files, CHAPTERS, bib, settings, problems)
    return edition, problems.report()


def whole() -> Edition:
    """The made-up edition as it stands."""
    edition, report = read(*changed("about.md", "See", "See"))
    assert report == []
    return edition


def library(edition: Edition | None = None, **parts: object) -> Library:
    """What a build is made from; it holds no references unless they are given."""
    none: dict[str, Any] = {field.name: {} for field in fields(References)}
    names = ForeignNames({}, "en")
    found: dict[str, Any] = {
        "references": References(**none),
        "institutions": {},
        "foreign_names": names,
        "html": Html(text=spoken(names)),
        "register": Register(),
        "redirects": Redirects({}),
        "frozen": (),
        "views": (),
        "root": Path(),
    }
    return Library(edition or whole(), **(found | parts))
