"""The panel that copies links and citations, as a reader works it."""

from playwright.sync_api import Page, expect


def open_panel(tab: Page, place: str, name: str = "Paragraph") -> None:
    """Opens the panel by keyboard."""
    tab.locator(place).focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("dialog", name=name)).to_be_visible()


def press(tab: Page, button: str) -> None:
    tab.get_by_role("button", name=button).click()


def said(tab: Page, words: str) -> None:
    expect(tab.locator(".panel-state")).to_have_text(words)


def copied(tab: Page, kind: str = "text/plain") -> str:
    """What the clipboard holds, read back."""
    held: str = tab.evaluate(
        """async (kind) => {
            const [item] = await navigator.clipboard.read();
            return item.types.includes(kind) ? (await item.getType(kind)).text() : "";
        }""",
        kind,
    )
    return held


def uncovered(tab: Page, place: str) -> bool:
    """Whether an element is in view, under neither the header nor the panel."""
    seen: bool = tab.locator(place).evaluate(
        """(element) => {
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return element.contains(top);
        }"""
    )
    return seen
