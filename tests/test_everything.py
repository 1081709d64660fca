"""A chapter that holds everything, built: each form of it has its lists, tables, quotations, notes and citations."""

import json
import re
from pathlib import Path

import pypandoc
import pytest
from jsonschema import Draft202012Validator
from lxml import html

import everything
from conftest import Once
from project import ROOT

DAY = "2026-11-24"


@pytest.fixture(scope="module")
def made(once: Once) -> Path:
    return once("everything", everything.site) / "site"


def page(made: Path, address: str) -> html.HtmlElement:
    return html.parse(str(made / address)).getroot()


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


@pytest.mark.parametrize("address", ["cranes/index.html", f"editions/{DAY}/cranes/index.html"])
def test_the_page_and_the_kept_page_have_all_of_it(made: Path, address: str) -> None:
    chapter = page(made, address)
    (second, third) = chapter.xpath("//main//div[@class='paragraph']")
    assert second.xpath(".//*[self::ul or self::ol or self::td]//sup/@id") == [
        "fnref:4", "fnref:5", "fnref:6", "fnref:7",
    ]  # fmt: skip
    assert second.xpath(".//td[2]/@align") == ["right", "right"]
    assert words(third.xpath("./blockquote")[0]).startswith("Paint what you can. Leave the rest.")
    assert len(chapter.xpath("//div[@role='note']//span[@class='short-citation']")) == 2


@pytest.mark.parametrize("address", ["cranes/index.html", f"editions/{DAY}/cranes/index.html"])
def test_a_note_stands_in_list_and_margin_with_its_paragraphs_and_links(
    made: Path, address: str
) -> None:
    chapter = page(made, address)
    for place in ("//li[@id='fn:4']", "//aside/p[./a='4']"):
        (first, second) = chapter.xpath(f"{place}//span[@class='note-paragraph']")
        assert words(first) == (
            "As in Maps of Harbours and more, salt is a cause. Who asks, reads on."
        )
        assert [link.text for link in first.xpath(".//a")] == ["a cause", "reads on"]
        assert words(second).startswith("A second paragraph says so [Instituto del Puerto, Grúas")
        assert [one.tag for one in first] == ["em", "strong", "code", "a", "a"]


@pytest.mark.parametrize("folder", ["", f"editions/{DAY}/"])
def test_the_data_are_valid_and_say_all_of_it(made: Path, folder: str) -> None:
    data = json.loads((made / folder / "edition.json").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "docs/edition-4.schema.json").read_text(encoding="utf-8"))
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(data)] == []
    second = data["chapters"][1]["paragraphs"][0]
    assert [block[:4] for block in second["blocks"]] == ["-   ", "1.  ", "| Cr"]
    for note in second["notes"]:
        assert all(sentence in second["text"] for sentence in note["sentences"])
    explained = second["notes"][1]
    assert explained["explanation"].endswith(
        "says so [Instituto del Puerto, Grúas (2010), p. 3] again."
    )
    assert "*Maps of Harbours*" in explained["explanationMarkdown"]
    assert "\n\nA second paragraph" in explained["explanationMarkdown"]


@pytest.mark.parametrize("name", ["cranes/index.md", "llms-full.txt"])
def test_the_text_is_read_back_as_it_was_typed(made: Path, name: str) -> None:
    text = (made / name).read_text(encoding="utf-8")
    form = "commonmark+footnotes+pipe_tables"
    read = html.fromstring(f"<div>{pypandoc.convert_text(text, 'html', format=form)}</div>")
    (outer,) = read.xpath("./ul[li/em]")
    assert words(outer.xpath("./li/ul/li[1]")[0]) == "It comes with the tide."
    assert len(read.xpath("./ol[li/p]/li[1]/p")) == 2 and len(read.xpath("./table//td")) == 10
    quoted = [words(part) for part in read.xpath("./blockquote[count(p) = 3]/p")]
    assert quoted[-3::2] == ["Paint what you can. Leave the rest.", "— The Board"]
    note = next(
        li for li in read.xpath("//section[@role='doc-endnotes']//li") if "salt" in words(li)
    )
    assert len(note.xpath("./p")) == 2 and note.xpath("./p[1]//em") and note.xpath("./p[2]//a")


def test_the_search_knows_where_its_notes_stand(made: Path) -> None:
    (file,) = (made / "assets/javascripts").glob("search-texts*.js")
    records = json.loads(file.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))
    second = next(record for record in records if record.get("2", "").startswith("Cranes rust, "))
    covered = [second["2"][start:end] for start, end in second["7"]]
    assert covered[1:] == ["Salt water.", "It stays, as para. 1 says.", "Then the chains.", "Old"]
    assert "salt is a cause" in second["4"]


def test_the_briefing_takes_it_along_whole(made: Path) -> None:
    (file,) = (made / "assets/javascripts/texts/words").glob("cranes*.js")
    text = file.read_text(encoding="utf-8")
    (found,) = re.findall(r'"p2":\{"chapter":"Cranes","html":"(.*?)","marks":\[(.*?)\]', text)
    body = found[0].replace('\\"', '"')
    assert "<ul><li><i>Salt</i> water.<sup>4</sup><ul>" in body and "<td" in body
    assert body.index("</table>") < body.index("restated; not the author") < body.index("para. 2")
    assert "<li><p>As in <i>Maps of Harbours</i>" in text


def test_the_page_of_a_source_says_where_the_editor_refers_to_it(made: Path) -> None:
    uses = page(made, "sources/fox-2001-ships/index.html").xpath("//ul[@class='uses']/li")
    assert words(uses[-1]) == (
        "Cranes, editor’s note after para. 3, on p. 5 of the source: "
        "The copy says paint; the print says oil [Fox, All the Ships (2001), p. 5]."
    )
    facts = page(made, "sources/index.html").xpath(
        "//li[@id='fox-2001-ships']/p[@class='entry-facts']"
    )
    assert words(facts[0]).endswith("; referred to in an editor’s note: para. 3")
