"""What templates ask of views is there: since a view that is taken out shows nothing, nothing else would say so."""

import re
import typing
from collections.abc import Iterator
from importlib import import_module
from types import NoneType, UnionType

import pytest

from project import ROOT, settings

TEMPLATES = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for file in (ROOT / "overrides").rglob("*.html")
}
ASKED = re.compile(r"\bview\.(\w+)(?:\.(\w+))?")
RECORDS = {
    name.rpartition(".")[2]: getattr(import_module(f"edition.views.{name}"), "on_page", None)
    for name in settings()["extra"]["views"]
}


def asked(templates: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for file, text in templates.items():
        yield from ((file, view, name) for view, name in ASKED.findall(text))


def names_of(view: str) -> set[str]:
    """What the record has that a view shows on a page."""
    shown = typing.get_type_hints(RECORDS[view])["return"]
    kinds = typing.get_args(shown) if isinstance(shown, UnionType) else (shown,)
    return {name for kind in kinds if kind is not NoneType for name in (*dir(kind), *fields(kind))}


def fields(kind: type) -> list[str]:
    return list(getattr(kind, "__dataclass_fields__", {}))


def unknown(templates: dict[str, str]) -> list[str]:
    """What templates ask for that no view shows."""
    return [
        f"{file}: view.{view}.{name}"
        for file, view, name in asked(templates)
        if not RECORDS.get(view) or (name and name not in names_of(view))
    ]


def test_templates_ask_views_for_what_they_show() -> None:
    assert len(list(asked(TEMPLATES))) > 30
    assert unknown(TEMPLATES) == []


@pytest.mark.parametrize("text", ["{{ view.serch.records }}", "{{ view.search.recrods }}"])
def test_what_no_view_shows_is_named(text: str) -> None:
    assert unknown({"a.html": text}) == [f"a.html: {text[3:-3]}"]
