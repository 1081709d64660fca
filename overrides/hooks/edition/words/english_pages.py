"""What templates say in English."""

from edition.words.grammar import Counted
from edition.words.page_words import (
    AboutWords,
    ChapterPageWords,
    CiteThisWords,
    EditionsPageWords,
    FrameWords,
    HomeWords,
    IdentityWords,
    LeadingPageWords,
    NotFoundWords,
    SourcePageWords,
    SourcesPageWords,
)

FRAME = FrameWords(
    page_title="{page} – {site}",
    skip="Skip to the text",
    menu="Menu",
    search="Search",
    dark="Dark colours",
    pages="Pages of the edition",
    neighbours="Chapters before and after",
    on_this_page="On this page",
    paragraphs=Counted(one="para.", many="paras"),
    previous="Previous",
    previous_chapter="Previous, chapter {number}",
    next_chapter="Next, chapter {number}",
    restates="A restatement of {author}, “{title}” ({year}).",
    wording="Not the author’s wording; not authorised by author or journal.",
    edition="Edition {number}, {date}.",
    edition_corrected="Edition {number}, {date}, {corrected}.",
    about="About this edition",
    editions="All editions",
)

NOT_FOUND = NotFoundWords(
    title="Page not found",
    description="No page of this edition has this address.",
    heading="No page has this address",
    standfirst="Pages and paragraphs of this edition keep their addresses for good, so the link that led here was "
    "probably cut short or mistyped.",
    article="The article",
    reference="Reference",
    short_address="If you know the number of a paragraph, add {prefix} and the number to the address of the edition: "
    "{example} leads to para. {number}.",
    edition="Edition {number}, {date}. A restatement; not the author’s wording; not authorised by author or journal.",
)

IDENTITY = IdentityWords(
    restated="{authors}, {year} · restated",
    author="Article by",
    author_then=", in {year} {affiliation}",
    published="Published",
    published_in="{journal}, no. {number}, {day}; {record}",
    record="its record",
    speaks="Speaks as of",
    speaks_of="{month}: “today” and “recent” mean then",
    text="This text",
    restated_text="{restated}, "
    "not the author’s wording; not authorised by author or journal. Edition {number}, {date}; "
    "in English for now. {about}",
    restated_word="Restated",
)

HOME = HomeWords(
    read="Read the argument",
    read_what=Counted(
        one="{steps} in {lines}, or the one paragraph.",
        many="{steps} in {lines}, or all {count} paragraphs, chapter by chapter.",
    ),
    steps=Counted(one="{number} step", many="{number} steps"),
    lines=Counted(one="{number} line", many="{number} lines"),
    find="Find a source",
    find_what=Counted(
        one="{count} work in {languages}: what relies on it, and its export.",
        many="{count} works in {languages}: what relies on each, and its export.",
    ),
    cite="Cite a paragraph",
    cite_what="By the number before it; or {download} text, data and sources.",
    download="download",
    paragraph="A paragraph",
    number_is_link="The number before it is its link{opens}. Numbers and addresses never change.",
    opens=", and opens its citation",
    short_address="On paper, {way} and the number after the address of the edition lead there too.",
    example="Example: para. {number}",
    your_briefing="Your briefing",
    which="The edition, or the article",
    which_to_cite="Cite the edition for what you read here: it restates. {author}’s own words are in {journal}; quote "
    "them from there alone.",
    article="The article",
    whole="All sources, text and data",
    works="{cited} works in {languages}, {pages}, and {named} documents that the text names.",
    works_pages="with the pages relied on, where the article gives them",
    files="The whole as text and as data, which {schema} describes; {list} lists all files.",
    schema="a schema",
    all_sources_as="All sources as ",
    as_text="Text",
)

