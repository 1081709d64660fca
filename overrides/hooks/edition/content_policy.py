"""What stands inside a page, and the policy by which browsers run and load that and our own files alone.

The policy is that of Content Security Policy, level 3. A hash is taken of the text that we put in, never of the
built page: what anybody else put there has none.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from edition.markup import element

POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


@dataclass(frozen=True)
class Inline:
    """A style or a script that the build puts into a page; printed, it is its element."""

    tag: Literal["style", "script"]
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """How a policy names it."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    def __str__(self) -> str:
        return element(self.tag, self.text, **self.attributes)


def policy(*parts: Inline | None) -> str:
    """Our own files, and the parts that we put into the page."""
    allowed = {
        tag: " ".join(["'self'", *(part.hash for part in parts if part and part.tag == tag)])
        for tag in ("script", "style")
    }
    return POLICY.format(**allowed)
