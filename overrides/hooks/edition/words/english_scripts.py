"""What scripts say in English."""

from edition.words.grammar import Counted
from edition.words.script_words import (
    ArrivalWords,
    BriefingPageWords,
    ButtonWords,
    CardWords,
    FilterWords,
    NoteWords,
    PanelWords,
    PaperWords,
    PassageWords,
    SearchDialogWords,
    TakingWords,
)

BUTTONS = ButtonWords(close="Close")

ARRIVAL = ArrivalWords(
    absent="There is no “{id}” on this page.",
    stands_in="{name} stands in {link}.",
    last="there is no {name} in this edition; the last is {link}.",
    near="there is no {name} in this edition; the nearest is {link}.",
    nearest="there is no “{asked}” on this page; the nearest is {link}.",
    unknown="there is no “{asked}” on this page; {link}.",
    beginning="go to its beginning",
    read_as="the link’s “{asked}” was read as “{id}”.",
)

CARDS = CardWords(in_list="{label} in the list")

SEARCH_DIALOG = SearchDialogWords(
    not_loaded="The search could not be loaded; try again.",
    texts_not_loaded="The search could not be loaded; try again, or see the list of sources.",
    no_results="No results",
    results=Counted(one="{count} result", many="{count} results"),
    first_results="{count} results, the first {most} shown",
    key=" The key / opens the search",
    paragraph="paras?|paragraph",
    fillers="p pp pag pags page pages pagina paginas "
    "the a an of in on and or to de del la el los las y en",
    field="Search paragraphs and sources",
    placeholder="Author, institution, title, number, page",
    keys="The arrow keys go through the results, Enter opens one, Escape closes the search.",
)

FILTERS = FilterWords(shown="{count} of {total} sources")

TAKING = TakingWords(
    copied="Copied: {what}",
    selected="Selected, to be copied by hand",
    not_copied="Not copied: check the connection",
    saved="Saved: {file}",
)

PASSAGES = PassageWords(
    link_to_passage="Link to this passage",
    link_to_paragraph="Link to this paragraph",
    passage="the link to this passage",
    paragraph_since="the link to the paragraph, since {why}",
    unknown="this browser knows no links to passages",
    translated="these words are a translation",
)

PANEL = PanelWords(
    not_loaded="The panel could not be loaded; the link is in the address bar.",
    sources_of="Sources of {short}:",
    add="Add to briefing",
    remove="Remove from briefing",
    added="Added to the briefing",
    removed="Removed from the briefing",
    for_now="{done}, until this page is left",
    collected="In the briefing ({count})",
    link="the link",
    frozen_link="the link to these words in that edition",
    citation="the citation as {style}",
    whole="the citation with its sources",
    whole_as="the citation with its sources as {style}",
    report="a report; say what is wrong, and send it to whoever publishes this site",
    quoted="“{words}”",
    what_is_wrong="What is wrong: ",
    address="Link",
    copy_link="Copy link",
    same_words="The same words stay in {edition}",
    copy_frozen="Copy its link",
    citation_title="Citation",
    plain="Plain",
    as_plain="plain text",
    rich="Rich text",
    as_rich="rich text",
    copy_citation="Copy citation",
    sources_title="Sources of {short}",
    no_note="No note of the article stands here.",
    download="Download as",
    referred_to="Referred to in",
    copy_all="Copy with sources",
    report_error="Report an error in {short}",
)

PAPER = PaperWords(
    running_head="{author}, {title} ({year}), restated in the Web Edition",
    short_addresses="Short addresses for paper: {address}{way}{number}/ leads to para. {number}, and so for each.",
    home_address="the address of the home page, then ",
)

NOTES = NoteWords(came_from=" (you came from here)")

BRIEFING_PAGE = BriefingPageWords(
    source="From {citation}",
    notes="Notes",
    moved="Para. {number} moved to place {place} of {count}",
    removed="Para. {number} removed",
    all_removed="All paragraphs removed",
    undone="Undone",
    collected="In the briefing: para. {numbers}",
    absent="There is no paragraph {name}: write one from {first} to {last}",
    no_number="“{name}” is no number of a paragraph: write one from {first} to {last}",
    paragraphs=Counted(one="{count} paragraph", many="{count} paragraphs"),
    paragraph="paras?",
    about="What you collect is kept in this browser alone: nobody else sees it, and your other devices do not have it. "
    "To hand it on, copy it, save it, or send its address, which names the paragraphs.",
    without="Collecting paragraphs needs JavaScript, because the briefing never leaves your browser. Without it, the "
    "number before each paragraph of a chapter is a link to it, for good: copy that link. “{how_to_cite}” says how a "
    "paragraph is cited; each chapter ends with its notes, and {sources} can be exported as BibTeX and RIS.",
    the_sources="the sources",
    yours="Your paragraphs",
    not_loaded="The paragraphs could not be loaded; check the connection, then reload the page.",
    sent="A briefing that was sent to you: ",
    lost="Not found in this edition: {names}",
    forget="Remove what was not found",
    forgotten="Removed: what was not found",
    closed="This browser keeps nothing for this page, so a reload would lose the briefing; but the address of the page "
    "now holds it.",
    empty="Nothing is collected yet. In a chapter, open the number before a paragraph and choose “{add}”; or add "
    "paragraphs here by their numbers.",
    keep="Keep it as mine",
    kept="Kept as yours",
    join="Add to mine",
    joined="Added to yours",
    show="Show mine",
    shown="This is your own briefing",
    copy="Copy briefing",
    briefing="the briefing",
    copy_markdown="Copy as Markdown",
    briefing_as_markdown="the briefing as Markdown",
    copy_address="Copy address",
    address="the address of this briefing",
    save="Save {form}",
    print="Print",
    clear="Remove all",
    add_paragraph="Add paragraph",
    add="Add",
    refused="The browser does not let this page copy. The text below is selected: copy it by hand.",
    in_heading=" (para. {number})",
    which=" para. {number}",
    up="Move up",
    down="Move down",
    remove="Remove",
    was_removed="Removed.",
    undo="Undo",
)
