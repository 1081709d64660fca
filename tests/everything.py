"""A chapter of the made-up edition that holds everything that a chapter may hold: lists, tables, quotations, notes of
several paragraphs, citations in notes."""

from pathlib import Path

import made_up
import made_up_project
from edition.model import Edition
from project import built

CHAPTER = """---
title: "Cranes"
description: "What cranes do."
standfirst: "Cranes lift."
summary: "How cranes lift"
claim: "cranes lift."
notes: "3–9"
---
Cranes rust,[@garcia-2010-gruas, p. 7] and for three reasons.
All are old.
[Answered in para. 3](cranes.md#p3).
{ #p2 }

- *Salt* water.[^4]
    - It comes with the tide.
    - It stays, as [para. 1](index.md#p1) says.[@fox-2001-ships, p. 3]
- Rain.
  It falls.

1. First the hooks rust.

    Then the chains.[@garcia-2010-gruas, p. 9]

2. Last the wheels.

| Crane | Tons | Superintendents | Established | Seen by |
|:------|-----:|-----------------|-------------|:-------:|
| Old[@fox-2001-ships, p. 4] | 12 | Shipwrights | Nineteen-hundred | `us` |
| *New* | 1 200 | Harbourmasters | Twenty-ten | [Board](sources.md#port-1900-charter) |

## Paint { #paint }

Paint helps, says the Board.
[Answers para. 2](#p2).
{ #p3 }

> Paint what you can.
> Leave the rest.
>
> It will rust.[@port-1900-charter, p. 2]{ sentences=3 }
>
> — The Board

/// editor
The copy says paint; the print says oil [@fox-2001-ships, p. 5].

- Oil was dear.[see @garcia-2010-gruas, p. 8]
- So was paint.
///

Nobody paints now.[^9]
{ #p4 }

[^4]: As in *Maps of Harbours* and **more**, `salt` is [a cause](https://example.org/salt "Salt").
    Who asks, [reads on](cranes.md#p4).

    A second paragraph says so [@garcia-2010-gruas, p. 3] again. [@fox-2001-ships, pp. 8–9]

[^9]: Nobody did before, as the [Port Charter](sources.md#port-1900-charter) tells.
    [@fox-2001-ships, p. 10]
"""
BIB = made_up.BIB.replace(
    "unverified = {title, institution, date},\n  keywords = {named},",
    "unverified = {title, institution, date},\n  keywords = {cited},",
)


def read() -> Edition:
    """The made-up edition with this chapter in place of its second."""
    files = {name: text.encode() for name, text in made_up.FILES.items()}
    edition, report = made_up.read({**files, "cranes.md": CHAPTER.encode()}, BIB.encode())
    assert report == [], report
    return edition


def project(folder: Path) -> Path:
    """The made-up project with this chapter in place of its second."""
    made_up_project.project(folder)
    (folder / "docs/cranes.md").write_text(CHAPTER, encoding="utf-8")
    (folder / "references.bib").write_text(BIB, encoding="utf-8")
    return folder


def site(folder: Path) -> None:
    """Builds its site into a folder, with the edition as it would be frozen."""
    built(project(folder / "project"), folder / "site", FREEZING="1")
