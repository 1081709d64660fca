"""What axe-core finds on a page (WCAG 2.2 A and AA, and best practice), with targets of 24 px."""

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS: dict[str, object] = {
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
"""Targets of 24 px (WCAG 2.5.8) are off in axe-core's own settings."""
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
AXE = Axe()
COLOURS = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}
RUN = """async ([part, options]) => {
    const { passes, violations } = await axe.run(part || document, options);
    return [passes.length, violations.map(({ id, help, nodes: [{ html }] }) => `${id}: ${help}: ${html}`)];
}"""

Options = Mapping[str, object]


def look(tab: Page, view: tuple[str, int]) -> None:
    """Shows a tab in light or dark, at a width."""
    scheme, width = view
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 900})


def violations(tab: Page, part: str = "", options: Options = OPTIONS) -> list[str]:
    """What axe-core finds on a page as it stands, or in a part of it; a page is given axe-core once."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE.axe_script)
    looked_at, found = tab.evaluate(RUN, [part, options])
    assert looked_at, "axe-core found nothing to look at"
    return list(found)


def violations_in_all_views(tab: Page, part: str = "") -> dict[tuple[str, int], list[str]]:
    """What it finds in light and dark, wide and narrow; in the dark only colours are others than in the light."""
    found = {}
    for view in VIEWS:
        look(tab, view)
        found[view] = violations(tab, part, OPTIONS if view[0] == "light" else COLOURS)
    return {view: faults for view, faults in found.items() if faults}
