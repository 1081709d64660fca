"""An input method, as a reader of Chinese, Japanese or Korean uses one: words are composed before they are typed.

While they are, browsers give each key the code 229, and Enter, Escape and the arrows choose among the candidates.
Safari ends the composition before it tells of the key that ended it, so that only the code 229 says whose key it was.
"""

from playwright.sync_api import Page

PROCESS = 229


class Composer:
    """Composes in whatever has the focus, in Chromium."""

    def __init__(self, tab: Page) -> None:
        self.browser = tab.context.new_cdp_session(tab)

    def compose(self, text: str) -> None:
        """Shows letters that are not yet words, underlined."""
        place = {"selectionStart": len(text), "selectionEnd": len(text)}
        self.browser.send("Input.imeSetComposition", {"text": text, **place})

    def press(self, key: str) -> None:
        """Presses a key that belongs to the composition; after `commit`, as Safari tells of it."""
        names = {"key": key, "code": key, "windowsVirtualKeyCode": PROCESS}
        self.browser.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **names})
        self.browser.send("Input.dispatchKeyEvent", {"type": "keyUp", **names})

    def commit(self, text: str) -> None:
        """Ends the composition with the words that were chosen."""
        self.browser.send("Input.insertText", {"text": text})
