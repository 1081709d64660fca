"""The bench: what its tables make of made-up numbers, how it makes its sites, and that its commands run."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from bench import budgets, building, growing, grown, sites
from bench.growing import Costs, Size
from bench.phone import Phone
from bench.reading import KINDS, SITES, STYLED, Reading, Samples, followed, foreign, visited
from bench.serving import Served, answer, line_time, serving
from bench.table import Row, table, verdict

ROOT = Path(__file__).resolve().parents[1]
PAGE = """<html><head><title>Cranes</title><style>p { color: red }</style></head><body>
<script>run()</script>
<p class="a" id="p1" style="color: red">Cranes <a rel="next" href="../x/">rust</a>.</p></body></html>"""


STRICT = """<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
MADE_UP = {
    "bare": "<!doctype html><title>Bare</title><h1>Cranes</h1><a class='skip-link' rel='next' href='../next/'>on</a>",
    "next": "<!doctype html><title>Next</title><h1>Harbours</h1>",
    "styled": "<!doctype html><title>Styled</title><style>body { margin: 0 } h1 { font-family: serif }"
    " .skip-link { position: absolute }</style><h1>Cranes</h1><a class='skip-link' href='#x'>Skip</a>",
    "blocked": f"<!doctype html>{STRICT}<title>Blocked</title><style>p {{ color: red }}</style><p>Cranes</p>",
    "foreign": "<!doctype html><title>Foreign</title><img src='https://localhost:9/x.png' alt=''><p>Cranes</p>",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Made-up pages, served as the bench serves its sites."""
    folder = tmp_path_factory.mktemp("sites")
    for name, page in MADE_UP.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(page)
    with serving(folder) as found:
        yield found


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Phone]:
    """A phone on a line without delay, which takes any certificate."""
    context = chromium.new_context(ignore_https_errors=True)
    yield Phone.of(context)
    context.close()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The bench as `make` runs it, on as little as it takes."""
    command = [sys.executable, "-m", "bench", "--rounds", "1", *arguments]
    return subprocess.run(
        command, cwd=ROOT / "tests", capture_output=True, text=True, env=sites.environment()
    )


def samples(**ours: float) -> Samples:
    """Three rounds in which all measures of all sites are 100, but those of ours that are named."""
    measures = ["first paint", "largest paint", "bytes", "bytes without fonts", "requests", "next"]
    measures += ["next after a hover", *(f"first paint, {kind}" for kind in KINDS)]
    found = {(site, measure): [100.0] * 3 for site in SITES for measure in measures}
    for when in ("", ", second visit"):
        found["ours", f"blocking{when}"] = found["ours", f"shift{when}"] = [0.0] * 3
    return found | {("ours", name.replace("_", " ")): [value] * 3 for name, value in ours.items()}


def size(times: int, seconds: float) -> Size:
    return Size(times, Costs({"read": seconds}, {"Page": 9}), Costs({"read": 1}, {}))


def test_a_value_above_its_budget_is_over() -> None:
    assert Row("Paint", 1.31, 1.3, places=2).is_over
    assert not Row("Paint", 1.3, 1.3, places=2).is_over
    assert not Row("Paint", 99).is_over


def test_a_value_is_judged_as_it_is_printed() -> None:
    row = Row("Paint", 1.3004, 1.3, " ×", 2)
    assert row.cells == ("Paint", "1.30 ×", "≤ 1.30 ×", "ok")


def test_what_must_not_happen_at_all_has_none_for_a_budget() -> None:
    assert Row("Violations", 1, 0).cells == ("Violations", "1", "none", "OVER")


def test_the_table_is_markdown_with_a_row_a_measure() -> None:
    lines = list(table([Row("Paint", 2, 1), Row("Shift", 0, 0)]))
    assert [line.split()[1] for line in lines[2:]] == ["Paint", "Shift"]
    assert len({len(line) for line in lines}) == 1
    assert {line.count("|") for line in lines} == {5}


def test_the_verdict_names_what_is_over_and_is_empty_where_nothing_is() -> None:
    assert verdict([Row("Paint", 2, 1), Row("Shift", 0, 0)]) == "Over budget, 1: Paint"
    assert verdict([Row("Shift", 0, 0)]) == ""


def test_the_first_paint_is_judged_as_a_multiple_of_other_sites() -> None:
    floor, plain, *_ = budgets.reading_rows(samples(first_paint=125))
    assert (floor.value, plain.value) == (1.25, 1.25)
    assert not floor.is_over
    assert plain.is_over


def test_one_round_that_shifts_is_over_budget() -> None:
    numbers = samples()
    numbers["ours", "shift"] = [0, 0, 0.004]
    rows = {row.name: row for row in budgets.reading_rows(numbers)}
    assert rows["Layout shift, first visit"].is_over
    assert not rows["Layout shift, second visit"].is_over


def test_a_violation_is_over_budget() -> None:
    (row,) = budgets.fault_rows(["policy: style-src inline 1"])
    assert row.is_over


def test_fonts_may_miss_the_first_paint_in_one_visit_of_ten() -> None:
    (one,), (two,) = (budgets.typeface_rows(misses, 10) for misses in (1, 2))
    assert (one.is_over, two.is_over) == (False, True)


def test_a_slow_first_search_is_over_budget() -> None:
    first, later = budgets.search_rows([510] * 3, [20] * 9)
    assert (first.is_over, later.is_over) == (True, False)


def test_builds_are_compared_with_plain_material() -> None:
    kept, fresh = budgets.building_rows(plain=1, kept=2.5, fresh=7)
    assert (kept.value, kept.is_over) == (2.5, True)
    assert (fresh.value, fresh.is_over) == (7, False)


@pytest.mark.parametrize(("seconds", "over"), [(9.0, False), (100.0, True)])
def test_a_step_that_grows_faster_than_the_content_is_over(seconds: float, over: bool) -> None:
    step, page = growing.growth_rows(size(1, 1), size(10, seconds))
    assert (step.name, step.is_over) == ("Build: read", over)
    assert (page.name, page.value) == ("Page", 1)


def test_the_floor_keeps_text_and_links_and_nothing_else() -> None:
    page = html.document_fromstring(sites.bare(PAGE))
    assert str(page.xpath("string(//body)")).split() == ["Cranes", "rust."]
    assert [dict(element.attrib) for element in page.iter("p", "a")] == [
        {"id": "p1"}, {"rel": "next", "href": "../x/"},
    ]  # fmt: skip


def test_an_edit_stands_in_the_first_numbered_paragraph() -> None:
    text = "# Cranes\n\nA lead.\n\nOne.\nTwo.\n{ #p2 }\n"
    assert building.edited(text, "New.") == "# Cranes\n\nA lead.\n\nOne.\nNew.\nTwo.\n{ #p2 }\n"


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a.12345678.js", b"immutable"), ("a.js", b"no-cache"), ("index.html", b"no-cache")],
)
def test_what_has_a_hash_in_its_name_is_kept_for_ever(
    tmp_path: Path, name: str, kept: bytes
) -> None:
    (tmp_path / name).write_text("text")
    assert kept in dict(answer(tmp_path, f"/{name}").headers)[b"cache-control"]


