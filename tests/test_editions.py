"""The rules of frozen editions: checksums, reading, what has changed since, what is kept of a page, the command."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

import made_up
from edition.keep.changes import Change, Piece, changes, corrected, differences, wording
from edition.keep.frozen_editions import (
    CitedSource,
    FrozenEdition,
    Wording,
    names_the_last,
    read_editions,
)
from edition.keep.manifest import manifest, manifest_problems
from edition.keep.publishing import (
    Named,
    RefusalError,
    frozen_files,
    next_edition,
    refuse_uncommitted,
    settings_of,
    with_settings,
)
from edition.model import Citation
from edition.problems import Problems
from project import ROOT

DAY = "2098-12-31"


# Checksums

FILES = {"a.html": b"one", "b/c.html": b"two"}


def checked(**changed: bytes | None) -> list[str]:
    """What is said of files that were frozen as FILES, when some (`a_html`) were changed, added or taken away."""
    files = {**FILES, "SHA256SUMS": manifest(FILES).encode()}
    for name, data in changed.items():
        path = name.replace("__", "/").replace("_", ".")
        files[path] = data or b""
        if data is None:
            del files[path]
    return Problems(manifest_problems("docs/editions/D", files)).report()


def test_a_manifest_is_what_sha256sum_writes() -> None:
    sums = [(hashlib.sha256(data).hexdigest(), path) for path, data in FILES.items()]
    assert manifest(FILES) == "".join(f"{digest}  {path}\n" for digest, path in sums)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, None),
        (
            {"b__c_html": b"three"},
            "/SHA256SUMS:2: b/c.html was changed after it was frozen; get it back: git checkout docs/editions/D",
        ),
        (
            {"a_html": None},
            "/SHA256SUMS:1: a.html is missing; get it back: git checkout docs/editions/D",
        ),
        (
            {"d_html": b"new"},
            "/d.html: is not among the files of SHA256SUMS; delete it if it was added; "
            "else get the list back: git checkout docs/editions/D",
        ),
        (
            {"SHA256SUMS": b"abc  a.html\n"},
            "/SHA256SUMS:1: 'abc a.html' is not a checksum and a path; "
            "get it back: git checkout docs/editions/D",
        ),
        (
            {"SHA256SUMS": None},
            "/SHA256SUMS: is missing; get it back: git checkout docs/editions/D",
        ),
    ],
)
def test_a_file_that_is_not_as_it_was_frozen_is_one_line(
    changed: dict[str, bytes | None], said: str | None
) -> None:
    assert checked(**changed) == ([f"docs/editions/D{said}"] if said else [])


# Frozen editions, read


def frozen_data(number: int, date: str) -> dict[str, object]:
    notes = [{"n": 3, "letter": "a", "key": "fox", "locator": None, "sentence": "It is."}]
    paragraph = {"id": "p1", "text": "It is.", "notes": notes, "refs": []}
    edition = {"number": number, "date": date, "address": "./"}
    chapter = {"id": "cranes", "paragraphs": [paragraph]}
    return {"edition": edition, "chapters": [chapter], "sources": []}


def put(folder: Path, data: object) -> None:
    """Freezes an edition that holds its edition.json alone."""
    folder.mkdir(parents=True)
    files = {"edition.json": data if isinstance(data, bytes) else json.dumps(data).encode()}
    for path, content in {**files, "SHA256SUMS": manifest(files).encode()}.items():
        (folder / path).write_bytes(content)


def read(folder: Path) -> tuple[tuple[FrozenEdition, ...], list[str]]:
    problems = Problems()
    return read_editions(folder, problems), problems.report()


def test_editions_are_read_in_the_order_of_their_days(tmp_path: Path) -> None:
    for number, day in ((2, "2027-01-01"), (1, "2026-11-24")):
        put(tmp_path / day, frozen_data(number, day))
    (tmp_path / ".DS_Store").touch()
    (tmp_path / "2027-01-01" / ".DS_Store").touch()
    found, said = read(tmp_path)
    assert said == [] and [edition.number for edition in found] == [1, 2]
    assert found[0].paragraphs == {"p1": Wording("It is.", (CitedSource("3a", Citation("fox")),))}


def test_no_folder_of_editions_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path / "editions") == ((), [])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "draft",
            frozen_data(1, "draft"),
            "draft: is no frozen edition; move it elsewhere: here each folder is an edition, named like 2026-11-24",
        ),
        (
            "2026-02-30",
            frozen_data(1, "2026-02-30"),
            "2026-02-30: is no frozen edition; move it elsewhere: here each folder is an edition, "
            "named like 2026-11-24",
        ),
        (
            "2026-11-24",
            b"{",
            "2026-11-24/edition.json: cannot be read as an edition (JSONDecodeError: Expecting property name "
            "enclosed in double quotes: line 1 column 2 (char 1)); get it back: "
            "git checkout docs/editions/2026-11-24",
        ),
        (
            "2026-11-24",
            {"edition": {"number": 1, "date": "2026-11-24"}},
            "2026-11-24/edition.json: cannot be read as an edition (KeyError: 'chapters'); "
            "get it back: git checkout docs/editions/2026-11-24",
        ),
        (
            "2026-11-24",
            frozen_data(1, "2026-11-25"),
            "2026-11-24/edition.json: holds the edition of 2026-11-25, not the one that its folder is named after; "
            "name the folder 2026-11-25",
        ),
    ],
)
def test_what_is_no_frozen_edition_is_one_line(
    tmp_path: Path, name: str, data: object, said: str
) -> None:
    put(tmp_path / name, data)
    assert read(tmp_path) == ((), [f"docs/editions/{said}"])


def test_a_changed_frozen_edition_is_not_reported_as_missing_as_well(tmp_path: Path) -> None:
    for number in (1, 2):
        put(tmp_path / f"2027-01-0{number}", frozen_data(number, f"2027-01-0{number}"))
    (tmp_path / "2027-01-01/link").symlink_to("nowhere")
    assert read(tmp_path)[1] == [
        "docs/editions/2027-01-01/link: is not among the files of SHA256SUMS; delete it if it was added; "
        "else get the list back: git checkout docs/editions/2027-01-01"
    ]


@pytest.mark.parametrize(("numbers", "follows"), [((1, 3), "edition 1"), ((2,), "none")])
def test_an_edition_that_is_gone_is_missed(
    tmp_path: Path, numbers: tuple[int, ...], follows: str
) -> None:
    for number in numbers:
        put(tmp_path / f"2027-01-0{number}", frozen_data(number, f"2027-01-0{number}"))
    last = numbers[-1]
    assert read(tmp_path)[1] == [
        f"docs/editions/2027-01-0{last}/edition.json: is edition {last}, but follows {follows}; "
        "get back what was deleted or renamed: git checkout docs/editions"
    ]


def test_pages_name_the_last_frozen_edition() -> None:
    later = (FrozenEdition(1, "2026-11-24", {}), FrozenEdition(2, "2027-01-01", {}))
    assert Problems(names_the_last(made_up.SETTINGS, later[:1])).report() == []
    assert Problems(names_the_last(made_up.SETTINGS, later)).report() == [
        "mkdocs.yml: extra.edition is number 1 of 2026-11-24, but the last frozen edition is number 2 of "
        "2027-01-01; set it back; a new edition is made by `make edition`"
    ]


# What has changed since


def as_frozen() -> FrozenEdition:
    """The made-up edition as it stands, frozen."""
    paragraphs = made_up.whole().paragraph
    return FrozenEdition(1, "2026-11-24", {ident: wording(p) for ident, p in paragraphs.items()})


def changed_since(file: str, old: str, new: str) -> list[Change]:
    edition, report = made_up.read(*made_up.changed(file, old, new))
    assert report == []
    found = list(changes(edition, as_frozen()))
    assert corrected(edition, as_frozen()) == {change.paragraph_id for change in found}
    return found


def test_unchanged_text_is_no_change() -> None:
    assert changed_since("cranes.md", "What cranes do.", "What they do.") == []


def test_changed_words_are_listed_word_by_word() -> None:
    (change,) = changed_since("cranes.md", "Paint helps", "Fresh paint helps a lot")
    assert (change.paragraph_id, change.number, change.what) == ("p3", "3", ("reworded",))
    assert change.words == (
        Piece("del", "Paint helps."),
        Piece("ins", "Fresh paint helps a lot."),
    )


def test_other_pages_of_a_source_are_a_change_of_the_notes() -> None:
    (change,) = changed_since("cranes.md", "2010-gruas, p. 7", "2010-gruas, p. 8")
    assert (change.paragraph_id, change.what, change.words) == ("p2", ("notes changed",), ())
    assert Piece("del", "7.") in change.notes and Piece("ins", "8.") in change.notes


def test_another_explanation_is_a_change_of_the_notes() -> None:
    (change,) = changed_since("index.md", "a place for ships", "a port for ships")
    assert (change.paragraph_id, change.what) == ("p1", ("notes changed",))


def test_a_paragraph_put_in_is_new_and_one_taken_out_is_missed() -> None:
    before = as_frozen()
    one = {ident: words for ident, words in before.paragraphs.items() if ident != "p2"}
    gone = {"p9": Wording("Gone."), "p10": Wording("Gone too.")}
    found = changes(made_up.whole(), replace(before, paragraphs=one | gone))
    missed = [Change(ident, ("no longer there",)) for ident in gone]
    assert list(found) == [Change("p2", ("new",)), *missed]


def test_words_that_both_have_stand_once() -> None:
    before, now = "the old crane rusts", "the crane rusts fast"
    pieces = differences(before.split(), now.split())
    assert pieces == (
        Piece("", "the"),
        Piece("del", "old"),
        Piece("", "crane rusts"),
        Piece("ins", "fast"),
    )


# The command

FROZEN = (FrozenEdition(1, "2026-11-24", {}), FrozenEdition(2, "2027-01-01", {}))


def test_the_first_edition_keeps_its_number_and_each_later_one_has_the_next() -> None:
    assert next_edition((), "2026-11-25") == Named(1, "2026-11-25")
    assert next_edition(FROZEN, "2027-01-02") == Named(3, "2027-01-02")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("soon", "'soon' is no day; write it so: make edition DATE=2026-11-24"),
        ("2027-02-30", "'2027-02-30' is no day; write it so: make edition DATE=2026-11-24"),
        (
            "2026-11-24",
            "docs/editions/2026-11-24: an edition of this day is frozen already; "
            "for another, give a later day: make edition DATE=…",
        ),
        (
            "2026-12-31",
            "2026-12-31 is earlier than the last frozen edition, of 2027-01-01; "
            "give a later day: make edition DATE=…",
        ),
    ],
)
def test_a_day_that_will_not_do_is_refused_in_one_line(day: str, said: str) -> None:
    with pytest.raises(RefusalError) as refused:
        next_edition(FROZEN, day)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{edition: {number: 1, date: x}}", '{edition: {number: 2, date: "D"}}'),
        ("\n  # Why.\n  edition:\n    number:\n    date:   'x' # so\n    name: y\n  other:\n    date: z",
         "\n  # Why.\n  edition:\n    number: 2\n    date: \"D\" # so\n    name: y\n  other:\n    date: z"),
        ("\n  url: !ENV [A, 'date: 1']\n  edition:\n   date: x\n\n   number: 1\nnav: []",
         "\n  url: !ENV [A, 'date: 1']\n  edition:\n   date: \"D\"\n\n   number: 2\nnav: []"),
    ],
)  # fmt: skip
def test_number_and_day_are_set_where_they_stand(old: str, new: str) -> None:
    text = f"title: 'number: 1'\nextra: {old}\n"
    wanted = f"title: 'number: 1'\nextra: {new}\n".replace('"D"', f'"{DAY}"')
    assert with_settings("mkdocs.yml", text, Named(2, DAY)) == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: x\n", "version stands 0 times; write it once, so: version: \"2\""),
        ("version: 1\nversion: 1\n", "version stands 2 times; write it once, so: version: \"2\""),
        ("version: >-\n  1\n", "version stands 0 times; write it once, so: version: \"2\""),
        ("version: [1]\n", "version stands 0 times; write it once, so: version: \"2\""),
        ("", "version stands 0 times; write it once, so: version: \"2\""),
        ("version: 1\n", "date-released stands 0 times; write it once, so: date-released: 2098-12-31"),
        ("a: b: c\n", "is no YAML: mapping values are not allowed here in \"<unicode string>\", "
         'line 1, column 5: a: b: c ^; correct it'),
    ],
)  # fmt: skip
def test_a_file_that_names_them_nowhere_or_twice_is_refused_in_one_line(
    text: str, said: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        with_settings("CITATION.cff", text, Named(2, DAY))
    assert str(refused.value) == f"CITATION.cff: {said}"


def test_number_and_day_are_set_back_where_freezing_fails(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path / name)
    with pytest.raises(KeyboardInterrupt), settings_of(tmp_path, Named(7, DAY)):
        assert DAY in (tmp_path / "mkdocs.yml").read_text("utf-8")
        raise KeyboardInterrupt
    for name in ("mkdocs.yml", "CITATION.cff"):
        assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()


def test_what_no_view_made_or_is_too_large_is_not_frozen(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="no view makes the pages of a frozen edition; list "):
        frozen_files(tmp_path, Named(2, DAY))
    (tmp_path / "editions" / DAY).mkdir(parents=True)
    (tmp_path / "editions" / DAY / "a.html").write_bytes(b" " * 1_000_001)
    with pytest.raises(RefusalError, match="has 1000000 bytes at most, this one has 1000001"):
        frozen_files(tmp_path, Named(2, DAY))


def test_what_is_not_committed_is_not_frozen(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    refuse_uncommitted(tmp_path)
    for name in ("docs", "overrides"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").touch()
    with pytest.raises(RefusalError) as refused:
        refuse_uncommitted(tmp_path)
    assert str(refused.value) == (
        "docs/ and 1 more: not committed as it is; "
        "commit it first, so that the edition can be made again from its commit"
    )
