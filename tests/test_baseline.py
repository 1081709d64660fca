"""The golden baseline: differences are reported with their lines, and only those that are approved pass."""

import pytest

import baseline
from normal_forms import Records, Trees, data, shortened

WAS = ["== /", "body", " p#p1", '  "One."', '  "Two."', " p#p2", '  "One."']
NOW = ["== /", "body", " p#p1", '  "One."', '  "Three."', " p#p2", '  "One."']
ENTRY = """# A remark.
Finding: code.md F1
In: home.txt others/*.txt
-   "Two."
+   "Three."
"""


def approved(text: str = ENTRY) -> list[baseline.Approved]:
    return list(baseline.approved(text))


def test_a_difference_is_reported_with_its_file_and_line() -> None:
    assert baseline.told("home.txt", WAS, NOW).splitlines() == [
        "home.txt, line 5: == / > body > p#p1",
        '-   "Two."',
        '+   "Three."',
    ]


def test_of_a_long_line_the_changed_words_are_reported() -> None:
    long = "word " * 30
    assert "(“old” → “new”)" in baseline.told("a.txt", [f"{long}old end"], [f"{long}new end"])


def test_a_change_in_a_repeated_line_is_reported_with_the_line_above_it() -> None:
    told = baseline.told("home.txt", WAS, [*WAS[:-1], '  "Four."']).splitlines()
    assert told[1:] == ["|  p#p2", '-   "One."', '+   "Four."']


def test_unchanged_lines_are_not_reported() -> None:
    assert baseline.told("home.txt", WAS, WAS) == ""


def test_only_some_of_many_differences_are_reported() -> None:
    was, now = [f"{n}" for n in range(80)], [f"{n}{'!' * (n % 2)}" for n in range(80)]
    assert baseline.told("a.txt", was, now).endswith("… and 32 more in a.txt")


def test_an_approved_difference_is_expected() -> None:
    assert baseline.expected(WAS, approved()) == NOW


def test_a_difference_is_approved_in_the_files_that_it_names_alone() -> None:
    (entry,) = approved()
    assert entry.is_for("home.txt") and entry.is_for("others/a.txt")
    assert not entry.is_for("about.txt")


def test_a_reported_difference_can_be_approved_as_it_is_printed() -> None:
    told = baseline.told("home.txt", WAS, NOW).splitlines()[1:]
    entries = approved("\n".join(["Finding: code.md F1", "In: home.txt", *told]))
    assert baseline.expected(WAS, entries) == NOW


def test_a_new_file_is_approved_whole() -> None:
    entries = approved("Finding: code.md F1\nIn: new.txt\n+ one\n+ two")
    assert baseline.expected([], entries) == ["one", "two"]


@pytest.mark.parametrize(
    ("now", "said"),
    [(NOW, []), (WAS, ["does not occur (any more) in home.txt"]), (None, ["nowhere to be made"])],
)
def test_an_approved_difference_that_does_not_occur_is_reported(
    now: list[str] | None, said: list[str]
) -> None:
    files = {"home.txt": now or ["other"]}
    was = {"home.txt": WAS if now else ["other"]}
    found = list(baseline.unmet(approved(), was, files))
    assert len(found) == len(said) and all(words in found[0] for words in said)


@pytest.mark.parametrize(
    "text",
    ["Finding: F1\n- a\n+ b", "In: a.txt\n- a", "Finding: F1\nIn: a.txt\na", "Finding: F1\nIn: a"],
)
def test_what_approves_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="approved"):
        approved(text)


def test_a_tree_lists_ids_attributes_words_and_the_spaces_between_them() -> None:
    page = """<html lang="en"><body> <p id="p1" class="a b">One <i>two</i>\n three.\n Four\xa0five.</p>
        <p><a href="../x/#p2">a link that is long enough to stand on its own line, since it is so very long</a>
        <a href="#p3">and another one that is long</a></p></body></html>"""
    assert Trees().page(page, "here/") == [
        "html lang=en",
        "body",
        ' p#p1.a.b { "One " i "two" " three." "Four{U+00A0}five." }',
        " p",
        '  a href=~/x/#p2 "a link that is long enough to stand on its own line, since it is so very long"',
        '  " "',
        '  a href=#p3 "and another one that is long"',
    ]


def test_a_tree_is_free_of_what_a_change_of_script_or_style_changes() -> None:
    page = """<html><head><meta content="script-src 'self' 'sha256-{0}='"><style>p{{top:{0}}}</style>
        <script src="assets/a.{0}.js"></script><script>{0}</script></head><body></body></html>"""
    one, other = (Trees().page(page.format(digest * 4), "") for digest in ("a1", "b2"))
    assert one == other


def test_what_an_earlier_page_has_is_named_after_it() -> None:
    page = f"<html><body><ul>{'<li>a word or two, so that there is some length</li>' * 3}</ul></body></html>"
    trees = Trees()
    assert len(trees.page(page, "")) > 4
    assert trees.page(page, "b/")[-1] == "body ul (as in /)"


def test_a_long_line_that_stood_before_is_cut_to_a_distinct_short_one() -> None:
    one, other = (
        f"It begins so and goes on with {word}, and it ends so." for word in ("this", "that")
    )
    first, second, *cut = shortened([one, other, f"  {one}", other])
    assert [first, second] == [one, other]
    assert all("⟲" in line and len(line) < 40 for line in cut) and cut[0].strip() != cut[1]


def test_a_record_that_stood_before_has_only_what_is_new() -> None:
    record = ["@book{a,", "  title = {A},", "}"]
    other = ["@book{a,", "  title = {A},", "  note = {B},", "}"]
    lines = list(Records().once([*record, *record, *other]))
    assert lines[3:] == ["@book{a, (as above)", "@book{a, (as above, but)", "+  note = {B},"]


def test_data_stand_in_their_order_and_a_sentence_a_line() -> None:
    text = (
        "This is a sentence. This is another, and long enough for two, as it stands beside others."
    )
    found = list(data({"b": [{"id": 1, "text": text + " " + text}], "a": None}))
    assert found[:4] == ["b:", "  - id: 1", "    text:", "      This is a sentence."]
    assert found[-1] == "a: null"
