"""The register: how it is read, what a built site publishes, what stops a build, and what `make register` adds."""

import json
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from edition.__main__ import main
from edition.keep.address_tables import (
    REDIRECTS,
    REGISTER,
    order,
)
from edition.keep.frozen_editions import read_editions
from edition.keep.manifest import manifest
from edition.keep.published import Frozen, Published, published, shown_by
from edition.keep.registering import new_addresses, with_new
from edition.problems import Problems
from edition.read.front_matter import decoded
from project import ROOT, faults_of, make, mkdocs, number_and_day, spoil
from registers import HEADER, read, real_register, site, wrong

UNLESS = ", or delete the line if it never was published"
PATTERN = "write a page ('about/'), an id on it ('about/#rules') or a file ('edition.json')"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f"{REGISTER}:1: the first line is not the header; write 'address,edition'"),
        ("a/,1\n", f"{REGISTER}:1: the first line is not the header; write 'address,edition'"),
        (f"{HEADER}a/,1,x\n", f"{REGISTER}:2: 3 values where 2 belong; write 'address,edition', or delete the line"),
        (f"{HEADER}a/\n", f"{REGISTER}:2: 1 values where 2 belong; write 'address,edition', or delete the line"),
        (f"{HEADER}\na/,1\n", f"{REGISTER}:2: no values; write 'address,edition', or delete the line"),
        (f'{HEADER}"a/,1\n', f"{REGISTER}:2: no values; write 'address,edition', or delete the line"),
        (f"{HEADER}a b/,1\n", f"{REGISTER}:2: address 'a b/' breaks the pattern; {PATTERN}"),
        (f"{HEADER}/a/,1\n", f"{REGISTER}:2: address '/a/' breaks the pattern; {PATTERN}"),
        (f"{HEADER}../a/,1\n", f"{REGISTER}:2: address '../a/' breaks the pattern; {PATTERN}"),
        (f"{HEADER}a/#,1\n", f"{REGISTER}:2: address 'a/#' breaks the pattern; {PATTERN}"),
        (f"{HEADER},1\n", f"{REGISTER}:2: address '' breaks the pattern; {PATTERN}"),
        (f"{HEADER}https://a.b/c,1\n", f"{REGISTER}:2: address 'https://a.b/c' breaks the pattern; {PATTERN}"),
        (f"{HEADER}a/,0\n", f"{REGISTER}:2: edition '0' is no number; write the edition's number, such as 1"),
        (f"{HEADER}a/, 1\n", f"{REGISTER}:2: edition ' 1' is no number; write the edition's number, such as 1"),
        (f"{HEADER}a/,{'9' * 5000}\n", f"{REGISTER}:2: edition '{'9' * 5000}' is no number; "
         "write the edition's number, such as 1"),
        (f"{HEADER}a/,3\n", f"{REGISTER}:2: edition 3 is yet to come: the current one is 2; "
         "write the edition in which the address first appeared"),
        (f"{HEADER}a/,1\na/,2\n", f"{REGISTER}:3: 'a/' is doubled, first on line 2; "
         "delete one of the two, that of the later edition"),
        (f"{HEADER}A/#b,1\na/#b,1\n", f"{REGISTER}:3: 'a/#b' differs from 'A/#b' on line 2 in capitals alone; "
         "delete the one that was never published"),
    ],
)  # fmt: skip
def test_a_wrong_line_of_the_register_is_reported_with_its_number(text: str, said: str) -> None:
    assert read(text)[1] == [said]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = (ROOT / REGISTER).read_bytes()
    problems = Problems()
    for start in (b"", b"\xef\xbb\xbf"):
        windows = start + plain.replace(b"\n", b"\r\n")
        assert decoded(windows, REGISTER, problems) == plain.decode()
    assert problems == []


def test_addresses_are_sorted_as_people_count() -> None:
    listed = ["./", "./#p1", "a/", "a/#fn:2", "a/#fn:12", "a/#p2", "a/#p12", "a/#p12a", "a/x.bib"]
    assert sorted(reversed(listed), key=order) == listed


