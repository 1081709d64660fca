"""The check over the built pages: what they may not hold is refused, on a small site; the real one passes."""

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from edition.inspection.built_pages import BuiltPage, files_in, page_of
from edition.inspection.inspector import Inspection
from edition.inspection.origins import Origin, Origins
from edition.inspection.policy_rules import policy_of
from edition.keep.published import published
from project import SITE, mkdocs

HOME = "https://example.net/silk/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'"
)
STATED = '<meta http-equiv="Content-Security-Policy" content="{}">'
FILES = ("a.png", "a.css", "assets/javascripts/a.js", "notes.md")


def page(body: str = "", head: str = "", policy: str = STATED.format(POLICY)) -> str:
    """A page, on one line, so that what is said of it names line 1."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{policy}<title>A</title>{head}</head>'
        f'<body><main id="content"><p id="p1">Words.</p>{body}</main></body></html>'
    )


def wrong(
    pages: Mapping[str, str],
    home: str = HOME,
    origins: Origins = Origins(),  # noqa: B008
    lost: tuple[str, ...] = (),
) -> list[str]:
    """What is wrong with some pages, beside which the files stand."""
    inspection = Inspection(home)
    for file, text in pages.items():
        inspection.take(page_of(file, text.encode()))
    return sorted(map(str, inspection.problems({*pages, *FILES}, origins, lost)))


def wrong_in(body: str = "", head: str = "", policy: str = STATED.format(POLICY)) -> list[str]:
    """What is wrong with a page `roadmap/`, beside a home page, without the words that say where."""
    said = wrong({"index.html": page(), "roadmap/index.html": page(body, head, policy)})
    assert all(line.startswith("roadmap/index.html:") for line in said)
    return [line.partition(": ")[2] for line in said]


def test_a_page_as_expected_passes() -> None:
    body = """<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg><a href="#p1">1</a><a href="../#p1">1</a>
        <a href="/silk/roadmap/">A</a><a href="https://example.net/silk/roadmap/#p1">A</a><a href="../notes.md">N</a>
        <a href="https://example.org/%7E_&amp;">E</a><a href="mailto:a@example.org">M</a><a href="">Here</a>
        <a href="#:~:text=words">W</a><a href="?q=1#p1">Q</a><img src="../a.png" srcset="../a.png 2x" alt="">
        <img src="data:image/png;base64,AA" alt=""><form class="filters"><input name="q"></form>"""
    head = """<link rel="stylesheet" href="../a.css"><script src="/silk/assets/javascripts/a.js"></script>
        <link rel="canonical" href="https://example.net/silk/roadmap/"><link rel="license" href="https://example.org/by/">
        <meta property="og:image" content="https://example.net/silk/a.png"><link rel="icon" href="data:,">
        <script type="application/ld+json">{"url": "https://example.net/silk/roadmap/"}</script>"""
    assert wrong_in(body, head) == []


IN_SCRIPTS = "take it out; what runs is written in overrides/assets/javascripts/"
IN_STYLES = "take it out; looks are written in overrides/assets/stylesheets/"
TABLES = "take it out, or add it to the tables in overrides/hooks/edition/inspection/expected.py"
SHOWS = "link to what it shows"
SCHEMES = "write one of https, http, mailto"
OURS = "keep the file among our own"
CORRECT = "correct it, or take it out"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # what runs
        ("<script>alert(1)</script>", f"a script that its policy does not name: “alert(1)”; {IN_SCRIPTS}"),
        ("<SCRIPT type=module>x()</SCRIPT>", f"a script that its policy does not name: “x()”; {IN_SCRIPTS}"),
        ("<script type=importmap>{}</script>", f"a script that its policy does not name: “{{}}”; {IN_SCRIPTS}"),
        ("<svg><script>x()</script></svg>", f"<script>; {TABLES}"),
        ("<template><script>x()</script></template>",
         f"a script that its policy does not name: “x()”; {IN_SCRIPTS}"),
        ("<select><option><script>x()</script></select>",
         f"a script that its policy does not name: “x()”; {IN_SCRIPTS}"),
        ("<script src=//evil.example/x.js></script>",
         f"the address '//evil.example/x.js' leads out of the site, where none may; {OURS}"),
        ("<script src=../notes.md></script>", f"the address '../notes.md' is none of our scripts; {IN_SCRIPTS}"),
        ("<script src=data:text/javascript,x></script>",
         f"the address 'data:text/javascript,x' begins with data:; {SCHEMES}"),
        ("<p onclick=x()>A</p>", f'a handler, onclick="x()" on <p>; {IN_SCRIPTS}'),
        ("<p ONCLICK=x()>A</p>", f'a handler, onclick="x()" on <p>; {IN_SCRIPTS}'),
        ("<img src=../a.png onerror='x()'>", f'a handler, onerror="x()" on <img>; {IN_SCRIPTS}'),
        ("<details ontoggle=x() open></details>", f'a handler, ontoggle="x()" on <details>; {IN_SCRIPTS}'),
        ("<svg/onload=x()></svg>", f'a handler, onload="x()" on <svg>; {IN_SCRIPTS}'),
        ("<p on\x0bclick=x()>A</p>", f'a handler, onclick="x()" on <p>; {IN_SCRIPTS}'),
        ("<svg><animate attributeName=href values=javascript:x()></svg>",
         f'<animate attributename="href" values="javascript:x()">; {TABLES}'),
        ("<svg><title><img src=../a.png></title></svg>", f"<title>; {TABLES}"),
        ("<svg><style><img src=x></style></svg>", f"<style>; {TABLES}"),
        ("<svg><use xlink:href=#p1></use></svg>", f'the attribute xlink:href="#p1" on <use>; {TABLES}'),
        ("<math><mi href=javascript:x()>A</mi></math>", f"<math>; {TABLES}"),
        # frames, and what else shows or moves something
        ("<iframe src=javascript:x()></iframe>", f'<iframe src="javascript:x()">; {SHOWS}'),
        ("<iframe srcdoc='<p onclick=x()>'></iframe>", f'<iframe srcdoc="<p onclick=x()>">; {SHOWS}'),
        ("<object data=../a.png><param name=a></object>", f'<object data="../a.png">; {SHOWS}'),
        ("<embed src=../a.png>", f'<embed src="../a.png">; {SHOWS}'),
        ("<frameset onload=x()></frameset>", f'<frameset onload="x()">; {SHOWS}'),
        ("<base href=https://evil.example/>",
         '<base href="https://evil.example/">; write each address as seen from its page'),
        ("<noscript><p title='</noscript><img src=x onerror=x()>'></noscript>",
         "<noscript>; write it for all, and hide it by a class where scripts run"),
        ("<xmp><script>x()</script></xmp>", f"<xmp>; {TABLES}"),
        ("<x-a></x-a>", f"<x-a>; {TABLES}"),
        ("<!-- a note -->", "a comment; take it out; in a template, write {#- … -#}"),
        ("</option></select><meta http-equiv=refresh content='0;url=../'>",
         '<meta http-equiv="refresh" content="0;url=../">, which leads readers away; '
         "take it out: only pages that lead elsewhere at once say so"),
        ("<meta http-equiv=set-cookie content=a>", '<meta http-equiv="set-cookie" content="a">; take it out'),
        ("<form action=https://evil.example/><input name=a></form>",
         '<form action="https://evil.example/">; take it out, or add its class to FORMS in '
         "overrides/hooks/edition/inspection/expected.py"),
        ("<form class=filters action=../></form>", f'the attribute action="../" on <form>; {TABLES}'),
        ("<button formaction=javascript:x()>A</button>",
         f'the attribute formaction="javascript:x()" on <button>; {TABLES}'),
        # looks
        ("<p style=color:red>A</p>", f'a style of its own, style="color:red" on <p>; {IN_STYLES}'),
        ("<style>p {}</style>",
         f"a style that its policy does not name: “p {{}}”; {IN_STYLES}"),
        ("<table background=../a.png></table>", f'the attribute background="../a.png" on <table>; {TABLES}'),
        # schemes
        ("<a href=javascript:x()>A</a>", f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<a href=' JaVaScript:x()'>A</a>", f"the address 'JaVaScript:x()' begins with javascript:; {SCHEMES}"),
        ("<a href='java&Tab;script&colon;x()'>A</a>",
         f"the address 'java script:x()' begins with javascript:; {SCHEMES}"),
        ("<a href='java\nscript:x()'>A</a>", f"the address 'java script:x()' begins with javascript:; {SCHEMES}"),
        ("<a href='&#1;javascript:x()'>A</a>",
         f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<a href='&#x6a;avascript:x()'>A</a>",
         f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<a href=vbscript:x()>A</a>", f"the address 'vbscript:x()' begins with vbscript:; {SCHEMES}"),
        ("<a href='data:text/html,<b>'>A</a>", f"the address 'data:text/html,<b>' begins with data:; {SCHEMES}"),
        ("<a href=blob:https://a.b/c>A</a>", f"the address 'blob:https://a.b/c' begins with blob:; {SCHEMES}"),
        ("<a href=file:///etc/passwd>A</a>", f"the address 'file:///etc/passwd' begins with file:; {SCHEMES}"),
        ("<a href=view-source:https://a.b>A</a>",
         f"the address 'view-source:https://a.b' begins with view-source:; {SCHEMES}"),
        ("<map><area href=javascript:x()></map>", f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<q cite=javascript:x()>A</q>", f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<a href=//evil.example/>A</a>",
         "the address '//evil.example/' can be read in more ways than one; write https://, the host and the path"),
        (r"<a href=\\evil.example\a>A</a>",
         r"the address '\\evil.example\a' can be read in more ways than one; write https://, the host and the path"),
        ("<a href=https:evil.example>A</a>",
         "the address 'https:evil.example' can be read in more ways than one; "
         "write https://, the host and the path"),
        ("<a href=https://example.org@evil.example/>A</a>",
         "the address 'https://example.org@evil.example/' can be read in more ways than one; "
         "write https://, the host and the path"),
        # from elsewhere
        ("<img src=https://evil.example/a.png>",
         f"the address 'https://evil.example/a.png' leads out of the site, where none may; {OURS}"),
        ("<img src=../a.png srcset='../a.png, https://evil.example/a.png 2x'>",
         f"the address 'https://evil.example/a.png' leads out of the site, where none may; {OURS}"),
        ("<picture><source srcset=//evil.example/a.png></picture>",
         f"the address '//evil.example/a.png' leads out of the site, where none may; {OURS}"),
        ("<video poster=https://evil.example/a.png></video>",
         f"the address 'https://evil.example/a.png' leads out of the site, where none may; {OURS}"),
        ("<input type=image src=https://evil.example/a.png>",
         f"the address 'https://evil.example/a.png' leads out of the site, where none may; {OURS}"),
        ("<svg><use href=https://evil.example/a.svg#b></use></svg>",
         f"the address 'https://evil.example/a.svg#b' leads out of the site, where none may; {OURS}"),
        ("<a href=../ ping=https://evil.example/>A</a>",
         f'the attribute ping="https://evil.example/" on <a>; {TABLES}'),
        ("<img src=data:text/html,x>", "the address 'data:text/html,x' is no picture; take it out"),
        ("<audio src=../notes.md></audio>",
         "the address '../notes.md' is stopped by media-src of its policy; "
         "let it, or take the address out (POLICY in overrides/hooks/edition/inspection/expected.py)"),
        # what does not exist
        ("<a href=../roadmp/>A</a>", "an address leads to 'roadmp/', which does not exist; did you mean 'roadmap/'?"),
        ("<a href=../b.pdf>A</a>", f"an address leads to 'b.pdf', which does not exist; {CORRECT}"),
        ("<a href=../roadmap>A</a>", "an address leads to 'roadmap', which does not exist; did you mean 'roadmap/'?"),
        ("<a href=../A.PNG>A</a>", f"an address leads to 'A.PNG', which does not exist; {CORRECT}"),
        ("<a href=#p2>A</a>",
         "an address leads to 'roadmap/#p2', which does not exist; give something there the id 'p2'"),
        ("<a href=../#contents>A</a>",
         "an address leads to './#contents', which does not exist; did you mean 'content'?"),
        ("<a href=/silk/roadmp/#p1>A</a>",
         "an address leads to 'roadmp/#p1', which does not exist; did you mean 'roadmap/'?"),
        ("<a href=HTTPS://Example.NET/silk/roadmp/>A</a>",
         "an address leads to 'roadmp/', which does not exist; did you mean 'roadmap/'?"),
        ("<a href=/a/>A</a>", "the address '/a/' leads out of the edition; write a whole address"),
        ("<a href=../../a/>A</a>", "the address '../../a/' leads out of the edition; write a whole address"),
        ("<img src=../b.png>", "an address leads to 'b.png', which does not exist; did you mean 'a.png'?"),
        ("<li data-moved=../roadmp/>A</li>",
         "an address leads to 'roadmp/', which does not exist; did you mean 'roadmap/'?"),
        ("<li data-moved=https://a.b/>A</li>",
         "the address 'https://a.b/' leads out of the site, where none may; write a place within"),
        ("<script src=/silk/assets/javascripts/a.js data-panel=../assets/javascripts/b.js></script>",
         "an address leads to 'assets/javascripts/b.js', which does not exist; "
         "did you mean 'assets/javascripts/a.js'?"),
    ],
)  # fmt: skip
def test_what_no_page_may_hold_is_one_line_that_helps(body: str, said: str) -> None:
    found = [line for line in wrong_in(body) if not line.startswith("a control character")]
    assert found == [said]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("<link rel=stylesheet href=https://evil.example/a.css>",
         f"the address 'https://evil.example/a.css' leads out of the site, where none may; {OURS}"),
        ("<link rel=preload as=font href=//evil.example/a.woff2>",
         f"the address '//evil.example/a.woff2' leads out of the site, where none may; {OURS}"),
        ("<link rel=prefetch href=../roadmp/>",
         "the address '../roadmp/' is stopped by default-src of its policy; "
         "let it, or take the address out (POLICY in overrides/hooks/edition/inspection/expected.py)"),
        ("<link rel=preconnect href=https://evil.example>",
         '<link rel="preconnect">; write one of alternate, apple-touch-icon, author, canonical, icon, license, '
         "manifest, modulepreload, next, prefetch, preload, prev, stylesheet"),
        ("<link rel=alternate href=javascript:x()>",
         f"the address 'javascript:x()' begins with javascript:; {SCHEMES}"),
        ("<link rel=canonical href=https://example.net/silk/roadmp/>",
         "an address leads to 'roadmp/', which does not exist; did you mean 'roadmap/'?"),
        ("<meta property=og:image content=https://example.net/silk/b.png>",
         "an address leads to 'b.png', which does not exist; did you mean 'a.png'?"),
        ("<script type=application/ld+json>{'a': 1}</script>",
         "a block of application/ld+json that is no JSON: “{'a': 1}”; mend what writes it"),
        ('<script type=speculationrules src=../assets/javascripts/a.js></script>',
         "a block of speculationrules that is no JSON: “”; mend what writes it"),
        ("<script type=application/ld+json>{}</script><script type=application/ld+json>[]</script>",
         "a second block of application/ld+json; put both into one"),
        ('<script type=application/ld+json>["https://example.net/silk/roadmp/"]</script>',
         "an address leads to 'roadmp/', which does not exist; did you mean 'roadmap/'?"),
        ("<meta http-equiv=refresh content='5; url=../'>",
         '<meta http-equiv="refresh" content="5; url=../">, which leads readers away; '
         "take it out: only pages that lead elsewhere at once say so"),
    ],
)  # fmt: skip
def test_what_no_head_may_hold_is_one_line_that_helps(head: str, said: str) -> None:
    assert wrong_in(head=head) == [said]


def stated(**changes: str) -> str:
    """A page's policy with other sources for some directives; none takes a directive out."""
    parts = dict(part.split(" ", 1) for part in POLICY.split("; "))
    parts |= {name.replace("_", "-"): sources for name, sources in changes.items()}
    return STATED.format("; ".join(f"{name} {s}" for name, s in parts.items() if s))


