"""What axe-core finds on a page (WCAG 2.2 A and AA, and best practice), with targets of 24 px."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Targets of 24 px (WCAG 2.5.8) are off in axe-core's own settings."""
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
AXE = Axe()


def look(tab: Page, view: tuple[str, int]) -> None:
    """Shows a tab in light or dark, at a width."""
    scheme, width = view
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 900})


def violations(tab: Page, part: str | None = None) -> list[str]:
    """What axe-core finds on a page as it stands, or in a part of it; a page is given axe-core once."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE.axe_script)
    run = "([part, options]) => axe.run(part ?? document, options)"
    found = tab.evaluate(run, [part, OPTIONS])
    assert found["passes"], "axe-core found nothing to look at"
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html']}" for v in found["violations"]]
