"""A browser of 2022 or 2023, as near as one of today comes to it: what those lack is taken away, in parts or whole.

Chrome 103, Firefox 115 and Safari 16.0 are the oldest that the edition is made for, and each feature below is missing
in one of them at least. In style sheets, scripts and pages a word that no browser knows takes the place of theirs, and
scripts no longer find the objects that they name.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Route


@dataclass(frozen=True)
class Feature:
    """What is younger than the oldest browser, with the versions that brought it: Chrome, Firefox, Safari.

    What stands in files is told by patterns, a selector in style sheets and scripts alike; what scripts find, by the
    names of objects with a pattern of what they have.
    """

    name: str
    since: str
    styles: str = ""
    selector: str = ""
    scripts: str = ""
    markup: str = ""
    objects: Mapping[str, str] = field(default_factory=dict)

    def patterns(self, kind: str) -> tuple[str, ...]:
        """What to look for in a file of a kind, as browsers call it."""
        of_kind = {
            "stylesheet": (self.styles, self.selector),
            "script": (self.scripts, self.selector),
            "document": (self.markup,),
        }
        return tuple(filter(None, of_kind.get(kind, ())))


def declared(names: str) -> str:
    """The pattern of properties or descriptors in a style sheet."""
    return rf"(?<=[{{;])\s*(?:{names})(?=:)"


FEATURES = (
    Feature("light-dark()", "123, 120, 17.5", styles=r"\blight-dark(?=\()"),
    Feature(
        "popover", "114, 125, 17",
        selector=r":popover-open",
        scripts=r"""(?<=setAttribute\(["'])popover""",
        markup=r"(?<=\s)popover(?:target(?:action)?)?(?=[\s=>])",
        objects={
            "HTMLElement.prototype": "popover|(show|hide|toggle)Popover",
            "HTMLButtonElement.prototype": "popoverTarget.*",
            "HTMLInputElement.prototype": "popoverTarget.*",
            "self": "ToggleEvent",
        },
    ),
    Feature(":has()", "105, 121, 15.4", selector=r":has(?=\()"),
    Feature(":nth-child(of)", "111, 113, 9", selector=r":nth-(?:last-)?child(?=\([^()]* of )"),
    Feature("::details-content", "131, 143, 18.4", selector="::details-content"),
    Feature("alternative text", "77, 128, 17.4", styles=r"""(?<=content:)(?=[^;{}]*["']\s*/\s*["'])"""),
    Feature("look-behind", "62, 78, 16.4", scripts=r"(?<=\(\?)<(?=[=!])"),
    Feature("ClipboardItem", "76, 127, 13.1", objects={"self": "ClipboardItem"}),
    Feature(
        "ARIA reflection", "81, 119, 12.1",
        objects={"Element.prototype": "aria[A-Z].*|role", "ElementInternals.prototype": "aria.*|role"},
    ),
    Feature("text fragments", "80, 131, 16.1", objects={"Document.prototype": "fragmentDirective"}),
    Feature("findLast", "97, 104, 15.4", objects={"Array.prototype": "findLast(Index)?"}),
    Feature(
        "younger objects", "47 to 147, 55 to 148, 16.1 or later or never",
        objects={
            "Array": "fromAsync", "Array.prototype": "toSorted|toReversed|toSpliced|with",
            "Object": "groupBy", "Map": "groupBy", "Promise": "withResolvers|try", "URL": "canParse|parse",
            "Set.prototype": "union|intersection|difference|symmetricDifference|is.*",
            "String.prototype": "(is|to)WellFormed", "RegExp": "escape", "Intl": "Segmenter",
            "Element.prototype": "checkVisibility|getHTML|setHTMLUnsafe|moveBefore", "CSS": "highlights",
            "Document.prototype": "startViewTransition", "AbortSignal": "any",
            "HTMLDialogElement.prototype": "closedBy|requestClose",
            "Navigator.prototype": "userActivation|connection",
            "self": "Iterator|requestIdleCallback|scheduler|navigation|CloseWatcher",
        },
    ),
    Feature("nesting", "120, 117, 17.2", styles=r"(?<=[{};,])&"),
    Feature("ranges of widths", "104, 63, 16.4", styles=r"(?<=\()\s*(?:width|height)(?=\s*[<>])"),
    Feature("translate", "104, 72, 14.1", styles=declared("translate|rotate|scale")),
    Feature("dvh", "108, 101, 15.4", styles=r"(?<=\d)[dsl]v[hwib]\b"),
    Feature("color-mix()", "111, 113, 16.2", styles=r"\bcolor-mix(?=\()"),
    Feature("containers", "106, 110, 16", styles=r"@container\b"),
    Feature("subgrid", "117, 71, 16", styles=r"\bsubgrid\b"),
    Feature("text-wrap", "114, 121, 17.4", styles=declared(r"text-wrap(?:-\w+)?")),
    Feature("size-adjust", "92, 92, 17", styles=declared(r"size-adjust|[a-z-]+-override")),
    Feature("margin boxes", "131, never, 18.2", styles=r"@(?:top|bottom)-(?:left|right|center)\b"),
    Feature("text-size-adjust", "54, never, never", styles=declared("text-size-adjust")),
    Feature("print-color-adjust", "136, 97, 15.4", styles=declared("print-color-adjust")),
)  # fmt: skip
NAMES = tuple(feature.name for feature in FEATURES)

# Runs before the scripts of a page. A global may stand further up, so all that it inherits is searched.
TAKE_AWAY = r"""(objects) => {
    for (const [owner, names] of objects) {
        const named = new RegExp(`^(?:${names})$`);
        const found = owner.split(".").reduce((place, part) => place?.[part], globalThis);
        for (let place = found; place; place = owner === "self" && Object.getPrototypeOf(place)) {
            for (const key of Object.getOwnPropertyNames(place)) if (named.test(key)) delete place[key];
        }
    }
}"""


def missing(browser: Browser, *names: str, **settings: Any) -> BrowserContext:  # noqa: ANN401
    """A browser without the features of these names, without all if none is named; the rest is for `new_context`.

    It passes over the pages' policy: what stands in a page no longer has the hash that is allowed there.
    """
    features = [feature for feature in FEATURES if feature.name in (names or NAMES)]
    context = browser.new_context(bypass_csp=True, **settings)
    objects = [pair for feature in features for pair in feature.objects.items()]
    context.add_init_script(f"({TAKE_AWAY})({json.dumps(objects)})")
    context.route("**/*", lambda route: answer(route, features))
    return context


def close(context: BrowserContext) -> None:
    """Closes such a browser when all that it asked for is answered."""
    context.unroute_all(behavior="wait")
    context.close()


def answer(route: Route, features: Sequence[Feature]) -> None:
    """Gives what is asked for, with an unknown word in place of each feature."""
    kind = route.request.resource_type
    if kind in INLINE.values():
        response = route.fetch()
        route.fulfill(response=response, body=without(response.text(), features, kind))
    elif kind == "document":
        response = route.fetch()
        route.fulfill(response=response, body=page_without(response.text(), features))
    else:
        route.continue_()


INLINE = {"style": "stylesheet", "script": "script"}
"""What browsers call the files of that which may stand in a page as well."""


def page_without(page: str, features: Sequence[Feature]) -> str:
    """A page in which features are missing in its markup, and in the styles and scripts that stand in it."""
    for tag, kind in INLINE.items():
        page = re.sub(
            rf"(?<=<{tag})([^>]*>)(.*?)(?=</{tag}>)",
            lambda found: found[1] + without(found[2], features, kind),  # noqa: B023 - called at once
            page,
            flags=re.DOTALL,
        )
    return without(page, features, "document")


def without(text: str, features: Iterable[Feature], kind: str) -> str:
    """A file in which what is found begins with `x-`, after the signs that make it a selector or a rule."""
    for pattern in [pattern for feature in features for pattern in feature.patterns(kind)]:
        text = re.sub(pattern, lambda found: re.sub(r"^(\s*[:@]*)", r"\1x-", found[0]), text)
    return text