NONE = "no policy (Content-Security-Policy); state one, right after the charset"
LATE = "a policy that stands too late; state it right after the charset"
MEND = "mend it, or POLICY in overrides/hooks/edition/inspection/expected.py"


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("", NONE),
        ("<meta name=Content-Security-Policy content=\"default-src 'none'\">", NONE),
        (stated() * 2, NONE.replace("no policy", "2 policies")),
        ("<link rel=icon href=../a.png>" + stated(), LATE),
        ("<script src=../assets/javascripts/a.js></script>" + stated(), LATE),
        ("</head>" + stated(), LATE),
        (stated(default_src="'self'"), f"a policy with 'self' in default-src; {MEND}"),
        (stated(default_src=""), f"a policy without default-src; {MEND}"),
        (stated(base_uri=""), f"a policy without base-uri; {MEND}"),
        (stated(base_uri="'self'"), f"a policy with 'self' in base-uri; {MEND}"),
        (stated(form_action=""), f"a policy without form-action; {MEND}"),
        (stated(form_action="*"), f"a policy with * in form-action; {MEND}"),
        (stated(script_src="'self' 'unsafe-inline'"), f"a policy with 'unsafe-inline' in script-src; {MEND}"),
        (stated(script_src="'self' 'unsafe-eval'"), f"a policy with 'unsafe-eval' in script-src; {MEND}"),
        (stated(script_src="'self' 'strict-dynamic'"), f"a policy with 'strict-dynamic' in script-src; {MEND}"),
        (stated(script_src="'self' 'nonce-AAAA'"), f"a policy with 'nonce-AAAA' in script-src; {MEND}"),
        (stated(script_src="'self' https:"), f"a policy with https: in script-src; {MEND}"),
        (stated(script_src="'self' data:"), f"a policy with data: in script-src; {MEND}"),
        (stated(style_src="'self' 'unsafe-inline'"), f"a policy with 'unsafe-inline' in style-src; {MEND}"),
        (stated(img_src="'self' data: https://cdn.example"),
         f"a policy with https://cdn.example in img-src; {MEND}"),
        (stated(img_src="'self' *"), f"a policy with * in img-src; {MEND}"),
        (stated(connect_src="'self' wss:"), f"a policy with wss: in connect-src; {MEND}"),
        (stated(font_src="'sha256-AAAA='"), f"a policy with 'sha256-AAAA=' in font-src; {MEND}"),
        (stated(frame_src="'self'"), f"a policy with frame-src; {MEND}"),
    ],
)  # fmt: skip
def test_a_policy_that_leaves_a_way_open_is_one_line(policy: str, said: str) -> None:
    assert wrong_in(policy=policy) == [said]


