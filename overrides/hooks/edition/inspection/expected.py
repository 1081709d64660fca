"""What a built page may hold: everything else stops the build. The rules are in the modules beside it.

Elements, attributes and addresses are those of https://html.spec.whatwg.org/ that run nothing and load nothing but
what the tables below say.
"""

HERE = "overrides/hooks/edition/inspection/expected.py"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = words("""
    a abbr address area article aside audio b bdi bdo blockquote body br button caption cite code col colgroup data
    datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
    header hgroup hr html i img input ins kbd label legend li link main map mark menu meta meter nav ol optgroup
    option output p picture pre progress q rp rt ruby s samp script search section select small source span strong
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr
""")
SHAPES = words("circle defs ellipse g line path polygon polyline rect svg symbol use")
"""The only elements within `svg`, where others would be read otherwise than outside it."""
INSTEAD = {
    "applet": "link to what it shows",
    "base": "write each address as seen from its page",
    "embed": "link to what it shows",
    "frame": "link to what it shows",
    "frameset": "link to what it shows",
    "iframe": "link to what it shows",
    "object": "link to what it shows",
    "noscript": "write it for all, and hide it by a class where scripts run",
}
"""What to write in place of elements that are refused for good."""

ATTRIBUTES = words("""
    abbr accesskey align alt as async autocapitalize autocomplete autofocus blocking charset checked class cols
    colspan command commandfor content contenteditable controls coords crossorigin datetime decoding default defer
    dir dirname disabled download draggable enterkeyhint fetchpriority for form headers height hidden high hreflang
    http-equiv id imagesizes inert inputmode integrity ismap kind label lang list loading loop low max maxlength media
    min minlength multiple muted name nomodule open optimum pattern placeholder playsinline popover popovertarget
    popovertargetaction preload property readonly referrerpolicy rel required reversed role rows rowspan scope selected
    shape size sizes span spellcheck srclang start step tabindex target title translate type usemap value width wrap
""") | words("""
    clip-rule cx cy d fill fill-opacity fill-rule points preserveaspectratio r rx ry stroke stroke-linecap
    stroke-linejoin stroke-opacity stroke-width transform viewbox x x1 x2 xmlns y y1 y2
""")
"""Those that hold no address, `href` of a `link` aside; what begins with `data-` or `aria-` is one of them."""

LINKS = {
    ("a", "href"),
    ("a", "data-address"),
    ("a", "data-originalurl"),
    ("a", "data-versionurl"),
    ("area", "href"),
    ("blockquote", "cite"),
    ("del", "cite"),
    ("ins", "cite"),
    ("q", "cite"),
    ("main", "data-moved"),
    ("li", "data-moved"),
    ("span", "data-moved"),
}
"""Addresses that lead somewhere when somebody asks: plain links, within the site or out of it."""
SCHEMES = ("https", "http", "mailto")
"""What a plain link may begin with."""
PICTURES = ("data:image/", "data:,")
"""How a picture begins that stands in the page itself; the second is none at all."""

LOADS = {
    ("audio", "src"): "media-src",
    ("img", "src"): "img-src",
    ("img", "srcset"): "img-src",
    ("input", "src"): "img-src",
    ("script", "src"): "script-src",
    ("source", "src"): "media-src",
    ("source", "srcset"): "img-src",
    ("track", "src"): "media-src",
    ("use", "href"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
}
"""Addresses that a browser loads by itself, each with the directive of the policy that lets it; they are our own."""
LATER = {"css": "style-src", "json": "connect-src", "woff2": "font-src"}
"""What a script asks for later, by the ending of the address in one of its `data-`; anything else is a script."""
SCRIPTS = "assets/javascripts/"
"""Where the site's scripts are."""
LINKED = {
    "alternate": "",
    "apple-touch-icon": "img-src",
    "author": "",
    "canonical": "",
    "icon": "img-src",
    "license": "",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "next": "",
    "prefetch": "default-src",
    "prev": "",
    "stylesheet": "style-src",
}
"""What a `link` in the head may say of its address, with the directive by which browsers load it; none: they do not."""
PRELOADED = {"font": "font-src", "image": "img-src", "script": "script-src", "style": "style-src"}
"""What `link rel=preload` may be `as`."""

ADDRESSES = LINKS | LOADS.keys() | {("link", "href"), ("link", "imagesrcset")}
"""Every attribute that holds an address, by element; a script's `data-` are addresses as well."""
ADDRESSED = sorted({tag for tag, _ in ADDRESSES} | {"meta", "style"})
"""The elements that can hold an address."""

DATA_BLOCKS = ("application/ld+json", "speculationrules")
"""What a `script` may hold in place of code, once a page."""
SCRIPT_TYPES = ("", "module", *DATA_BLOCKS)
FORMS = frozenset(("briefing-form", "filters", "search-form"))
"""The class of each form; scripts answer them, and none names where it would be sent."""
HTTP_EQUIV = ("content-security-policy", "refresh")
STUB = "stub"
"""The class of `main` on the pages that lead elsewhere at once, the only ones that may say so to the browser."""

POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "manifest-src": {"'self'"},
    "media-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'", "'none'"},
}
"""What a page's policy may allow, by directive; hashes as well where something stands in the page."""
HASHED = ("script-src", "style-src")
REQUIRED = ("default-src", "base-uri", "form-action")
"""The directives without which a policy leaves a way open."""
BEFORE_POLICY = frozenset(("html", "head", "meta", "title"))
"""What may stand before the policy: it holds for what comes after it alone."""

DOCUMENTS = ("htm", "mht", "mhtml", "shtml", "svgz", "swf", "xht", "xhtml", "xml", "xsl", "xslt")
"""Endings of files that browsers open like pages, with what they run, and that nothing here looks into."""
DATA_FILES = frozenset(("sitemap.xml",))
"""Those of them that the build makes."""
