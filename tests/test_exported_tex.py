"""TeX as the BibTeX export has it: in the commands that Zotero knows, which LaTeX and pandoc read alike."""

import pytest

import made_up
from edition.cite.export_files import export_files
from edition.cite.formats.exported_tex import for_programs


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (r"The \emph{Titanic}", r"The \textit{Titanic}"),
        (r"The \emph Titanic", r"The \textit{T}itanic"),
        (r"{\em Titanic} sinks", r"{\textit{Titanic}} sinks"),
        (r"{\bfseries Titanic {II}}", r"{\textbf{Titanic {II}}}"),
        (r"\mkbibbold{a \mkbibemph{b}}", r"\textbf{a \textit{b}}"),
        (r"H\textsubscript{2}O", r"H$_{\textrm{2}}$O"),
        (r"2\textsuperscript{nd}", r"2$^{\textrm{nd}}$"),
        (r"\textsuperscript{\emph{a}}", r"\textsuperscript{\textit{a}}"),
        (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
        (r"\glqq Hafen\grqq{} und \S 5", "„Hafen“ und §5"),
        (r"\texttt{ls -l}, \mbox{AB}, {\rm x}", "ls -l, AB, {x}"),
        (r"\dots{} \copyright\ \relax x", "… ©\\ x"),
    ],
)
def test_markup_and_signs_are_written_as_zotero_reads_them(typed: str, written: str) -> None:
    assert for_programs(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "The {LATAM} Ports", r"Mu{\~n}oz, \c{c}a", r"$\alpha$ \(x^2\)", r"50\,\% \& \#1 a\_b", r"\textgreater 5",
        "Ships { and", r"\textit{a} \textbf{b}", r"see \url{https://example.org/a_b}",
    ],
)  # fmt: skip
def test_all_else_stays_as_it_is_typed(typed: str) -> None:
    assert for_programs(typed) == typed


def bibtex(old: str, new: str) -> str:
    """The BibTeX export of a made-up book, of which one thing is changed."""
    edition, report = made_up.read(*made_up.changed("references.bib", old, new))
    assert report == []
    return export_files(edition)["sources/fox-2001-ships.bib"]


def test_a_data_set_is_no_type_that_zotero_passes_over() -> None:
    written = bibtex("@book{fox-2001-ships", "@dataset{fox-2001-ships")
    assert written.startswith("@misc{") and "organization = {Quay Press}" in written
    assert "Kind: data set." in written


def test_words_too_short_for_zotero_to_keep_are_told() -> None:
    typed = "printed = {author, title, publisher, date, howpublished},\n  howpublished = {CD},"
    written = bibtex("printed = {author, title, publisher, date},", typed)
    assert "Published as: CD." in written