def test_what_stands_in_the_page_stands_under_its_hash_alone() -> None:
    def allowed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    policy = stated(script_src=f"'self' {allowed('a()')}", style_src=allowed("p {}"))
    assert wrong_in("<script>a()</script>", "<style>p {}</style>", policy) == []
    found = wrong_in("<script>a() </script>", "<style>p { }</style>", policy)
    assert [line.partition("“")[0] for line in found] == [
        "a script that its policy does not name: ",
        "a style that its policy does not name: ",
    ]


STUB = '<meta http-equiv="refresh" content="0; url={}">', '<a href="{}">There</a>'


def led(refresh: str, link: str, name: str = "stub") -> list[str]:
    """What is wrong with a page that leads on at once."""
    text = page(STUB[1].format(link), STUB[0].format(refresh))
    text = text.replace("<main ", f'<main class="{name}" ')
    return wrong({"index.html": page(), "p/1/index.html": text})


def test_a_page_leads_on_to_the_place_that_it_names_alone() -> None:
    assert led("../../#p1", "../../#p1") == []
    (away,) = led("../../#p1", "../../")
    assert "which leads readers away" in away and led("../../", "../../", "md-content")
    (outside,) = led("https://evil.example/", "https://evil.example/")
    assert "leads out of the site, where none may" in outside
    (nowhere,) = led("../../#p7", "../../#p7")
    assert "leads to './#p7', which does not exist" in nowhere


