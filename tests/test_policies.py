"""No page lacks its policy, whatever its kind and whoever serves it: else nothing is built or frozen."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from edition.inspection.built_pages import BuiltPage, files_in, page_of, pages_in
from edition.inspection.policy_rules import RULES, policy_of
from edition.keep.publishing import Named, with_settings
from edition.problems import judged
from project import mkdocs, spoil
from serving import RELOADER, reloading

STATED = 'http-equiv="Content-Security-Policy"'
KINDS: tuple[str, ...] = (
    "",
    "roadmap/",
    "sources/",
    "sources/unctad-2017-wir/",
    "about/",
    "briefing/",
    "editions/",
)
KINDS += ("p/12/", "editions/2026-11-25/", "editions/2026-11-25/sources/", "404.html")
"""The address of a page of each kind."""


def pages_of(site: Path) -> Iterator[BuiltPage]:
    return pages_in(files_in(site), lambda file: (site / file).read_bytes())


def test_every_page_of_the_site_states_one_policy_before_all_that_it_holds_for(site: Path) -> None:
    pages = list(pages_of(site))
    assert [problem for page in pages for problem in judged(page, RULES)] == []
    assert len(pages) > 70 and {page.address.removeprefix("./") for page in pages} >= {*KINDS}


def test_no_page_allows_more_than_is_ours(site: Path) -> None:
    for page in pages_of(site):
        allowed = policy_of(page).directives
        assert allowed["default-src"] == allowed["base-uri"] == {"'none'"}, page.file
        assert allowed["form-action"] <= {"'none'", "'self'"}, page.file
        for name in allowed.keys() & {"script-src", "style-src"}:
            others = {source for source in allowed[name] if not source.startswith("'sha256-")}
            assert others <= {"'self'"}, page.file


@pytest.mark.parametrize(
    ("template", "page"),
    [("main.html", "about/"), ("stub.html", "p/1/"), ("404.html", "404.html")],
)
def test_a_page_without_its_policy_stops_the_build(small: Path, template: str, page: str) -> None:
    spoil(small, f"overrides/{template}", STATED, "")
    done = mkdocs(small, "build", "--strict")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert f"{page.removesuffix('404.html') or page}" in done.stderr
    assert "no policy (Content-Security-Policy)" in done.stderr


def test_a_page_that_somebody_writes_as_html_has_a_policy_or_stops_the_build(small: Path) -> None:
    (small / "docs/own.html").write_text("<!doctype html><title>Own</title><p>Own.</p>")
    done = mkdocs(small, "build", "--strict")
    assert done.returncode != 0
    assert "docs/own.html: built as own.html: no policy (Content-Security-Policy)" in done.stderr


def test_no_page_is_frozen_without_its_policy(small: Path) -> None:
    settings = small / "mkdocs.yml"
    named = with_settings("mkdocs.yml", settings.read_text("utf-8"), Named(9, "2027-01-02"))
    settings.write_text(named, encoding="utf-8")
    assert mkdocs(small, "build", "--strict", FREEZING="1").returncode == 0
    spoil(small, "overrides/frozen.html", STATED, "")
    done = mkdocs(small, "build", "--strict", FREEZING="1")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "editions/2027-01-02/" in done.stderr and "no policy" in done.stderr


def served(site: Path) -> Iterator[tuple[str, bytes]]:
    """Each page as `mkdocs serve` answers with it, by its file."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site))
    server.server_close()  # it is asked without a network
    server.watch(str(site))
    answer = reloading(server.serve_request)
    for file in (file for file in files_in(site) if file.endswith(".html")):
        asked: dict[str, Any] = {"PATH_INFO": f"/{file}", "wsgi.input": io.BytesIO()}
        yield file, b"".join(answer(asked, lambda *_: lambda data: None))


def test_every_page_is_served_with_its_policy_and_one_script_more(site: Path) -> None:
    pages = dict(served(site))
    assert len(pages) > 70
    for file, data in pages.items():
        page, built = page_of(file, data), page_of(file, (site / file).read_bytes())
        scripts, before = (
            policy_of(each).directives.get("script-src", frozenset()) for each in (page, built)
        )
        assert [*judged(page, RULES)] == [], file
        assert bool(RELOADER.search(data)) == bool(scripts), file
        assert len(scripts - before) == bool(scripts), file
