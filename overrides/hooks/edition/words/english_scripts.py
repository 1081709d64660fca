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
    fillers="p pp pag pags page pages pagina paginas "
    "the a an of in on and or to de del la el los las y en",
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
)

PAPER = PaperWords(running_head="{author}, {title} ({year}), restated in the Web Edition")

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
)
