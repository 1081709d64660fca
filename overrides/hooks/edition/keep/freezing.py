"""Freezes a built site: its text in pages that need nothing but each other and one style sheet, and run nothing.

A frozen page is made of what stands in the lists below, so that whatever else a page may offer is left out of
itself. It is no copy of the live page to programs either: it has no canonical address, and asks not to be indexed.
Reference managers are told what the live page tells them, but for its address: they save the one that they read.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from jinja2 import Environment, FileSystemLoader
from lxml import html
from markupsafe import Markup

from edition.inspection.built_pages import page_of
from edition.inspection.element_rules import policy_faults
from edition.keep.frozen_editions import DATA, SCHEMA
from edition.keep.kept_text import KEPT_TEXT, ROOT
from edition.keep.manifest import MANIFEST, manifest
from edition.look import icon
from edition.look.asset_words import style_with_words
from edition.look.bundles import style_of
from edition.problems import Problems
from edition.words import ENGLISH, Words
from edition.write.markup import as_markup, element, filled

TAGS = {
    "a", "abbr", "aside", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt",
    "em", "h1", "h2", "h3", "h4", "header", "hr", "i", "ins", "li", "nav", "ol", "p", "q",
    "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "time", "tr", "ul",
}  # fmt: skip
CLASSES = {
    "argument", "catalogue", "chapter-facts", "cited-address", "chapter-number", "cite-this", "claim", "editor-note",
    "editor-note-label", "editors-notes", "entry", "entry-facts", "entry-label", "entry-paras", "foot-inner",
    "how-to-cite", "identity-list", "imprint", "joined", "lead", "leads", "link-and-cite", "links", "margin-note",
    "margin-notes", "names", "neighbour", "neighbour-label", "neighbour-summary",
    "neighbour-title", "neighbours", "note-back", "note-list", "note-mark", "note-number",
    "note-text", "note-ways-back", "notes", "opening", "paragraph-number", "range", "record", "reference",
    "relations", "source-remark", "source-title", "standfirst", "subtitle", "sure", "the-article",
    "use-pages", "use-place", "use-sentence", "uses", "visually-hidden", "xref",
}  # fmt: skip
"""What is kept: elements of these kinds that have no class, or one of these."""
LIVE_ONLY = "live-only"
"""What offers something that a frozen edition does not hold, whatever its other classes."""
ATTRIBUTES = {
    "aria-label", "aria-labelledby", "class", "colspan", "data-address", "datetime", "dir", "hidden",
    "href", "id", "lang", "rel", "role", "rowspan", "scope", "start",
}  # fmt: skip
OTHERS = ("sources/", "about/")
"""The pages beside the chapters that are frozen with them."""
LIVE_LIST = "editions/"
"""The live page to which the text of a frozen one may lead, since it lists what changed."""
STYLES = ("tokens", "base", "chapter", "home", "about", "sources")
"""The folders of style sheets that set a frozen edition, before the one for paper and its own."""
PAPER = "assets/stylesheets/print.*.css"
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
SOURCE_PAGE = re.compile(r"(\]\(<?\./|\"\./)sources/([\w-]+)/(?=[\s>)\"])")
"""The way to a source's page in the data: a frozen edition has its list alone."""
FRAME = "frozen.html"
STYLE = "edition.css"
ICON = "assets/images/icon.svg"


class FreezingError(Exception):
    """A built site of which no frozen edition can be made; says in one line why."""


@dataclass(frozen=True)
class Named:
    """The edition that is frozen: its number and its day, YYYY-MM-DD."""

    number: int
    date: str
    words: Words = ENGLISH

    @property
    def date_in_words(self) -> str:
        return self.words.dates.printed(self.date)


@dataclass(frozen=True)
class Text:
    """What is kept of a built page: title and description, what it tells reference managers, as names and values,
    what stands in its `article` and in its `footer`."""

    title: str
    description: str
    tags: tuple[tuple[str, str], ...]
    article: html.HtmlElement
    footer: html.HtmlElement

    @property
    def ids(self) -> set[str]:
        return {
            str(ident) for part in (self.article, self.footer) for ident in part.xpath(".//@id")
        }