ABOUT = AboutWords(
    author_originally=", in {language} {author}",
    author_then="; in {year} {affiliation}",
    seen="Where this was seen stands in {record}.",
    record="the record of the article",
    version="This edition was not made from {version}: {reference}",
    the_version="the article’s {language} version",
    this_edition="This is edition {number}, of {date}: {paragraphs} paragraphs, {notes} notes, {cited} sources cited "
    "and {named} named.",
    addressed="Its address is {address}.",
    unaddressed="No permanent address is set: links and citations that you copy take the address at which you read "
    "this, and the files that can be downloaded name none.",
    kept_at="What it is made from is kept at {repository}.",
    each_is_kept="Each edition is kept as it was on its day, as text: {editions}.",
    all_editions="all editions, and what has changed since each",
    a_paragraph="A paragraph",
    a_chapter="A chapter",
    the_edition="The edition",
    the_article="The article itself",
    cited_so="{reference} Cite it so only for words that you have read there.",
    this_page="This page",
    why="Each of the first three names the edition as what restates the article, because none of its sentences is the "
    "author’s.",
    report_at="Report an error, with the number of the paragraph or note, at {address}.",
    report_unset="No address for reports is set. “Report an error”, in the panel that the number before a paragraph "
    "opens, copies a report that is ready but for what is wrong: address, paragraph and first words.",
    report_send="Send {it} the number of the paragraph or note, and its address, to whoever publishes this site, or to "
    "whoever gave you its address.",
    report_it="it, or",
)

CHAPTER_PAGE = ChapterPageWords(
    notes_counted=Counted(one="{count} note", many="{count} notes"),
    speaks="Speaks as of {month}",
    cite="Cite this chapter",
    related="Related",
    reading="The edition’s reading; the article does not state these links.",
    lead="{how} {chapter}: {paragraphs}",
    lead_paragraph="{paragraph}, {heading}",
    referrers="Where these paragraphs are referred to",
    referrer="para. {number} ({page})",
    referrer_heading="{page}: {heading}",
    notes="Notes",
    way_back="↑ {paragraph}, back to note {number}",
)

CITE_THIS = CiteThisWords(title="How to cite", export="Export its sources", download="Download")

SOURCE_PAGE = SourcePageWords(
    is_article="This is the article that the edition restates. Cite it as a journal article only for words that you "
    "have read there.",
    version="{version}: {reference}",
    its_version="Its {language} version",
    is_version="This is the {language} version of {article}. The edition was not made from it.",
    the_article="the article that the edition restates",
    record="Record",
    title_note="Title, note",
    institutions=Counted(one="Institution", many="Institutions"),
    archived_copy="Copy at the Internet Archive",
    archived_near="the one nearest {day}, the day of the article’s release; that is the date asked for, not the date "
    "of a snapshot, and whether there is one was not tried",
    no_address="none known",
    remark="Remark",
    certainty="Language, kind and remark are the edition’s. Any other fact without a word on it is as the article "
    "prints it, in a note or, where it has no note for a document, in its text. “Seen” names where else it was found; "
    "“not verified” means that it is known, but was seen nowhere.",
    cited_in="Cited in",
    named_in="Named in",
    take="Cite and export",
    cite_itself="Cite the source itself for what it says; this page only for what the edition says of it.",
    copy="Copy",
    copy_in=" the citation in {style}",
    use="{chapter}, para. {number}",
    editor_use="{chapter}, editor’s note after para. {number}",
    editor_use_above="{chapter}, editor’s note at its beginning",
    use_before="{paragraph}:",
    use_on_parts="{paragraph}, on {pages} of the source:",
    use_on_pages="{paragraph}, {pages}:",
)

SOURCES_PAGE = SourcesPageWords(
    article="The restated article",
    narrow="Narrow the list",
    words="Words",
    all="All",
    choice="{label} ({count})",
    show_all="Show all",
    facts="{language}, {year}{where}",
    export="Export",
)

EDITIONS_PAGE = EditionsPageWords(
    edition="Edition {number}, of {date}",
    placeholder="{edition}. The addresses that it prints are a placeholder, which leads nowhere: read this site’s "
    "address for all that stands before the name of the page.",
    none="None has been frozen yet: what you read is the first, as it is being made.",
    since="Changes since edition {number}",
    change="{paragraph}: {what}",
    change_in="{paragraph}, {chapter}: {what}",
    unchanged="Nothing has changed since in any paragraph or in what its notes cite.",
    words="Words before and now",
    notes="Notes before and now",
    of_paragraph=" of para. {number}",
    removed="removed: ",
    added="added: ",
    kept_title="{page}, edition of {date}",
    kept="{identity}. Edition {number} of {date}, kept as it was.",
    latest="Latest edition",
    what_changed="What has changed since",
    pages="Pages of this edition",
)

LEADING_PAGE = LeadingPageWords(
    stands_at="It stands at {link}.",
    now_at="It is now at {link}.",
    parts="Its parts",
    moved="Moved from this page",
    part_now_at="#{id} is now at {link}",
)
