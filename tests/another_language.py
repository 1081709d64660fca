"""Words in a language that has one letter, so that what is said in it is told from what is not."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any


def in_another_language(room: Any, name: str = "") -> Any:  # noqa: ANN401
    """A record's words in a language that has one letter; what authors type stays."""
    if isinstance(room, str):
        return re.sub(r"\{\w+\}|[A-Za-z]", lambda m: m[0] if m[0].startswith("{") else "ж", room)
    if isinstance(room, Mapping):
        typed = name == "in_return"
        return {key: word if typed else in_another_language(word) for key, word in room.items()}
    if is_dataclass(room) and not isinstance(room, type):
        said = {f.name: in_another_language(getattr(room, f.name), f.name) for f in fields(room)}
        return replace(room, **said)
    return tuple(in_another_language(word) for word in room)