def test_styles_load_our_own_files_alone(tmp_path: Path) -> None:
    style = (
        "a{background:url(a.png)} b{background:url('https://evil.example/a.png')} "
        "c{background:url( b.png )} @import 'others.css'; @import url(//evil.example/d.css); d{fill:url(#e)} "
        "f{background:image-set('//evil.example/f.png' 1x)} g{background:u\\72l(//evil.example/g.png)} "
        "h::before{content:'\\201C'}"
    )
    (tmp_path / "b.css").write_text(style, encoding="utf-8")
    assert wrong_files(tmp_path) == [
        "b.css: an address leads to 'b.png', which does not exist; did you mean 'a.png'?",
        f"b.css: an address leads to 'others.css', which does not exist; {CORRECT}",
        f"b.css: the address '//evil.example/d.css' leads out of the site, where none may; {OURS}",
        f"b.css: the address '//evil.example/f.png' leads out of the site, where none may; {OURS}",
        f"b.css: the address '//evil.example/g.png' leads out of the site, where none may; {OURS}",
        f"b.css: the address 'https://evil.example/a.png' leads out of the site, where none may; {OURS}",
    ]


def wrong_files(folder: Path) -> list[str]:
    """What is wrong with files that are no pages."""
    inspection, files = Inspection(HOME), files_in(folder)
    inspection.take_files(folder, files)
    return sorted(map(str, inspection.problems({*FILES, *files}, Origins(), ())))


