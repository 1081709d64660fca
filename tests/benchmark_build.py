"""What ten and a hundred times the content cost: builds the edition grown so, and prints times and ratios.

Run by `make benchmark`; no test, since times differ from machine to machine.
"""

import re
import shutil
import tempfile
import time
from pathlib import Path

from conftest import ROOT, mkdocs

SIZES = (1, 10, 100)
CHAPTER = """---
title: "Chapter {number}"
description: "Grown content for the benchmark."
standfirst: "Grown content."
summary: "Grown content"
claim: "grown content"
notes: "{first}–{last}"
---

{body}
"""


def grown(folder: Path, times: int) -> None:
    """Puts a copy of the project into a folder, with so many times its sources and paragraphs."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(ROOT / name, folder / name)
    entries = re.findall(
        r"^@\w+\{.*?^\}", (ROOT / "references.bib").read_text("utf-8"), re.M | re.S
    )
    cited = [entry for entry in entries if "keywords = {cited}" in entry]
    added = [again(entry, copy) for copy in range(1, times) for entry in cited]
    with (folder / "references.bib").open("a", encoding="utf-8") as bib:
        bib.write("\n\n" + "\n\n".join(added))
    pages = [chapter(copy, cited) for copy in range(1, times)]
    for number, text in enumerate(pages, 1):
        (folder / "docs" / f"grown-{number}.md").write_text(text, encoding="utf-8")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    listed = "".join(f"      - grown-{number}.md\n" for number in range(1, times))
    settings = settings.replace("      - roadmap.md\n", f"      - roadmap.md\n{listed}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def again(entry: str, copy: int) -> str:
    """An entry under another key."""
    return re.sub(r"^(@\w+\{)([^,]+)", rf"\1\2-{copy}", entry)


def chapter(copy: int, cited: list[str]) -> str:
    """A chapter of 25 paragraphs, the first 24 of which cite one source each, and the last four more."""
    keys = [re.match(r"@\w+\{([^,]+)", entry)[1] + f"-{copy}" for entry in cited]  # type: ignore[index]
    marks = [f"[@{key}, p. 5]" for key in keys] + ["".join(f"[@{key}, p. 7]" for key in keys[:4])]
    number = 26 + 25 * (copy - 1)
    text = "\n\n".join(
        f"{'A sentence of the usual length, of which there are some. ' * 6}It ends.{mark}\n{{ #p{number + at} }}"
        for at, mark in enumerate(marks, 1)
    )
    first = 29 + 28 * (copy - 1)
    return CHAPTER.format(number=copy + 5, first=first, last=first + 27, body=text)


def timed(folder: Path) -> float:
    start = time.perf_counter()
    done = mkdocs(folder, "build", "--quiet", "--site-dir", str(folder / "site"))
    assert done.returncode == 0, done.stderr[-2000:]
    return time.perf_counter() - start


def main() -> None:
    """Prints, for each size, the first build and the next one, in which references and cuts are cached."""
    base = 0.0
    for times in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            grown(folder, times)
            first, second = timed(folder), timed(folder)
            base = base or second
            ratio = second / base
            print(
                f"{times:>4} x the content: first build {first:6.1f} s, next {second:6.1f} s, {ratio:5.1f} x"
            )


if __name__ == "__main__":
    main()
