"""Pictures of the key pages, beside those last accepted, with what changed; and the README's screenshot.

    make pictures     render, compare, write .build/pictures/index.html
    make accept       take what was rendered as what to compare with from now on
    make screenshot   make .github/screenshot.png

It is for eyes, and fails only where a page could not be rendered: `make test` never looks at a pixel.

Accepted pictures are not committed: a set is tens of megabytes, which every acceptance would add to
the history for good, and another browser or other fonts would change them all. They stay in .build/,
so `make clean` forgets them. To compare with any other state: `git stash` or `git switch` to it,
`make pictures accept`, return, `make pictures`.
"""

import argparse
import contextlib
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from PIL import Image, ImageChops, ImageDraw
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

import browser as finder

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
FOLDER = ROOT / ".build" / "pictures"
SCREENSHOT = ROOT / ".github" / "screenshot.png"

Scheme = Literal["light", "dark"]
Size = tuple[int, int]
Box = tuple[int, int, int, int]
Kind = Literal["new", "gone", "changed"]

CHAPTER = "digital-gaps/"
PAGES = {
    "home": "",
    "digital-gaps": CHAPTER,
    "digital-gaps-p6": f"{CHAPTER}#p6",
    "cooperation-value": "cooperation-value/",
    "challenges": "challenges/",
    "roadmap": "roadmap/",
    "sources": "sources/",
    "source": "sources/cepal-2018-monitoreo/",
    "about": "about/",
    "editions": "editions/",
    "briefing": "briefing/#p4,p24",
    "404": "404.html",
}
OPENERS = {
    "note-card": "a.note-mark",
    "panel": ".paragraph-number",
    "drawer": ".menu-button",
    "search": ".search-button",
}
"""What a finger opens over a chapter, and what it touches for that."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 390, 768, 1280, 1440, 1920)
PHONE = 390
HEIGHTS = {320: 640, PHONE: 844, 768: 1024, 1280: 800}
HEIGHT = 900

# So a page asks for its fonts at once (web-fonts.js).
CAME_SOON = "performance.getEntriesByType = () => [{ requestStart: performance.now() }]"
# Every font, whether or not the page has come to ask for it; then notes placed anew by its lines.
FONTS_IN = """async () => {
    await Promise.allSettled([...document.fonts].map((font) => font.load()));
    await document.fonts.ready;
    dispatchEvent(new Event("resize"));
}"""
TWO_FRAMES = """new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)))"""
# The browser's own mark under a finger fades in its own time.
NO_TOUCH_MARK = 'document.documentElement.style.webkitTapHighlightColor = "transparent"'


class RenderingError(Exception):
    """A page could not be rendered; the message says which and why."""


@dataclass(frozen=True)
class View:
    """One picture to take: a page at a width in a scheme, perhaps with something opened by touch."""

    name: str
    page: str
    width: int
    scheme: Scheme
    opener: str = ""
    media: Literal["screen", "print"] = "screen"

    @property
    def file(self) -> str:
        return f"{self.name}-{'print' if self.media == 'print' else self.width}-{self.scheme}.png"

    @property
    def window(self) -> Size:
        return self.width, HEIGHTS.get(self.width, HEIGHT)


READ = [
    View(name, page, width, scheme)
    for scheme in SCHEMES
    for width in WIDTHS
    for name, page in PAGES.items()
]
READ += [View(name, page, 768, "light", media="print") for name, page in PAGES.items()]
TOUCHED = [
    View(name, CHAPTER, PHONE, scheme, opener)
    for scheme in SCHEMES
    for name, opener in OPENERS.items()
]


class Served:
    """Answers for the site's own address out of its folder, for no other; remembers what failed."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.address = _address(site)
        self.faults: list[str] = []

    def answer(self, route: Route) -> None:
        asked = route.request.url
        file = self._file(asked)
        if file and file.suffix == ".html":
            route.fulfill(content_type="text/html", body=_never_without_fonts(file))
        elif file:
            route.fulfill(path=file)
        else:
            self.faults.append(f"{asked} is asked for, and is not in {self.site.name}/")
            route.abort()

    def _file(self, asked: str) -> Path | None:
        if not asked.startswith(self.address):
            return None
        path = self.site / re.split("[?#]", asked.removeprefix(self.address))[0]
        file = path / "index.html" if path.is_dir() else path
        return file if file.is_file() else None


