"""What the edition says in English."""

from edition.words.grammar import Counted, Dates, Language
from edition.words.record import Parts, Words

ENGLISH = Words(
    language=Language(tag="en", locale="en_GB", prefix=""),
    dates=Dates(
        months=(
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        day="{day} {month} {year}",
        month="{month} {year}",
    ),
    parts=Parts(
        paragraphs=Counted(one="para. {numbers}", many="paras {numbers}"),
        note="note {number}",
        notes=Counted(one="note {numbers}", many="notes {numbers}"),
    ),
)  # fmt: skip