def freeze(site: Path, overrides: Path, named: Named) -> dict[str, bytes]:
    """The files of a frozen edition, by their paths, with their manifest.

    `site` is the folder of the built site, `overrides` the one of templates and style sheets.
    Raises FreezingError where the site lacks a part, or where words or ids of the text would be lost.
    """
    pages = pages_of(parsed(site, ""))
    chapters = json.loads(file_of(site, KEPT_TEXT))
    texts = {
        address: text_of(site, address, named.words, chapters.get(address, {})) for address in pages
    }
    targets = {address: text.ids for address, text in texts.items()} | {DATA: set(), SCHEMA: set()}
    templates = Environment(loader=FileSystemLoader(overrides), autoescape=True)
    templates.filters["filled"] = filled
    template = templates.get_template(FRAME)
    files = {
        DATA: SOURCE_PAGE.sub(r"\1sources/#\2", file_of(site, DATA).decode()).encode(),
        SCHEMA: file_of(site, SCHEMA),
        STYLE: style(site, overrides / "assets/stylesheets", named.words),
    }
    identity = words(one(parsed(site, ""), "//header//*[@class='identity']", ""))
    picture = icon.address((overrides / ICON).read_bytes())
    for address, text in texts.items():
        for part in (text.article, text.footer):
            relink(part, address, targets)
        page = template.render(
            edition=named, name=texts[""].title, icon=picture, pages=pages, here=address, up="../" * address.count("/"),
            identity=identity, text=text, words=named.words, article=inside(text.article), footer=inside(text.footer),
        )  # fmt: skip
        files[f"{address}index.html"] = re.sub(r"\n\s*\n", "\n", page).encode()
        check_policy(f"{address}index.html", files[f"{address}index.html"])
    return files | {MANIFEST: manifest(files).encode()}


def check_policy(name: str, page: bytes) -> None:
    """A frozen page states its policy, which nobody could add to it afterwards."""
    for fault in policy_faults(page_of(name, page)):
        raise FreezingError(f"{name}: {fault.what}; {fault.mend} in overrides/{FRAME}")


def pages_of(home: html.HtmlElement) -> dict[str, str]:
    """The pages that are frozen, as the navigation lists them: titles by addresses, chapters first."""
    links = home.xpath("//nav[@id='navigation']//a[contains(@class, 'navigation-link')]")
    chapters = home.xpath("//nav[@id='navigation']/div[1]//a[contains(@class, 'navigation-link')]")
    found = {urljoin(ROOT, link.get("href")).removeprefix(ROOT): link for link in links}
    return {
        address: words(link[0])
        for address, link in found.items()
        if link in chapters or address in OTHERS
    }


def text_of(site: Path, address: str, said: Words, chapter: Mapping[str, Any]) -> Text:
    """What is kept of one built page; `chapter` is the text that the model has for it, if it is one."""
    tree = parsed(site, address)
    built = one(tree, "//article[contains(@class, 'md-content__inner')]", address)
    article = kept(built)
    check_whole(built, article, address)
    put_text(article, chapter, address)
    if address == "sources/":
        add_records(article, site, said)
    footer = kept(one(tree, "//footer[@class='site-footer']", address))
    description = one(tree, "//meta[@name='description']", address).get("content", "")
    title = words(one(tree, "//head/title", address))
    return Text(title, description, tuple(tags_of(tree)), article, footer)


