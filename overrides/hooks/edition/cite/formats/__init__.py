"""What a source, or a part of the edition, is in each format for programs, a file a format; and the formats in which
sources and text can be taken along."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A format by its name, the ending of its files, and its media type."""

    name: str
    ending: str
    media_type: str


BIBTEX = Format("BibTeX", "bib", "application/x-bibtex")
RIS = Format("RIS", "ris", "application/x-research-info-systems")
CSL_JSON = Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json")
MARKDOWN = Format("Markdown", "md", "text/markdown")
JSON = Format("JSON", "json", "application/json")

OF_SOURCES = (BIBTEX, RIS, CSL_JSON)
"""Those that reference managers read, in the order in which they are offered."""
