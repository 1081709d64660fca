"""What the edition says in English."""

from edition.words import english_pages as pages
from edition.words import english_scripts as scripts
from edition.words.english_sources import CATALOGUE, EXPORTS, LOCATORS, SOURCES
from edition.words.grammar import Counted, Dates, Language, Listing, Numerals, PageHead, Quotes
from edition.words.record import (
    Briefing,
    Chapter,
    Citing,
    Editions,
    Files,
    HandedOut,
    Leading,
    Parts,
    Relations,
    Search,
    SocialCard,
    Words,
)

ENGLISH = Words(
    language=Language(tag="en", name="english", locale="en_GB", prefix=""),
    dates=Dates(
        months=(
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        day="{day} {month} {year}",
        month="{month} {year}",
        circa="ca. {date}",
        uncertain="[{date}?]",
        states={
            "n.d.": "n.d.", "forthcoming": "forthcoming", "in press": "in press", "in preparation": "in preparation",
            "submitted": "submitted",
        },
    ),
    quotes=Quotes(outer=("“", "”"), inner=("‘", "’")),
    listing=Listing(between=", ", last=" and "),
    cardinals=Numerals(
        first=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), later="{number}"
    ),
    parts=Parts(
        edition="{title}: Web Edition",
        edition_of="edition of {date}",
        between_names=" and ",
        paragraph="para. {number}",
        paragraphs=Counted(one="para. {numbers}", many="paras {numbers}"),
        lines_of_paragraphs=Counted(one="Para. {numbers}", many="Paras {numbers}"),
        paragraph_in_full="Paragraph {number}",
        note="note {number}",
        notes=Counted(one="note {numbers}", many="notes {numbers}"),
        note_in_full="Note {number}",
        source="source “{key}”",
        sources="Sources",
        chapter="Chapter {number}",
    ),
    citing=Citing(
        article="{author}, “{title}” ({year})",
        title="“{title},”",
        restated_whole="{article}, restated in {edition}, {of}",
        restated_part="{article}, restated in {edition}, {of}, {part}",
        own_page="{part} in {edition}, {of}",
        corrected="with later corrections",
        this_edition="This edition",
        this_chapter="This chapter",
        this_page="This page",
        such_as="A paragraph, such as {paragraph}",
        restated_from="{title} (restated from {author}, {year})",
        remark="Restated; not the author's wording",
        maintainers="The maintainers of the repository",
    ),
    sources=SOURCES,
    catalogue=CATALOGUE,
    exports=EXPORTS,
    locators=LOCATORS,
    chapter=Chapter(
        margin_notes="Notes to {paragraph}, in short",
        back_to_text="{number}, back to the text",
        mark="{paragraph}, {ordinal} mark",
        ordinals=Numerals(first=("first", "second", "third"), later="{number}th"),
        link_to_paragraph="{paragraph}: link and cite",
        link_to_section="Section “{title}”: link and cite",
        kept_paragraph="{paragraph}: link",
        kept_record="Record",
        editor_note="Editor’s note",
    table="Table",
    ),
    relations=Relations(
        in_return={
            "answered in": "answers",
            "answers": "answered in",
            "taken up in": "takes up",
            "takes up": "taken up in",
            "may hinder what is expected in": "may be hindered by what is described in",
            "may be hindered by what is described in": "may hinder what is expected in",
        },
        read_as={
            "answered in": "is answered here",
            "answers": "answers it",
            "taken up in": "is taken up here",
            "takes up": "takes it up",
            "may be hindered by what is described in": "may be hindered by what it describes",
            "may hinder what is expected in": "may hinder what it expects",
        },
        reading="The edition’s reading",
        by_reading="{relation} (the edition’s reading)",
        by_editor_note="in an editor’s note",
        referred_to="referred to in",
        named_in_note="named in the editor’s note to",
        names_the_same="names the same document as",
    ),
    handed_out=HandedOut(
        chapter="Chapter: {title}",
        this_chapter="this chapter",
        section="Section: {title}",
        this_section="this section",
        named="Named in the text",
        preview="Para. {number}, {where}",
        frozen="the edition of {date}",
        report="Error in {title}",
    ),
    briefing=Briefing(
        head=PageHead(
            title="Briefing",
            description=(
                "The paragraphs that you collected, with their citations and sources, to copy or to download."
            ),
            standfirst=(
                "Paragraphs that you collect, each with its citation and its sources, to copy or to download in one go."
            ),
        ),
        restated="(restated; not the author’s wording)",
        named="Named in the text: {source}",
        restated_note="{note}, restated",
    ),
    search=Search(
        source="Source",
        section="Section",
        paragraph="Para. {number}",
        names_of_paragraph="paragraph {number} {id}",
        names_of_catalogue="catalogue bibliography references list",
    ),
    editions=Editions(
        head=PageHead(
            title="Editions",
            description=(
                "Every edition of this site, kept as it was on its day, and what has changed since, paragraph by "
                "paragraph."
            ),
            standfirst=(
                "An edition that has been published is kept as it was, as text, at an address of its own. Below "
                "stands, for each, what has changed since."
            ),
        ),
        new="new",
        gone="no longer there",
        reworded="reworded",
        renoted="notes changed",
    ),
    leading=Leading(
        short_title="{paragraph}: {chapter}",
        short_description="The short address of paragraph {number}, in “{chapter}”.",
        moved_title="Moved: {name}",
        moved_description="What was at this address is now at “{name}”.",
        moved_heading="This page has moved",
    ),
    social_card=SocialCard(edition="Web edition", wording="A restatement; not the author’s wording"),
    files=Files(
        of_chapter="“{title}” in {edition}",
        notice=(
            "**Restated; not the author’s wording.** This is {what}, edition {number}, of {date}. It restates, "
            "paragraph by paragraph and in other words: {article} Never quote it as the words of {author}; they stand "
            "in the journal alone."
        ),
        cite="{address} Cite it as: {citation}.",
        rights=(
            "The edition’s own words and data are under CC BY 4.0 (<{licence}>). The rights in the article remain with "
            "{author} and *{journal}*, who have not authorised this restatement."
        ),
        addressed=(
            "Permanent address: <{address}>. The id after each paragraph is the end of its own address, such as "
            "<{example}>."
        ),
        unaddressed=(
            "The site had no permanent address when this was made: links are relative to this file. A paragraph’s own "
            "address is that of the site, and then such as `{example}`."
        ),
        reading="*Cross-references, in the edition’s reading:* {relations}",
        editor_note="**Editor’s note**",
        summary=(
            "{paragraphs} numbered paragraphs that restate one article in other words than its author’s, with {notes} "
            "notes that lead to {sources} sources, with the pages relied on where the article gives them."
        ),
        chapters="Chapters",
        whole="The whole edition",
        optional="Optional",
        sources="each with the sentences and pages that rely on it",
        sources_as="Sources as {format}",
        all_sources="all of them",
        sources_of="Sources of {chapter}",
        those_of_chapter="those of one chapter; .bib and .ris likewise",
        full_text="all chapters and the list of sources, as Markdown",
        data="paragraphs, notes with their sentences and pages, and sources, as data",
        schema="what that file holds, as a JSON Schema",
        left_out="Not in this file, since it restates nothing: {pages}.",
        certainty=(
            "Each with where it is relied on, and how sure the facts about it are: printed in the article’s own note; "
            "seen elsewhere, and where; or not verified."
        ),
        printed="Printed in the note",
        seen="Seen",
        unverified="Not verified",
    ),
    frame=pages.FRAME,
    not_found=pages.NOT_FOUND,
    identity=pages.IDENTITY,
    home=pages.HOME,
    about=pages.ABOUT,
    chapter_page=pages.CHAPTER_PAGE,
    cite_this=pages.CITE_THIS,
    source_page=pages.SOURCE_PAGE,
    sources_page=pages.SOURCES_PAGE,
    editions_page=pages.EDITIONS_PAGE,
    leading_page=pages.LEADING_PAGE,
    buttons=scripts.BUTTONS,
    arrival=scripts.ARRIVAL,
    cards=scripts.CARDS,
    search_dialog=scripts.SEARCH_DIALOG,
    filters=scripts.FILTERS,
    taking=scripts.TAKING,
    passages=scripts.PASSAGES,
    panel=scripts.PANEL,
    paper=scripts.PAPER,
    notes=scripts.NOTES,
    briefing_page=scripts.BRIEFING_PAGE,
)  # fmt: skip