def _never_without_fonts(page: Path) -> str:
    """The page, but fonts that a slow first visit does without are waited for: chance is no change."""
    text = page.read_text(encoding="utf-8")
    return re.sub(r"font-display:\s*optional", "font-display: block", text)


def _address(site: Path) -> str:
    """The address that the site was built for, if any: its pages may name it, so they are rendered at it."""
    home = site / "index.html"
    text = home.read_text(encoding="utf-8") if home.is_file() else ""
    if not text:
        raise RenderingError(f"{home} is missing; run: make build")
    found = re.search(r'rel="canonical" href="([^"]+)"', text)
    return found[1] if found else "https://site.invalid/"


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The tests' browser; its sandbox does not work as root."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        path = str(finder.executable())
        launched = playwright.chromium.launch(
            executable_path=path, args=[*sandbox, "--disable-gpu"]
        )
        yield launched
        launched.close()


@contextlib.contextmanager
def opened(browser: Browser, served: Served, touch: bool) -> Iterator[Page]:
    """A tab of which every request is answered from the site, and every error is remembered."""
    # What is changed in a page has another hash than its policy allows.
    context = browser.new_context(
        has_touch=touch, is_mobile=touch, reduced_motion="reduce", bypass_csp=True
    )
    context.add_init_script(CAME_SOON)
    context.route("**/*", served.answer)
    context.on("weberror", lambda error: served.faults.append(str(error.error)))
    yield context.new_page()
    context.close()


def render(site: Path, folder: Path) -> None:
    """Renders every view; the folder is there only when all of them are."""
    unfinished = folder.with_name("unfinished")
    for old in (unfinished, folder):
        shutil.rmtree(old, ignore_errors=True)
    served = Served(site)
    with chromium() as browser:
        for views, touch in ((READ, False), (TOUCHED, True)):
            with opened(browser, served, touch) as tab:
                for view in views:
                    shoot(tab, served, view, unfinished / view.file)
    unfinished.rename(folder)


def shoot(tab: Page, served: Served, view: View, file: Path, whole: bool = True) -> None:
    """Takes the whole page, or the window alone where something lies over the page."""
    try:
        show(tab, served.address, view)
        full = whole and not view.opener
        if not served.faults:
            tab.screenshot(path=file, full_page=full, animations="disabled", caret="hide")
    except Error as error:
        served.faults.append(error.message.splitlines()[0])
    if served.faults:
        raise RenderingError(f"{view.file}: {'; '.join(served.faults)}")


def show(tab: Page, address: str, view: View) -> None:
    """Opens a view from nothing, since a change of the fragment alone would load no page."""
    width, height = view.window
    tab.goto("about:blank")
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=view.scheme, media=view.media)
    tab.goto(address + view.page)
    tab.evaluate(FONTS_IN)
    if view.opener:
        tab.evaluate(NO_TOUCH_MARK)
        tab.locator(view.opener).first.tap(timeout=5000)
        tab.locator("[data-open], dialog[open]").wait_for(timeout=5000)
    elif "#" in view.page:
        # The header sticks to the top of the window; in a picture of the whole page, to its top.
        tab.evaluate("scrollTo(0, 0)")
    tab.evaluate(TWO_FRAMES)


