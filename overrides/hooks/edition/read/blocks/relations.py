"""The line that states what a paragraph is to others: the last of its text, which holds links to them alone."""

import re
from collections.abc import Iterable, Iterator

from edition.model import PARAGRAPH_ID, RELATIONS, Relation, inline
from edition.model.inline import Content, Link
from edition.problems import Report, did_you_mean
from edition.read.characters import narrow
from edition.read.running_text import prose
from edition.words import ALL_WORDS

NUMBERED = (
    re.escape(words.parts.paragraph).replace(r"\{number\}", r"\d+[a-z]?")
    for words in ALL_WORDS.values()
)
RELATION = re.compile(rf"(?:(\w[\w ]*) )?(?:{'|'.join(NUMBERED)})")
"""A relation, if one is typed, and a paragraph as any language names it."""
NEAR = re.compile(rf"(?:({'|'.join(RELATIONS)})\b)?\D{{0,12}}(\d+[a-z]?)\W*", re.IGNORECASE)
"""A relation, if one is typed, and what may be a paragraph, named otherwise."""
AND = "|".join(re.escape(words.listing.last.strip()) for words in ALL_WORDS.values())
BETWEEN = re.compile(rf"\b(?:{AND})\b|[\s.,;]")
"""What may stand between relations."""


def relations_in(part: Content, report: Report) -> tuple[Relation, ...]:
    """The relations that a line states, where it holds nothing but links to paragraphs."""
    relations, word = [], ""
    for link in inline.links(part) if is_of_links(part) else ():
        text = narrow(link.text)
        match, near = RELATION.fullmatch(text), NEAR.fullmatch(text)
        word = (match[1] or word).lower() if match else (near[1] or word).lower() if near else ""
        if word not in RELATIONS:
            remedy = did_you_mean(word, RELATIONS, f"begin with one of: {', '.join(RELATIONS)}")
            report(link.line, f"'{text}' states no known relation", remedy)
        elif near and not match:
            report(link.line, f"'{text}' names no paragraph", f"write {named(link, near)}")
        relations.append(Relation(word, link))
    return tuple(relations)


def is_of_links(part: Content) -> bool:
    """Whether a line holds links, and no words beside them."""
    return any(inline.links(part)) and not BETWEEN.sub("", "".join(prose(part)))


def named(link: Link, near: re.Match[str]) -> str:
    """What to write for words that nearly name a paragraph, in each language that has a name for it."""
    number = link.fragment[1:] if PARAGRAPH_ID.fullmatch(link.fragment) else near[2]
    forms = (words.parts.paragraph.format(number=number) for words in ALL_WORDS.values())
    return " or ".join(f"'{' '.join(filter(None, [near[1], form]))}'" for form in forms)


def misplaced(lines: Iterable[Content], report: Report) -> Iterator[Relation]:
    """The relations that stand in other lines of a paragraph, above its last or beside words; each line is reported."""
    for part in lines:
        relations = list(relations_among(inline.links(part)))
        if not relations:
            continue
        links = [relation.link for relation in relations]
        typed = "; ".join(f"[{link.text}]({link.address})" for link in links)
        where = "above the last line of its paragraph" if is_of_links(part) else "beside words"
        remedy = f"write all relations alone on the last line of the paragraph: '{typed}.'"
        report(links[0].line, f"'{narrow(links[0].text)}' {where}", remedy)
        yield from relations


def relations_among(links: Iterable[Link]) -> Iterator[Relation]:
    """The relations that some links state, the others left out; one without a word goes on with that before it."""
    word = ""
    for link in links:
        match = RELATION.fullmatch(narrow(link.text))
        word = (match[1] or word).lower() if match else ""
        if word in RELATIONS:
            yield Relation(word, link)