EVERYWHERE = site({"a/": "c p2 p12", "b/": "", "c/": ""})


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("a/#p12,1\na/#p2,1\n", "2: 'a/#p12' stands out of order; move the line to the end"),
        ("b/,1\na/,1\na/#c,1\n", "2: 'b/' stands out of order; move the line to the end"),
        ("b/,1\nc/,1\na/,1\n", "4: 'a/' stands out of order; move the line above 'b/'"),
    ],
)
def test_a_line_out_of_order_is_reported_with_its_number(register: str, said: str) -> None:
    assert wrong(register, EVERYWHERE) == [f"{REGISTER}:{said}"]


def test_a_line_out_of_order_that_must_change_anyway_is_reported_once() -> None:
    (said,) = wrong("B/,1\na/,1\n", EVERYWHERE)
    assert (
        said
        == f"{REGISTER}:2: 'B/' of edition 1 is published as 'b/'; write 'b/', or bring it back"
    )


@pytest.mark.parametrize("seed", range(9))
def test_moving_the_reported_lines_puts_the_register_in_order(seed: int) -> None:
    lines = [f"a/#p{number},1\n" for number in range(1, 40)]
    for line in random.Random(seed).sample(lines, 5):
        lines.remove(line)
        lines.insert(random.Random(line).randrange(len(lines)), line)
    said = wrong("".join(lines), site({"a/": " ".join(f"p{n}" for n in range(1, 40))}))
    left = [line for at, line in enumerate(lines, 2) if not any(f":{at}:" in s for s in said)]
    assert 0 < len(said) <= 5 and left == sorted(left, key=order)


def test_a_register_that_was_shuffled_is_one_line() -> None:
    lines = [f"a/#p{number},1\n" for number in range(1, 40)]
    said = wrong("".join(reversed(lines)), site({"a/": " ".join(f"p{n}" for n in range(1, 40))}))
    mend = f"get the file back, git checkout {REGISTER}, then add what is new, make register"
    assert said == [f"{REGISTER}:2: 38 lines stand out of order, this is the first; {mend}"]


def test_an_id_is_published_where_it_names_a_part_of_the_text(tmp_path: Path) -> None:
    page = """<body><p id="outside"></p><main><nav id="a"><p id="b"></p></nav><h2 id="c"></h2>
        <p id="p1"><span id="d"></span><sup id="fnref:1"></sup><button id="e"></button></p>
        <form id="f"><p id="g"></p></form><ol><li id="fn:1"></li></ol>
        <dialog id="h"></dialog><p id="moved" data-moved="../x/"></p></main></body>"""
    built = built_in(tmp_path, {"x/index.html": page})
    assert built.ids == {"x/": ("c", "p1", "fnref:1", "fn:1")}
    assert built.moved == {"x/#moved"}