def test_a_chapter_grown_has_numbers_and_keys_of_its_own() -> None:
    body = "\nSo.[@lopez-2018-brecha][^4]\n[Answered in para. 3](roadmap.md#p3).\n{ #p2 }\n\n## End { #end }\n"
    text = grown.chapter(body, (3, 4), 1).split("---\n", 2)[2]
    assert text.splitlines()[2:] == [
        "[Answered in para. 4](#p4).", "{ #p3 }", "", "## End { #end-1 }",
    ]  # fmt: skip


def test_what_is_fetched_ahead_takes_a_round_trip_and_its_bytes() -> None:
    assert line_time(200_000) == pytest.approx(1.4)


def test_a_page_without_its_style_sheet_is_recognised(served: Served, phone: Phone) -> None:
    found = {}
    for name in ("bare", "styled"):
        phone.tab.goto(f"{served.address}{name}/")
        found[name] = phone.tab.evaluate(STYLED)
    assert found == {"bare": False, "styled": True}


def test_what_the_policy_stops_is_remembered(served: Served, phone: Phone) -> None:
    visited(phone, f"{served.address}blocked/")
    assert any("style-src-elem inline" in error for error in phone.errors)


def test_a_request_elsewhere_is_remembered(served: Served, phone: Phone) -> None:
    visited(phone, f"{served.address}foreign/")
    assert foreign(phone, served.address) == ["asked elsewhere: https://localhost:9/x.png"]


def test_a_visit_has_its_first_paint_and_no_shift(served: Served, phone: Phone) -> None:
    entries = visited(phone, f"{served.address}bare/")
    assert entries["first paint"] > 0
    assert entries["shift"] == 0


def test_a_click_is_followed_to_the_paint_of_the_next_page(served: Served, phone: Phone) -> None:
    phone.tab.goto(f"{served.address}bare/")
    assert followed(phone.tab, 0) > 0
    assert phone.tab.title() == "Next"


def test_the_server_counts_what_it_sent(served: Served, phone: Phone) -> None:
    served.sent()
    visited(phone, f"{served.address}next/")
    pages = [sent for sent in served.sent() if sent.path.endswith("/")]
    assert [(sent.path, sent.whole) for sent in pages] == [("/next/", len(MADE_UP["next"]))]


def test_a_round_of_reading_has_all_that_the_budgets_ask_for(
    tmp_path: Path, chromium: Browser
) -> None:
    after = {"digital-gaps": "next", "next": "last"}
    for page in ("digital-gaps", "next", "last", "sources", "sources/one", "briefing", "."):
        link = f"<a rel='next' href='../{after.get(page)}/'>on</a>"
        for site in SITES:
            (tmp_path / site / page).mkdir(parents=True, exist_ok=True)
            (tmp_path / site / page / "index.html").write_text(link + MADE_UP["styled"])
    with serving(tmp_path) as served:
        reading = Reading(chromium, served, "one", slow=False)
        reading.round(0)
    asked = [row.name for row in budgets.reading_rows(samples())]
    assert [row.name for row in budgets.reading_rows(reading.samples)] == asked
    assert reading.faults == []


@pytest.mark.whole
def test_the_bench_measures_a_search() -> None:
    done = run("--only", "search")
    assert "| Search, to the first result" in done.stdout, done.stderr
    assert done.returncode == ("OVER" in done.stdout)


@pytest.mark.whole
def test_the_bench_measures_growth() -> None:
    done = run("--only", "growth", "--times", "2")
    assert "| Build: whole" in done.stdout, done.stderr
    assert "| The data of the search" in done.stdout