@dataclass(frozen=True)
class Finding:
    """What there is to say of one picture."""

    name: str
    kind: Kind
    share: float = 0
    box: Box = (0, 0, 0, 0)
    sizes: tuple[Size, Size] = ((0, 0), (0, 0))

    def __str__(self) -> str:
        return f"{self.kind:8}{self.name}{f': {self.extent}' if self.kind == 'changed' else ''}"

    @property
    def extent(self) -> str:
        """The share of pixels, the box around them all, and the sizes if they differ."""
        left, top, right, bottom = self.box
        share = f"{self.share:.2%}" if self.share >= 0.0001 else "under 0.01%"
        said = f"{share} of pixels, in {right - left}×{bottom - top} at {left},{top}"
        before, after = self.sizes
        return said if before == after else f"{said}; {_times(before)} is now {_times(after)}"


def compare(accepted: Path, now: Path, differences: Path) -> list[Finding]:
    """What is new, gone or changed in a folder of pictures; draws each difference."""
    shutil.rmtree(differences, ignore_errors=True)
    differences.mkdir(parents=True)
    files = {file.name for folder in (accepted, now) for file in folder.glob("*.png")}
    with ThreadPoolExecutor(2) as threads:
        found = threads.map(
            lambda name: _compared(accepted / name, now / name, differences / name),
            sorted(files, key=_by_number),
        )
        return [finding for finding in found if finding]


def _by_number(name: str) -> str:
    return re.sub(r"\d+", lambda number: number[0].zfill(4), name)


def _compared(before: Path, after: Path, difference: Path) -> Finding | None:
    name = after.stem
    if not before.exists():
        return Finding(name, "new")
    if not after.exists():
        return Finding(name, "gone")
    # Equal pictures are nearly always equal files, and need not be decoded.
    if before.read_bytes() == after.read_bytes():
        return None
    return _changed(before, after, difference)


def _changed(before: Path, after: Path, difference: Path) -> Finding | None:
    with Image.open(before) as old, Image.open(after) as new:
        mask = changed_pixels(old, new)
        box = mask.getbbox()
        if not box:
            return None
        draw(new, mask, box).save(difference, compress_level=1)
        share = mask.histogram()[255] / (mask.width * mask.height)
        return Finding(after.stem, "changed", share, box, (old.size, new.size))


def changed_pixels(old: Image.Image, new: Image.Image) -> Image.Image:
    """White where two pictures differ in any channel, and where not both of them are."""
    red, green, blue = ImageChops.difference(old, new).split()  # As large as both are.
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    changed = Image.new("L", (max(old.width, new.width), max(old.height, new.height)), 255)
    changed.paste(furthest.point([0] + [255] * 255), (0, 0))
    return changed