def built_in(folder: Path, files: Mapping[str, str]) -> Published:
    """What a folder publishes that holds these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return published(folder)


def test_an_empty_page_publishes_itself_and_no_id(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "index.html").touch()
    assert published(tmp_path).ids == {"x/": ()}


def test_files_are_published_but_those_that_nobody_links_to(tmp_path: Path) -> None:
    names = ("assets/x.0123abcd.css", "404.html", "sitemap.xml", "sitemap.xml.gz")
    built = built_in(tmp_path, {name: "<p>" for name in (*names, "a/sources.bib", "llms.txt")})
    assert built.addresses == {"a/sources.bib", "llms.txt"}


def test_pages_of_a_frozen_edition_are_published_without_their_ids(tmp_path: Path) -> None:
    page = '<main><p id="p1"></p></main>'
    names = ("index.html", "editions/index.html", "editions/2026-11-24/a/index.html")
    built = built_in(tmp_path, dict.fromkeys(names, page))
    old = {"editions/2026-11-24/a/"}
    assert built.addresses == old | {"./", "./#p1", "editions/", "editions/#p1"}
    assert "editions/2026-11-24/a/#p1" in built.real


def test_nothing_is_wrong_where_everything_stands() -> None:
    built = site({"a/": "p1 fn:1", "b/": "p2"}, "a.bib")
    assert wrong("a.bib,1\na/,1\na/#fn:1,1\na/#p1,1\nb/#p2,2\n", built) == []


def test_what_is_new_stops_nothing() -> None:
    assert wrong("a/,1\n", site({"a/": "p1", "b/": "p2"}, "b.bib")) == []


@pytest.mark.parametrize(
    ("register", "built", "said"),
    [
        ("a/#p1,1\n", site({"a/": ""}), f"{REGISTER}:2: 'a/#p1' of edition 1 is published no more; "
         f"bring it back, or add 'a/#p1,…' to {REDIRECTS}{UNLESS}"),
        ("a/,1\n", site({"b/": ""}), f"{REGISTER}:2: 'a/' of edition 1 is published no more; "
         f"bring it back, or add 'a/,…' to {REDIRECTS}{UNLESS}"),
        ("a.bib,2\n", site({"b/": ""}), f"{REGISTER}:2: 'a.bib' of edition 2 is published no more; "
         f"bring it back, since a file moves with its page alone{UNLESS}"),
        ("a/#p1,1\n", site({"a/": "", "b/": "p1"}), f"{REGISTER}:2: 'a/#p1' of edition 1 now stands at 'b/#p1'; "
         f"add the line 'a/#p1,b/#p1' to {REDIRECTS}"),
        ("a/#x,1\nb/#x,1\n", site({"a/": "", "b/": "x"}), f"{REGISTER}:2: 'a/#x' of edition 1 is published no more; "
         f"bring it back, or add 'a/#x,…' to {REDIRECTS}{UNLESS}"),
        ("a/#P1,1\n", site({"a/": "p1"}), f"{REGISTER}:2: 'a/#P1' of edition 1 is published as 'a/#p1'; "
         "write 'a/#p1', or bring it back"),
        ("A/#p1,1\na/,1\n", site({"a/": "p1"}), f"{REGISTER}:2: 'A/#p1' of edition 1 is published as 'a/#p1'; "
         "write 'a/#p1', or bring it back"),
        ("a/,1\na/#p1,1\na/#p2,1\n", site({"b/": "p1 p2"}), f"{REGISTER}:2: 'a/' of edition 1 now stands at 'b/'; "
         f"add the line 'a/,b/' to {REDIRECTS}"),
        ("a.bib,1\na/,1\na/#p1,1\na/x.md,1\n", site({"b/": "p1"}, "b.bib", "b/x.md"),
         f"{REGISTER}:3: 'a/' of edition 1 now stands at 'b/'; add the line 'a/,b/' to {REDIRECTS}"),
        ("a.bib,1\na/,1\na/#p1,1\na/x.md,1\n", site({"b/": ""}),
         f"{REGISTER}:3: 'a/' of edition 1 is published no more; "
         f"bring it back, or add 'a/,…' to {REDIRECTS}{UNLESS}"),
        ("editions/2026-11-24/,1\neditions/2026-11-24/a/,1\neditions/2026-11-24/x.css,1\n"
         "editions/#since-2026-11-24,1\n", site({"editions/": ""}),
         f"{REGISTER}:2: 'editions/2026-11-24/' of edition 1 is published no more; "
         "get the edition back: git checkout docs/editions/2026-11-24"),
        ("a/#x,1\n", site({"a/": "x x"}), f"{REGISTER}:2: 'a/#x' stands 2 times on its page; "
         "give one of the two another id"),
        ("a/#p1,1\n", site({"a/": "p1", "b/": "p1"}), f"{REGISTER}: 'b/#p1' stands on 'a/' as well; "
         "give one of the two another id"),
        ("b/#fn:1,1\n", site({"a/": "fn:1", "b/": "fn:1"}), f"{REGISTER}:2: 'b/#fn:1' stands on 'a/' as well; "
         "give one of the two another id"),
    ],
)  # fmt: skip
def test_what_vanished_moved_or_is_doubled_is_one_line(
    register: str, built: Published, said: str
) -> None:
    assert wrong(register, built) == [said]


def test_a_heading_of_the_same_name_on_two_pages_is_no_double() -> None:
    assert wrong("a/#notes,1\nb/#notes,1\n", site({"a/": "notes", "b/": "notes"})) == []


def test_a_redirect_lets_an_address_go() -> None:
    built = site({"b/": "p1"}, moved=("a/", "a/#p1", "b/#x"))
    assert wrong("a/,1\na/#p1,1\nb/#x,1\n", built, "a/,b/\nb/#x,b/#p1\n") == []


def test_a_file_that_its_page_does_not_take_along_is_one_line() -> None:
    built = site({"b/": ""}, moved=("a/",))
    what = "'a/x.md' of edition 1 is published no more"
    mend = f"bring it back, since a file moves with its page alone{UNLESS}"
    assert wrong("a/,1\na/x.md,1\n", built, "a/,b/\n") == [f"{REGISTER}:3: {what}; {mend}"]


def test_an_id_that_its_page_does_not_take_along_is_one_line() -> None:
    built = site({"b/": "p1"}, moved=("a/", "a/#p2"))
    what = "'a/#p2' of edition 1 is led to 'b/#p2', which does not exist"
    mend = f"add the line 'a/#p2,…', with its place, to {REDIRECTS}"
    assert wrong("a/,1\na/#p2,1\n", built, "a/,b/\n") == [f"{REGISTER}:3: {what}; {mend}"]


FIRST = Frozen(1, "docs/editions/2026-11-24", frozenset({"a/", "a/#p1"}))


def test_an_edition_later_than_a_frozen_one_that_holds_the_address_is_found() -> None:
    said = wrong("a/,1\na/#p1,2\n", site({"a/": "p1"}), "", FIRST)
    what = "'a/#p1' is said to be of edition 2, but docs/editions/2026-11-24 holds it"
    assert said == [f"{REGISTER}:3: {what}; write 'a/#p1,1'"]


def test_what_a_frozen_edition_holds_may_not_vanish_together_with_its_line() -> None:
    said = wrong("a/,1\n", site({"a/": ""}), "", FIRST)
    mend = f"bring it back, or add 'a/#p1,…' to {REDIRECTS}"
    assert said == [f"{REGISTER}: 'a/#p1' of edition 1 is published no more; {mend}"]


def test_a_frozen_edition_is_read_from_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "editions/2026-11-24"
    page = '<main><h2 id="begin"></h2><p id="p1"></p></main>'
    stated = {"edition": {"number": 1, "date": "2026-11-24"}, "chapters": []}
    texts = {"index.html": page, "a/index.html": page, "edition.json": json.dumps(stated)}
    sums = manifest({name: text.encode() for name, text in texts.items()})
    built_in(folder, {**texts, "SHA256SUMS": sums})
    problems = Problems()
    (found,) = map(shown_by, read_editions(tmp_path / "editions", problems))
    addresses = {"./", "./#begin", "./#p1", "a/", "a/#begin", "a/#p1"}
    assert (found, problems) == (Frozen(1, "docs/editions/2026-11-24", frozenset(addresses)), [])


def test_new_addresses_get_the_edition_in_which_they_first_appeared() -> None:
    register = read(f"{HEADER}a/#p2,1\n")[0]
    text, new = with_new(register, site({"a/": "p1 p2 p12"}), [FIRST], 2)
    assert new == ["a/", "a/#p1", "a/#p12"]
    assert text == f"{HEADER}a/,1\na/#p1,1\na/#p2,1\na/#p12,2\n"


def test_no_line_is_taken_out_of_the_register_or_changed() -> None:
    kept = f"{HEADER}a/,1\na/#gone,1\nz.bib,2\n"
    assert with_new(read(kept)[0], site({"a/": ""}), [], 2) == (kept, [])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a built site of one page, and a register that holds that page."""
    settings = "extra:\n  edition:\n    number: 2\nsite_url: !ENV [SITE_URL, x]\n"
    files = {"mkdocs.yml": settings, REGISTER: f"{HEADER}a/,1\n"}
    built_in(tmp_path, {**files, "site/a/index.html": '<main><p id="p1">'})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_adds_what_is_new_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (main("register", "site"), main("register", "site")) == (0, 0)
    assert capsys.readouterr().out == f"{REGISTER}: 1 new\n  a/#p1\n{REGISTER}: 0 new\n"
    assert (project / REGISTER).read_bytes() == f"{HEADER}a/,1\na/#p1,2\n".encode()


