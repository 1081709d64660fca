"""What stands inside a page, and the policy by which browsers run and load that and our own files alone.

The policy is that of Content Security Policy, level 3. A hash is taken of the text that we put in, never of the
built page: what anybody else put there has none.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from markupsafe import Markup

from edition.write.markup import as_markup, element

POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
ENDING = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)
JsonObject = dict[str, Any]


def early_end(tag: str, text: str) -> str:
    """What would end a style or a script before its end, in words; nothing where nothing would."""
    ending = ENDING.search(text)
    return f"'{ending[0]}' would end the {tag} in which it stands" if ending else ""


@dataclass(frozen=True)
class Inline:
    """A style or a script that the build puts into a page, where it is its element."""

    tag: Literal["style", "script"]
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Nothing is escaped in such an element. Raises ValueError where something in it would end it."""
        if what := early_end(self.tag, self.text):
            raise ValueError(what)

    @property
    def hash(self) -> str:
        """How a policy names it."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    def __html__(self) -> Markup:
        return element(self.tag, as_markup(self.text), **self.attributes)


def linked_data(data: JsonObject) -> Inline:
    """JSON-LD: an object in the words of schema.org."""
    return data_block({"@context": "https://schema.org", **data}, "application/ld+json")


def data_block(data: JsonObject, media_type: str) -> Inline:
    """Data for a program: `<` is written otherwise, so that no words in it end the block or open a comment."""
    text = json.dumps(data, ensure_ascii=False).replace("<", r"\u003c")
    return Inline("script", text, {"type": media_type})


def policy(*parts: Inline | None) -> Markup:
    """The policy of a page: it allows our own files, and the parts that we put into the page."""
    allowed = {
        tag: " ".join(["'self'", *(part.hash for part in parts if part and part.tag == tag)])
        for tag in ("script", "style")
    }
    return as_markup(POLICY.format(**allowed))