OPENED = "a browser opens a file that ends in {} like a page; write a page, or another kind of file"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/><!-- a note --></svg>", ""),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
         "a drawing holds <script>; keep its shapes alone"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
         "a drawing holds <svg onload>; keep its shapes alone"),
        ("a.svg", "<!DOCTYPE svg [<!ENTITY a '<b onclick=\"x()\"/>'>]><svg>&a;</svg>",
         "a drawing holds <&…;>; keep its shapes alone"),
        ("a.SVG", "<svg><foreignObject/></svg>", "a drawing holds <foreignObject>; keep its shapes alone"),
        ("a.svg", "", "a drawing is no XML: Document is empty, line 1, column 1; mend it"),
        ("a.svg", "<svg onload=x()/>",
         "a drawing is no XML: AttValue: \" or ' expected, line 1, column 13; mend it"),
        ("a.xhtml", "<html/>", OPENED.format(".xhtml")),
        ("b/a.htm", "<p>", OPENED.format(".htm")),
        ("a.xml", "<a/>", OPENED.format(".xml")),
        ("sitemap.xml", "<a/>", ""),
        ("a.pdf", "", ""),
    ],
)  # fmt: skip
def test_a_file_that_browsers_open_like_a_page_holds_no_more_than_one(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert [line.partition(": ")[2] for line in wrong_files(tmp_path)] == ([said] if said else [])


def test_a_second_body_is_reported_since_browsers_heed_its_handlers() -> None:
    (said,) = wrong_in("<body onload=x()>")
    assert said == "a second <body>; take it out: browsers do not read it as the checks do"


def test_the_page_for_what_is_missing_has_no_address_seen_from_itself() -> None:
    (said,) = wrong({"404.html": page('<a href="a.png">A</a><a href="#p1">B</a><a href="/silk/">C</a>')
                     , "index.html": page()})  # fmt: skip
    assert "the address 'a.png' is seen from the page; write it from the root of the site" in said


HANDLER = 'a handler, onclick="x()" on <p>'
MADE_FROM = {
    "about/index.html": Origin("docs/about.md"),
    "roadmap/index.html": Origin("docs/roadmap.md"),
    "sources/a/index.html": Origin("references.bib", 7),
    "sources/b/index.html": Origin("references.bib", 17),
}


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (["about/index.html"], f"docs/about.md: built as about/index.html:1: {HANDLER}; "),
        (["roadmap/index.html", "sources/a/index.html"],
         f"references.bib:7: built as roadmap/index.html:1: {HANDLER}, as one other page does; "),
        (list(MADE_FROM), f"about/index.html:1: {HANDLER}, as 3 other pages do; "),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_on_however_many_pages_and_names_what_alone_can_have_brought_it(
    pages: list[str], said: str
) -> None:
    bad = dict.fromkeys(pages, page("<p onclick=x()>A</p>"))
    (found,) = wrong({"briefing/index.html": page(), **bad}, origins=Origins(MADE_FROM))
    assert found.startswith(said)


def test_a_fault_names_the_line_that_people_wrote_where_only_one_holds_it() -> None:
    pages = {file: page("<p onclick=x()>A</p>") for file in MADE_FROM}
    written = {"mkdocs.yml": "a: 1\ncopyright: <p ONCLICK='x()'>A</p>\n", "docs/a.md": "onclick"}
    (found,) = wrong(pages, origins=Origins(MADE_FROM, lambda: written))
    assert found.startswith(f"mkdocs.yml:2: built as about/index.html:1: {HANDLER}, as 3 other")
    written["docs/a.md"] = "<p onclick=x()>"
    (found,) = wrong(pages, origins=Origins(MADE_FROM, lambda: written))
    assert found.startswith("about/index.html:1: ")


def test_all_faults_are_reported_in_one_run() -> None:
    assert len(wrong_in("<p onclick=x() style=a>A</p><iframe></iframe><a href=javascript:x() onclick=y()>B</a>"
                        "<a href=#p9>C</a><img src=//a.b/c>", policy=stated(base_uri=""))) == 8  # fmt: skip


def test_what_the_register_reports_as_lost_is_not_reported_twice() -> None:
    pages = {"index.html": page("<a href=roadmap/#p9>A</a>"), "roadmap/index.html": page()}
    assert len(wrong(pages)) == 1 and wrong(pages, lost=("roadmap/#p9",)) == []


def test_a_site_without_an_address_stands_at_the_root_of_its_server() -> None:
    assert wrong({"index.html": page('<a href="/">A</a><a href="a.png">B</a>')}, home="") == []
    assert len(wrong({"index.html": page('<a href="/b/">A</a>')}, home="")) == 1


def test_the_real_site_passes_and_each_page_is_read_once(site: Path) -> None:
    inspection, seen = Inspection(SITE), list[str]()

    def take(read: BuiltPage) -> None:
        seen.append(read.file)
        inspection.take(read)

    published(site, take)
    files = files_in(site)
    inspection.take_files(site, files)
    assert list(inspection.problems(files, Origins(), ())) == []
    assert sorted(seen) == [file for file in files if file.endswith(".html")]


def test_a_file_that_goes_past_the_readers_stops_the_build_with_a_line_a_fault(
    small: Path,
) -> None:
    (small / "docs/more.html").write_text("<iframe src='//evil.example/'></iframe>")
    done = mkdocs(small, "build")
    lines = [text for text in done.stderr.splitlines() if text.startswith("ERROR")]
    assert done.returncode != 0 and "Traceback" not in done.stderr
    starts = [
        "docs/more.html: built as more.html: no policy",
        "docs/more.html: built as more.html:1: <iframe",
        "2 mistake(s), listed above. What was built must not go out.",
    ]
    assert len(lines) == len(starts)
    assert all(start in text for start, text in zip(starts, lines, strict=True)), lines


OWN = {"'self'"}
HASH = re.compile("'sha256-[A-Za-z0-9+/]{43}='")


def test_every_page_of_this_edition_lets_browsers_load_our_own_files_alone(site: Path) -> None:
    """The 404 page too; a frozen edition keeps the policy of its day, which the build holds to the same bounds."""
    files = [file for file in files_in(site) if file.endswith(".html")]
    living = [file for file in files if not re.match(r"editions/\d", file)]
    for file in living:
        policy = dict(policy_of(page_of(file, (site / file).read_bytes())).directives)
        hashed = {s for name in ("script-src", "style-src") for s in policy[name] - OWN}
        assert all(map(HASH.fullmatch, hashed)), file
        assert policy.pop("script-src") >= OWN and policy.pop("style-src") >= OWN
        assert policy.pop("form-action") in ({"'self'"}, {"'none'"})
        assert policy == {
            "default-src": {"'none'"},
            "font-src": OWN,
            "connect-src": OWN,
            "img-src": {"'self'", "data:"},
            "base-uri": {"'none'"},
        }
    assert len(living) > 60