def tags_of(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What a page tells reference managers, without its address, which names the live page and the host."""
    for tag in tree.xpath("//meta[starts-with(@name, 'citation_') or starts-with(@name, 'z:')]"):
        if tag.get("name") != "citation_public_url":
            yield tag.get("name"), tag.get("content", "")


def parsed(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring(file_of(site, f"{address}index.html").decode())


def file_of(site: Path, path: str) -> bytes:
    if not (site / path).is_file():
        raise FreezingError(f"{path}: the build makes no such file, and a frozen edition keeps it")
    return (site / path).read_bytes()


def one(tree: html.HtmlElement, path: str, address: str) -> html.HtmlElement:
    found: list[html.HtmlElement] = tree.xpath(path)
    if len(found) != 1:
        raise FreezingError(f"{address}index.html: holds {len(found)} of {path}; one is needed")
    return found[0]


def words(part: html.HtmlElement) -> str:
    return " ".join(str(part.text_content()).split())


def kept(part: html.HtmlElement) -> html.HtmlElement:
    """A copy of an element that holds nothing but what stands in TAGS, CLASSES and ATTRIBUTES."""
    own = copy.deepcopy(part)
    prune(own)
    return own


def prune(part: html.HtmlElement) -> None:
    for child in list(part):
        if not is_kept(child):
            child.drop_tree()
        else:
            for name in set(child.attrib) - ATTRIBUTES:
                del child.attrib[name]
            prune(child)


def is_kept(part: html.HtmlElement) -> bool:
    """Whether an element stands in the lists; a comment, whose tag is none, does not."""
    if part.tag not in TAGS:
        return False
    classes = set(part.get("class", "").split())
    return not classes or (LIVE_ONLY not in classes and bool(classes & CLASSES))


def put_text(article: html.HtmlElement, text: Mapping[str, Any], address: str) -> None:
    """Puts the text that the model has in the place of the paragraphs and of the editor's notes of a chapter."""
    for ident, inside in text.get("paragraphs", {}).items():
        hold(one(article, f".//p[@id='{ident}']", address), inside)
    notes, given = article.xpath(".//div[@role='note']"), text.get("editorNotes", [])
    if len(notes) != len(given):
        what = f"{len(notes)} editor's notes where the text has {len(given)}"
        raise FreezingError(f"{address}index.html: holds {what}; look at what makes them")
    for note, inside in zip(notes, given, strict=True):
        label = note[0]
        hold(note, inside)
        note.insert(0, label)


def hold(part: html.HtmlElement, inside: str) -> None:
    """Gives an element other contents."""
    for child in list(part):
        part.remove(child)
    made = html.fragment_fromstring(inside, create_parent="div")
    part.text = made.text
    part.extend(made)


def check_whole(built: html.HtmlElement, article: html.HtmlElement, address: str) -> None:
    """No id is lost that a link may lead to: paragraph, note, mark, source."""
    named = ".//*[self::p or self::li or self::sup][not(@data-moved)]/@id"
    lost = sorted(set(map(str, built.xpath(named))) - set(map(str, article.xpath(named))))
    if lost:
        mend = "add what holds it to TAGS or CLASSES in overrides/hooks/edition/keep/freezing.py"
        raise FreezingError(f"{address}index.html: '{lost[0]}' would not be kept whole; {mend}")


def add_records(article: html.HtmlElement, site: Path, said: Words) -> None:
    """Gives each entry of the list the record that stands on the page of its source."""
    for title in article.xpath(".//*[@id]//a[@class='source-title']"):
        (entry, *_) = title.xpath("ancestor::*[@id][1]")
        address = f"sources/{entry.get('id')}/"
        record = kept(one(parsed(site, address), "//dl[@class='record']", address))
        whose = element("span", f": {words(title)}", class_="visually-hidden")
        summary = element("summary", Markup("{}{}").format(said.chapter.kept_record, whose))
        entry.append(html.fragment_fromstring(element("details", summary)))
        entry[-1].append(record)


def relink(part: html.HtmlElement, here: str, targets: Mapping[str, set[str]]) -> None:
    """Links within the edition and out of the site stay; others lose their link and keep their words."""
    for link in part.xpath(".//a[@href]"):
        if address := new_address(link.get("href"), here, targets):
            link.set("href", address)
        elif link.getparent().tag == "li" and words(link) == words(link.getparent()):
            link.getparent().drop_tree()
        else:
            link.tag = "span"
            for name in set(link.attrib) - {"class", "lang"}:
                del link.attrib[name]


def new_address(href: str, here: str, targets: Mapping[str, set[str]]) -> str:
    """Where a link of the page `here` leads in a frozen edition; empty where that holds no such place."""
    whole = urljoin(ROOT + here, href)
    if not whole.startswith(ROOT):
        return href
    path, fragment = urldefrag(whole.removeprefix(ROOT))
    up = "../" * here.count("/")
    if path == LIVE_LIST:
        return f"{up}../#{fragment}".removesuffix("#")
    if path.startswith("sources/") and path not in targets:
        path, fragment = "sources/", path.split("/")[1]
        if here == path:
            return ""
    if path not in targets or (fragment and unquote(fragment) not in targets[path]):
        return ""
    place = "" if path == here and fragment else up + path or "./"
    return f"{place}#{fragment}".removesuffix("#")


def inside(part: html.HtmlElement) -> Markup:
    """The HTML within an element."""
    whole = str(html.tostring(part, encoding="unicode", with_tail=False))
    return as_markup(whole[whole.index(">") + 1 : whole.rindex("<")])


def style(site: Path, folder: Path, words: Words) -> bytes:
    """The style sheet of a frozen edition: ours, joined, without the web fonts, so that system fonts stand in.

    The one for paper is the site's, since its words tell of the article.
    """

    def read(file: Path) -> str:
        text = file.read_text(encoding="utf-8")
        return style_with_words(text, file.name, words, {}, Problems())

    names = (file.relative_to(site).as_posix() for file in site.glob(PAPER))
    paper = file_of(site, next(names, PAPER)).decode()
    joined = style_of(folder, STYLES, read) + paper + style_of(folder, ["frozen"], read)
    return FACE.sub("", joined).encode()