def test_the_command_leaves_a_register_alone_that_it_cannot_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / REGISTER).write_text(f"{HEADER}a/,3\n")
    assert main("register", "site") == 1
    assert capsys.readouterr().err.startswith(f"{REGISTER}:2: edition 3 is yet to come")
    assert (project / REGISTER).read_text() == f"{HEADER}a/,3\n"


def test_the_command_wants_the_number_of_the_edition_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text("extra:\n  edition:\n    number: !ENV [NUMBER, 2]\n")
    assert main("register", "site") == 1
    mend = "write the number there; `make edition` changes it"
    said = f"mkdocs.yml: extra.edition.number is no number of its own; {mend}\n"
    assert capsys.readouterr().err == said


def test_the_command_refuses_an_address_that_breaks_the_pattern(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "site/a b.bib").touch()
    assert main("register", "site") == 1
    mend = "use letters, digits and hyphens in the names of files, pages and ids"
    said = f"site: 'a b.bib' breaks the pattern of addresses; {mend}\n"
    assert capsys.readouterr().err == said


def test_the_register_holds_every_address(site: Path) -> None:
    new = new_addresses(real_register(), published(site))
    assert new == [], f"run `make register`, which adds to {REGISTER}: {', '.join(new)}"


def test_the_register_holds_what_the_issue_names() -> None:
    named = {"./", "roadmap/", "roadmap/#p25", "roadmap/#fn:25", "roadmap/#fnref:25", "p/12/",
             "sources/cepal-2018-monitoreo/", "sources/#cepal-2018-monitoreo",
             "sources/sources.bib", "roadmap/#ict-infrastructure"}  # fmt: skip
    assert named <= real_register().keys()


