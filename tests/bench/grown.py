"""The edition with many times its content: the real chapters again, under other ids, numbers and keys."""

import re
from pathlib import Path

from bench.sites import CHAPTERS, ROOT, copied

AGAIN = CHAPTERS[1:]
"""The chapters that stand in each copy, all in one: the introduction is about the whole."""
CHAPTER = """---
title: "Chapter {number}"
description: "The chapters, once more."
standfirst: "The chapters, once more."
summary: "The chapters, once more"
claim: "once more."
notes: "{first}–{last}"
---
{body}"""
LAST_CHAPTER = f"      - {AGAIN[-1]}.md\n"
ENTRY = re.compile(r"^@\w+\{([^,]+),.*?^\}", re.MULTILINE | re.DOTALL)
PARAGRAPH = re.compile(r"(?<=#p)\d+|(?<=\bpara\. )\d+")
IDS = re.compile(r"^\{ #p\d+ \}", re.MULTILINE)
NOTE = re.compile(r"(?<=\[\^)\d+")
NOTES = re.compile(r'^notes: "(\d+)–(\d+)"', re.MULTILINE)
OTHER_CHAPTER = re.compile(rf"\]\((?:{'|'.join(AGAIN)})\.md#")
HEADING = re.compile(r"^(## .*\{ #[\w-]+)", re.MULTILINE)


def grown(folder: Path, times: int) -> Path:
    """A copy of the project with so many times its sources, paragraphs and notes."""
    copied(folder)
    texts = [(ROOT / "docs" / f"{name}.md").read_text("utf-8") for name in AGAIN]
    body = "".join(text.split("---\n", 2)[2] for text in texts)
    spans = [tuple(map(int, found.groups())) for text in texts if (found := NOTES.search(text))]
    notes = spans[0][0], spans[-1][1]
    for copy in range(1, times):
        text = chapter(body, notes, copy)
        (folder / "docs" / f"{name_of(copy)}.md").write_text(text, encoding="utf-8")
    add_entries(folder / "references.bib", body, times)
    add_chapters(folder / "mkdocs.yml", times)
    return folder


def name_of(copy: int) -> str:
    return f"again-{copy}"


def chapter(body: str, notes: tuple[int, int], copy: int) -> str:
    """The chapters in one, with the numbers that follow those of the copy before."""
    paragraphs, number = len(IDS.findall(body)), notes[1] - notes[0] + 1
    again = PARAGRAPH.sub(lambda found: str(int(found[0]) + copy * paragraphs), body)
    again = NOTE.sub(lambda found: str(int(found[0]) + copy * number), again)
    again = OTHER_CHAPTER.sub("](#", HEADING.sub(rf"\1-{copy}", again))
    for key in keys_in(body):
        again = re.sub(rf"(?<=[@#]){key}(?![\w-])", f"{key}-{copy}", again)
    first, last = (note + copy * number for note in notes)
    return CHAPTER.format(number=len(AGAIN) + copy, first=first, last=last, body=again)


def keys_in(body: str) -> list[str]:
    """The sources that a text cites, or names without a note."""
    entries = (ROOT / "references.bib").read_text("utf-8")
    marks = [(found[1], "#" if "{named}" in found[0] else "@") for found in ENTRY.finditer(entries)]
    return [key for key, mark in marks if re.search(rf"{mark}{key}(?![\w-])", body)]


def add_entries(bibliography: Path, body: str, times: int) -> None:
    text, keys = bibliography.read_text("utf-8"), set(keys_in(body))
    entries = [found for found in ENTRY.finditer(text) if found[1] in keys]
    with bibliography.open("a", encoding="utf-8") as file:
        for copy in range(1, times):
            file.writelines(f"\n{again(found[0], found[1], copy)}\n" for found in entries)


def again(entry: str, key: str, copy: int) -> str:
    """An entry under another key, with another title."""
    renamed = entry.replace(key, f"{key}-{copy}", 1)
    return re.sub(r"^(  title = \{+)", rf"\g<1>No {copy}: ", renamed, flags=re.MULTILINE)


def add_chapters(settings: Path, times: int) -> None:
    listed = "".join(f"      - {name_of(copy)}.md\n" for copy in range(1, times))
    text = settings.read_text("utf-8").replace(LAST_CHAPTER, LAST_CHAPTER + listed)
    settings.write_text(text, encoding="utf-8")
