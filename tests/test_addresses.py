"""The addresses of the site, of reports and of the repository: what is refused, what is said where none is set."""

from dataclasses import replace

import pytest

import made_up
from edition.cite.restated import citation
from edition.contents.addressed_texts import SITE, addressed, script_of
from edition.keep.changes import kept_in
from edition.keep.frozen_editions import FrozenEdition, Wording
from edition.model import Edition, Page, Paragraph, Settings
from edition.model.inline import plain
from edition.problems import Problems
from edition.read.settings import read_settings, unset
from edition.write.forms import forms
from edition.write.html import CITED

EXTRA = {"edition": {"number": 1, "date": "2026-11-24", "subtitle": "In two chapters"}}
BARE = replace(made_up.whole(), settings=replace(made_up.SETTINGS, site_url=""))


def settings(site_url: str = "", **extra: str) -> tuple[Settings, list[str]]:
    """What is read of a mkdocs.yml with these addresses, and what is said of it."""
    problems = Problems()
    found = read_settings({**EXTRA, **extra}, "A title", site_url, problems)
    return found, problems.report()


@pytest.mark.parametrize(
    "address",
    [
        'https://example.net/"x/', "https://example.net/x/?y=1/", "https://example.net/x/#y/",
        "https://example.net/a b/", "https://me:secret@example.net/", "ftp://example.net/",
        "example.net/", "//example.net/", "https://example.net", "javascript:alert(1)/",
        "https://example.net\\x/", "https:///x/", "https://[::1/", "https://.../", "https://example.net//x/",
        "https://example.net:port/", "https://example.net,x/", "https://{host}/",
    ],
)  # fmt: skip
def test_a_site_url_that_is_no_address_is_one_line(address: str) -> None:
    (said,) = settings(address)[1]
    assert said.startswith(f"mkdocs.yml: site_url is '{address}'; write an http(s) address")
    assert "SITE_URL" in said


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "example.net/new",
        "mailto:",
        "mailto:a@",
        "https://",
        "data:,x",
        "https://[::1",
    ],
)
def test_a_report_url_that_is_no_address_is_one_line(address: str) -> None:
    (said,) = settings(report_url=address)[1]
    assert f"extra.report_url is '{address}'; write" in said and "REPORT_URL" in said


@pytest.mark.parametrize(
    "address",
    ["example.net/repo", "javascript:x", "https://a.b/c?d", "https://a.b/c#d", "https://a b"],
)
def test_a_repo_url_that_is_no_address_is_one_line(address: str) -> None:
    (said,) = settings(repo_url=address)[1]
    assert f"extra.repo_url is '{address}'; write" in said and "REPO_URL" in said


def test_valid_addresses_are_read_without_the_blanks_around_them() -> None:
    report = "https://example.net:8080/new?template=error#form"
    found, said = settings(
        " http://localhost:8000/x/ ", report_url=f" {report}", repo_url="https://a.b/c "
    )
    assert said == [] and found.site_url == "http://localhost:8000/x/"
    assert settings("https://a.b/c/index.html/")[0].site_url == "https://a.b/c/"
    assert settings("https://bücher.example/é/~x/%20/")[1] == []
    assert (found.report_url, found.repo_url) == (report, "https://a.b/c")
    assert settings(report_url="mailto:errors@example.net?cc=b@c.d")[1] == []


def test_an_address_that_is_not_set_is_one_line_that_says_how_to_set_it() -> None:
    said = unset(settings()[0])
    assert "\n" not in said and all(name in said for name in ("SITE_URL", "REPORT_URL", "REPO_URL"))
    whole = settings("https://a.b/", report_url="mailto:a@b.c", repo_url="https://a.b/c")[0]
    assert unset(whole) == "" and "SITE_URL" not in unset(settings("https://a.b/")[0])


def test_on_a_site_without_an_address_a_citation_ends_with_what_it_cites() -> None:
    home, cranes = BARE.chapters
    ends = ", edition of 24 November 2026"
    assert cited().endswith(f"</cite>{ends}")
    assert cited(cranes).endswith(f"{ends}, “Cranes,” paras 2–3")
    assert cited(home).endswith(f"{ends}, “Introduction,” para. 1")
    assert cited(cranes, cranes.paragraphs[0]).endswith(f"{ends}, “Cranes,” para. 2")


def cited(page: Page | None = None, paragraph: Paragraph | None = None) -> str:
    return CITED.write(citation(BARE, page, paragraph))


def test_without_an_address_the_name_of_what_is_cited_is_the_link_else_the_address() -> None:
    def cited(edition: Edition) -> str:
        cranes = edition.chapters[1]
        return CITED.write(citation(edition, cranes, cranes.paragraphs[0], way_to="../".__add__))

    start = '<a class="cited-address" href="../cranes/#p2">'
    assert cited(BARE).endswith(f"{start}“Cranes,” para. 2</a>")
    assert cited(made_up.whole()).endswith(
        f"“Cranes,” para. 2, {start}https://example.org/e/cranes/#p2</a>"
    )


def test_an_address_changes_no_other_part_of_a_citation() -> None:
    for page in (None, *BARE.pages):
        bare, whole = (plain(citation(edition, page)) for edition in (BARE, made_up.whole()))
        assert whole.startswith(bare.rpartition(",” para")[0] or bare)


def test_texts_for_scripts_take_the_address_at_which_they_are_read() -> None:
    told = forms(addressed(BARE), BARE.chapters[1]).plain
    assert f"“Cranes,” {SITE}cranes/." in told
    text = script_of({"site": SITE, "told": told})
    assert '“Cranes,” " + site + "cranes/."' in text and ".invalid" not in text
    assert "=>" not in script_of({"told": forms(made_up.whole()).plain})


def frozen(number: int, text: str) -> FrozenEdition:
    day = f"2026-11-2{number}"
    return FrozenEdition(number, day, {"p2": Wording(text)}, {"p2": "cranes/"})


def test_the_newest_frozen_edition_with_the_same_words_is_chosen() -> None:
    paragraph = made_up.whole().paragraph["p2"]
    same, other = frozen(1, paragraph.text), frozen(2, "Cranes shine.")
    assert kept_in(paragraph, [same, other]) == same
    assert kept_in(paragraph, [same, frozen(2, paragraph.text)]) != same
    assert (
        kept_in(paragraph, [other]) is None
        and kept_in(made_up.whole().paragraph["p1"], [same]) is None
    )
    assert same.address_of("p2") == "editions/2026-11-21/cranes/#p2"


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://example.org/digital-silk-road/", True), ("http://example.com/", True), ("./", False),
        ("https://example.org.uk/", False), ("https://policy.net/example.org/", False),
    ],
)  # fmt: skip
def test_a_placeholder_is_known_by_its_host(address: str, is_one: bool) -> None:
    assert FrozenEdition(1, "2026-11-24", {}, {}, address).has_placeholder is is_one