def draw(new: Image.Image, mask: Image.Image, box: Box) -> Image.Image:
    """The new picture in pale greys, what changed in red, and a red frame around it all."""
    red = 255
    drawn = Image.new("L", mask.size, 254)
    drawn.paste(new.convert("L").point([190 + grey // 4 for grey in range(256)]), (0, 0))
    drawn.paste(red, mask=mask)
    left, top, right, bottom = box
    frame = (left - 4, top - 4, right + 3, bottom + 3)
    ImageDraw.Draw(drawn).rectangle(frame, outline=red, width=2)
    drawn.putpalette([level for grey in range(255) for level in (grey,) * 3] + [208, 0, 32])
    return drawn


def _times(size: Size) -> str:
    return f"{size[0]}×{size[1]}"


def report(folder: Path) -> None:
    """Compares, writes the page that shows what changed, and prints the same list."""
    accepted, now = folder / "accepted", folder / "now"
    findings = compare(accepted, now, folder / "difference")
    page = folder / "index.html"
    page.write_text(html(findings, sorted(now.glob("*.png"))), encoding="utf-8")
    for finding in findings:
        print(finding)
    print(f"{summary(findings, len(list(now.glob('*.png'))))}: {os.path.relpath(page)}")


def summary(findings: list[Finding], total: int) -> str:
    """How many pictures there are, and how many of them changed, are new or are gone."""
    kinds = [finding.kind for finding in findings]
    counts = [f"{kinds.count(kind)} {kind}" for kind in ("changed", "new", "gone")]
    return f"{total} pictures, {', '.join(counts)}"


def html(findings: list[Finding], pictures: list[Path]) -> str:
    """The page: the list, then three pictures side by side for each that changed, then all of them."""
    rows = [finding for finding in findings if finding.kind == "changed"]
    return PAGE.format(
        summary=escape(summary(findings, len(pictures))),
        list="".join(map(_item, findings)),
        rows="".join(map(_row, rows)),
        all="".join(f'<li><a href="now/{p.name}">{escape(p.stem)}</a>' for p in pictures),
    )


def _item(finding: Finding) -> str:
    folder = {"new": "now/", "gone": "accepted/", "changed": "#"}[finding.kind]
    ending = "" if finding.kind == "changed" else ".png"
    return f'<li><a href="{folder}{finding.name}{ending}">{escape(str(finding))}</a>'


def _row(finding: Finding) -> str:
    """Three pictures that scroll together, first to what changed."""
    before, after = finding.sizes
    both = (max(before[0], after[0]), max(before[1], after[1]))
    columns = (("now", after), ("accepted", before), ("difference", both))
    figures = "".join(_figure(folder, finding.name, size) for folder, size in columns)
    heading = f"<h2>{escape(finding.name)}</h2><p>{escape(finding.extent)}</p>"
    top = f"{finding.box[1] / both[0]:.4f}"
    return f'<section id="{finding.name}">{heading}<div data-top="{top}">{figures}</div></section>'


def _figure(folder: str, name: str, size: Size) -> str:
    file = f"{folder}/{name}.png"
    picture = f'<img src="{file}" width="{size[0]}" height="{size[1]}" loading="lazy" alt="">'
    return f'<figure><a href="{file}">{folder}</a><div class="window">{picture}</div></figure>'


PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{summary}</title>
<style>
  body {{ font: 15px/1.5 system-ui, sans-serif; margin: 24px }}
  section > div {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px }}
  figure {{ margin: 0 }}
  .window {{ max-height: 80vh; overflow: auto; border: 1px solid gray }}
  img {{ display: block; width: 100%; height: auto }}
  .all {{ columns: 16em }}
</style>
<h1>{summary}</h1>
<ul>{list}</ul>
{rows}
<h2>All pictures</h2>
<ul class="all">{all}</ul>
<script>
  for (const row of document.querySelectorAll("[data-top]")) {{
    const windows = row.querySelectorAll(".window");
    const scroll = (top) => windows.forEach((other) => {{ other.scrollTop = top; }});
    windows.forEach((one) => one.addEventListener("scroll", () => scroll(one.scrollTop)));
    scroll(row.dataset.top * windows[0].clientWidth - 40);
  }}
</script>
</html>
"""


def accept(folder: Path) -> None:
    """Takes the pictures of now as the accepted ones."""
    if not (folder / "now").is_dir():
        sys.exit("Nothing to accept; first: make pictures")
    shutil.rmtree(folder / "accepted", ignore_errors=True)
    shutil.copytree(folder / "now", folder / "accepted")


def screenshot(site: Path, file: Path) -> None:
    """Makes the README's picture: a chapter as it opens, in 256 colours, a third of the file."""
    served = Served(site)
    with chromium() as browser, opened(browser, served, touch=False) as tab:
        shoot(tab, served, View("screenshot", CHAPTER, 1280, "light"), file, whole=False)
    with Image.open(file) as picture:
        # The usual method spends them on greys of text edges, and turns ochre grey.
        few = picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def main(task: str) -> None:
    """Does one of the three tasks, and says how long it took or why it could not."""
    start = time.monotonic()
    try:
        if task == "screenshot":
            screenshot(SITE, SCREENSHOT)
        elif task == "accept":
            accept(FOLDER)
        else:
            render(SITE, FOLDER / "now")
    except (RenderingError, finder.NoBrowserError) as error:
        sys.exit(str(error))
    if task != "screenshot":
        report(FOLDER)
    print(f"Took {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("task", choices=("render", "accept", "screenshot"))
    main(parser.parse_args().task)