def test_mistakes_of_the_register_stop_the_build_before_it_begins(papers: Path) -> None:
    file = papers / REGISTER
    file.write_bytes(
        file.read_bytes().replace(b"\nroadmap/,1\n", b"\nroadmap/,1\nroadmap/ x,\xff\n")
    )
    spoil(papers, REDIRECTS, "from,to", "from;to")
    said = [line.partition(";")[0] for line in faults_of(papers)]
    at = file.read_bytes().split(b"\n").index(b"roadmap/ x,\xff") + 1
    assert said == [
        f"{REDIRECTS}:1: the first line is not the header",
        f"{REGISTER}:{at}: address 'roadmap/ x' breaks the pattern",
        f"{REGISTER}:{at}: byte 0xff is not UTF-8",
        f"{REGISTER}:{at}: edition '?' is no number",
    ]


def test_without_its_register_nothing_is_built(papers: Path) -> None:
    (papers / REGISTER).unlink()
    mend = f"get the file back: git checkout {REGISTER}"
    assert faults_of(papers) == [f"{REGISTER}: cannot be read: No such file or directory; {mend}"]


def test_what_a_change_of_the_text_loses_stops_the_build(copy: Path) -> None:
    spoil(copy, "docs/roadmap.md", "{ #ict-infrastructure }", "{ #networks }")
    line = real_register(copy)["roadmap/#ict-infrastructure"].line
    done = mkdocs(copy, "build")
    said = [text for text in done.stderr.splitlines() if text.startswith("ERROR")]
    what = "'roadmap/#ict-infrastructure' of edition 1 is published no more"
    mend = f"bring it back, or add 'roadmap/#ict-infrastructure,…' to {REDIRECTS}{UNLESS}"
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert said[0].endswith(f" {REGISTER}:{line}: {what}; {mend}")
    assert said[1].endswith(" 1 mistake(s), listed above. What was built must not go out.")


INSERTED = """
## A new heading { #new-heading }

A paragraph that a later edition inserts.
{ #p12a }
"""


def test_what_is_inserted_moves_nothing_and_make_register_adds_it(copy: Path, site: Path) -> None:
    spoil(copy, "docs/cooperation-value.md", "{ #p12 }\n", f"{{ #p12 }}\n{INSERTED}")
    known = (copy / REGISTER).read_text("utf-8").splitlines()
    done = make(copy, "register")
    assert done.returncode == 0, done.stderr
    before, after = published(site), published(copy / "site")
    assert real_register().keys() <= after.addresses
    new = ["cooperation-value/#new-heading", "cooperation-value/#p12a", "p/12a/"]
    assert sorted(after.addresses - before.addresses) == new
    assert words_in(copy / "site").items() > words_in(site).items()
    lines = (copy / REGISTER).read_text("utf-8").splitlines()
    number, _ = number_and_day()
    assert [line for line in lines if line not in known] == [f"{place},{number}" for place in new]
    assert [line for line in lines if line in known] == known


def words_in(folder: Path) -> dict[str, str]:
    """The words of each paragraph of a built site, by its id."""
    found: dict[str, str] = {}
    for file in folder.glob("**/index.html"):
        for paragraph in html.parse(str(file)).xpath("//p[@id][a[@class='paragraph-number']]"):
            found[paragraph.get("id")] = paragraph.text_content()
    return found
