"""Writes the text as CommonMark, one sentence a line; note marks are those of footnotes."""

import re
from collections.abc import Callable, Iterable, Sequence

from edition.model import Block, Heading
from edition.model.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    InPlace,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Subscript,
    Superscript,
    Text,
    words,
)

AddressOf = Callable[[Link], str]
"""Says where a link leads, seen from the file that is written."""
SPECIAL = re.compile(r"([\\`*_\[\]<]|&(?=#?\w+;)|(?<![\w.])@(?=\w|$))")
AT_START = re.compile(r"(?m)^(\s*)(?=[#>+=~|-])|^(\s*\d+)(?=[.)](\s|$))")
"""What would begin a block of another kind, at the start of a line."""


def escaped(text: str) -> str:
    """Plain text in Markdown, each character that would be markup escaped."""
    return SPECIAL.sub(r"\\\1", text)


def running_text(content: Content, address_of: AddressOf) -> str:
    """Running text, each sentence on its line; a hard break is a backslash at the end of one."""
    written = "".join(inline(part, address_of) for part in content)
    return AT_START.sub(r"\1\2\\", written)


def inline(part: Inline, address_of: AddressOf) -> str:
    match part:
        case Text():
            return escaped(part.words)
        case Code():
            return code(part.words)
        case Emphasis() | Cite():
            return f"*{inlines(part.content, address_of)}*"
        case SourceTitle():
            return inlines(part.content, address_of)
        case Strong():
            return f"**{inlines(part.content, address_of)}**"
        case Superscript():
            return f"<sup>{inlines(part.content, address_of)}</sup>"
        case Subscript():
            return f"<sub>{inlines(part.content, address_of)}</sub>"
        case Link():
            return link(part, address_of(part), inlines(part.content, address_of))
        case NoteMark():
            return f"[^{part.number}]"
        case InPlace():
            return inlines(part.content, address_of)
        case Break():
            return "\\\n" if part.is_hard else "\n"


def link(part: Link, address: str, written: str) -> str:
    """A link; one whose words are its address stands in angle brackets (CommonMark 6.5)."""
    if words(part.content) == address and re.match(r"[a-z]+:[^\s<>]*$", address):
        return f"<{address}>"
    title = f' "{escaped_title(part.title)}"' if part.title else ""
    return f"[{written}]({destination(address)}{title})"


def as_it_stands(part: Link) -> str:
    return part.address


def one_line(content: Content) -> str:
    """Running text that begins no line, such as a citation, its links as they stand."""
    return inlines(content, as_it_stands)


def inlines(content: Content, address_of: AddressOf) -> str:
    return "".join(inline(part, address_of) for part in content)


def code(typed: str) -> str:
    """Code between more backticks than stand together in it (CommonMark 6.1)."""
    fence = "`" * (max(map(len, re.findall("`+", typed)), default=0) + 1)
    blank = " " if typed.startswith("`") or typed.endswith("`") else ""
    return f"{fence}{blank}{typed}{blank}{fence}"


def destination(address: str) -> str:
    """An address as a link has it: in angle brackets where a blank or a bracket would end it."""
    return f"<{address}>" if re.search(r"[\s()<>]", address) or not address else address


def escaped_title(title: str) -> str:
    return re.sub(r'([\\"])', r"\\\1", title)


def blocks(parts: Iterable[Heading | Block], address_of: AddressOf) -> str:
    """Blocks with an empty line between them."""
    return "\n\n".join(block(part, address_of) for part in parts)


def block(block: Heading | Block, address_of: AddressOf) -> str:
    """A block, without a line feed at its end."""
    if isinstance(block, Heading):
        return heading(block)
    match block.element:
        case "pre":
            return indented(plain_code(block.content), "    ")
        case "blockquote":
            return quoted(blocks(block.blocks, address_of))
        case "ul" | "ol":
            return listed(block, address_of)
        case "table":
            return table(block, address_of)
        case "hr":
            return "***"
        case _:
            return running_text(block.content, address_of)


def heading(heading: Heading, deeper: int = 0) -> str:
    """A heading with its id, some levels deeper than it stands."""
    return f"{'#' * (heading.level + deeper)} {escaped(heading.title)} {{ #{heading.id} }}"


def plain_code(content: Content) -> str:
    return "".join(part.words for part in content if isinstance(part, Code)).rstrip("\n")


def quoted(text: str) -> str:
    """Text as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{line}".rstrip() for line in text.split("\n"))


def listed(list_block: Block, address_of: AddressOf) -> str:
    """A list; in a tight one no empty line stands between the items."""
    is_tight = any(block.element == "" for item in list_block.blocks for block in item.blocks)
    first = int(dict(list_block.attributes).get("start", 1))
    items = (
        item(
            f"{number}. " if list_block.element == "ol" else "- ", item_block, is_tight, address_of
        )
        for number, item_block in enumerate(list_block.blocks, first)
    )
    return ("\n" if is_tight else "\n\n").join(items)


def item(mark: str, item_block: Block, is_tight: bool, address_of: AddressOf) -> str:
    """An item of a list; what it holds beside its first words stands four blanks deep, as Python-Markdown has it."""
    mark = mark.ljust(4) if len(item_block.blocks) > 1 else mark
    parts = (block(part, address_of) for part in item_block.blocks)
    text = ("\n" if is_tight else "\n\n").join(parts)
    return mark + indented(text, " " * len(mark)).lstrip(" ")


def table(table_block: Block, address_of: AddressOf) -> str:
    """A table (GitHub Flavored Markdown 4.10): its head, how its columns are aligned, its rows."""
    head, *rows = [row for part in table_block.blocks for row in part.blocks]
    lines = (cells(row.blocks, address_of) for row in rows)
    marks = " | ".join(ALIGNED[dict(cell.attributes).get("align", "")] for cell in head.blocks)
    return "\n".join([cells(head.blocks, address_of), f"| {marks} |", *lines])


ALIGNED = {"": "---", "left": ":--", "right": "--:", "center": ":-:"}


def cells(row: Sequence[Block], address_of: AddressOf) -> str:
    texts = (inlines(cell.content, address_of).replace("|", r"\|") for cell in row)
    return f"| {' | '.join(texts)} |"
