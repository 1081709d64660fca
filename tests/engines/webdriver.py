"""Firefox and WebKit as they are shipped, driven by WebDriver, the W3C's protocol, without a package or Node.

WebKit takes its commands over HTTP. Firefox takes the same ones, with the same parameters, over a socket
("Marionette"), each under a name. So one class serves both, and a test is written once.
"""

import base64
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

SECONDS = 6
"""How long anything may take that is waited for."""
COMMAND_SECONDS = 60
"""How long a command may take: on a machine with much to do, a first window takes its time."""
SCREEN = 1400
"""How wide the screen is. Its pointer rests in the middle, and only a window under that takes keys."""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name by which WebDriver hands over an element."""
Element = dict[str, str]
KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}
REQUESTS = {
    "Navigate": ("POST", "/url"),
    "Back": ("POST", "/back"),
    "Forward": ("POST", "/forward"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "PerformActions": ("POST", "/actions"),
    "SetWindowRect": ("POST", "/window/rect"),
    "TakeScreenshot": ("GET", "/screenshot"),
    "DeleteSession": ("DELETE", ""),
}
"""What the commands are called by Marionette, and what they are over HTTP."""


class RefusedError(Exception):
    """The browser did not carry a command out; the message says why."""


class Connection(Protocol):
    """A way to a browser."""

    def send(self, command: str, **parameters: object) -> Any: ...  # noqa: ANN401


class Http:
    """The way to WebKit's driver."""

    def __init__(self, address: str) -> None:
        self.address = address

    def begin(self, wanted: dict[str, object]) -> None:
        """Starts the browser; what is sent from then on goes to it."""
        answer = self._ask("POST", self.address, {"capabilities": {"alwaysMatch": wanted}})
        self.address += "/" + answer["sessionId"]

    def send(self, command: str, **parameters: object) -> Any:  # noqa: ANN401
        method, path = REQUESTS[command]
        return self._ask(method, self.address + path.format_map(parameters), parameters)

    def _ask(self, method: str, url: str, body: dict[str, object]) -> Any:  # noqa: ANN401
        data = json.dumps(body).encode() if method == "POST" else None
        try:
            asked = urllib.request.Request(url, data, method=method)
            with urllib.request.urlopen(asked, timeout=COMMAND_SECONDS) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise RefusedError(json.load(error)["value"]["message"]) from None


class Marionette:
    """The way to Firefox: messages as JSON, each after its length and a colon."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), COMMAND_SECONDS)
        self.answers = self.socket.makefile("rb")
        self.read()

    def close(self) -> None:
        self.answers.close()
        self.socket.close()

    def read(self) -> Any:  # noqa: ANN401
        length = b"".join(iter(lambda: self.answers.read(1), b":"))
        return json.loads(self.answers.read(int(length)))

    def send(self, command: str, **parameters: object) -> Any:  # noqa: ANN401
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, 0, name, parameters]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self.read()
        if error:
            raise RefusedError(f"{command}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result


def _moved(x: int, y: int, origin: object = "viewport") -> dict[str, object]:
    return {"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": origin}


def _pointer(kind: str, *actions: dict[str, object]) -> dict[str, object]:
    return {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions}


FIND = """
const [selector, words] = arguments;
const isShown = (element) => element.getClientRects().length && getComputedStyle(element).visibility === "visible";
const saysSo = (element) => `${element.getAttribute("aria-label")} ${element.textContent}`.includes(words);
return [...document.querySelectorAll(selector)].find((one) => isShown(one) && saysSo(one)) ?? null;
"""
OPTION = """
const [label, words] = arguments;
const of = [...document.querySelectorAll("label")].find((one) => one.textContent.includes(label))?.control;
return [...(of?.options ?? [])].find((option) => option.textContent.includes(words)) ?? null;
"""
COMPOSE = """
const [words] = arguments;
const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
const enter = new KeyboardEvent("", { key: "Enter" });
method.beginInputTransactionForTests(window);
method.setPendingCompositionString(words);
method.appendClauseToPendingComposition(words.length, method.ATTR_RAW_CLAUSE);
method.flushPendingComposition();
method.commitComposition(enter);
method.keyup(enter);
"""
# An element counts as seen where a point of it is in view and nothing lies over it.
SEEN = """
const [element] = arguments;
return [...element.getClientRects()].some((box) => [0.1, 0.5, 0.9].some((part) => {
    const top = document.elementFromPoint(box.x + box.width * part, box.y + box.height / 2);
    return element.contains(top);
}));
"""


class Window:
    """A window of a browser, and what a reader does in it."""

    def __init__(self, engine: str, connection: Connection) -> None:
        self.engine = engine
        self.send = connection.send
        self.home = ""

    def go(self, address: str) -> None:
        """Opens an address of the site."""
        self.send("Navigate", url=self.home + address)

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        return self.send("ExecuteScript", script=script, args=arguments)

    def until(self, is_so: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
        """Waits until something is so, and gives what it is; else the test fails with its name."""
        end = time.monotonic() + SECONDS
        while not (found := is_so()):
            assert time.monotonic() < end, f"{self.engine}: not {what}"
            time.sleep(0.03)
        return found

    def until_run(self, script: str, what: str = "") -> None:
        self.until(lambda: self.run(f"return {script}"), what or script)

    # What there is

    def look_for(self, selector: str, words: str = "") -> Element | None:
        found: Element | None = self.run(FIND, selector, words)
        return found

    def find(self, selector: str, words: str = "") -> Element:
        """The first element that is shown and has these words, as soon as there is one."""
        found: Element = self.until(lambda: self.look_for(selector, words), f"{selector} {words}")
        return found

    def sees(self, selector: str, words: str = "") -> None:
        """Waits until an element is in view, with nothing over it."""
        what = f"in view: {selector} {words}"
        self.until(lambda: self.run(SEEN, self.find(selector, words)), what)

    def misses(self, selector: str, words: str = "") -> None:
        """Waits until no such element is shown."""
        self.until(lambda: not self.look_for(selector, words), f"gone: {selector} {words}")

    def focuses(self, selector: str) -> None:
        """Waits until an element of a kind has the focus."""
        script = f"document.activeElement.matches({json.dumps(selector)})"
        self.until_run(script, f"focused: {selector}; it is {self.focused()}")

    def focused(self) -> str:
        return str(self.run("return document.activeElement.outerHTML.slice(0, 120)"))

    def text(self, selector: str) -> str:
        return str(self.run("return arguments[0].textContent", self.find(selector))).strip()

    def arrives(self, end: str) -> None:
        """Waits until the address ends so."""
        self.until_run(f"location.href.endsWith({json.dumps(end)})", f"at {end}")

    # What is done

    def resize(self, width: int, height: int = 900) -> None:
        left = (SCREEN - width) // 2
        self.send("SetWindowRect", x=left, y=0, width=width, height=height)
        self.until_run(f"innerWidth === {width}", f"{width} px wide")

    def click(self, selector: str, words: str = "") -> None:
        element = self.brought(selector, words, "nearest")
        self.send("ElementClick", id=element[ELEMENT])

    def choose(self, label: str, option: str) -> None:
        """Chooses an option in the list that has this label."""
        found: Element = self.until(lambda: self.run(OPTION, label, option), f"{label}: {option}")
        self.send("ElementClick", id=found[ELEMENT])

    def point(self, selector: str, words: str = "") -> None:
        """Brings the pointer to an element, which is scrolled into view."""
        self._act(_pointer("mouse", _moved(0, 0, self.brought(selector, words))))

    def brought(self, selector: str, words: str = "", block: str = "center") -> Element:
        """An element, scrolled to a place in the window."""
        element = self.find(selector, words)
        self.run("arguments[0].scrollIntoView({ block: arguments[1] })", element, block)
        return element

    def point_aside(self) -> None:
        self._act(_pointer("mouse", _moved(2, 2)))

    def focus(self, selector: str, words: str = "") -> None:
        self.run("arguments[0].focus()", self.find(selector, words))

    def press(self, *keys: str) -> None:
        """Presses keys one after the other; of `Shift+Tab` the first is held."""
        for key in keys:
            names = [KEYS.get(name, name) for name in key.split("+")]
            downs = [{"type": "keyDown", "value": name} for name in names]
            ups = [{"type": "keyUp", "value": name} for name in reversed(names)]
            self._act({"type": "key", "id": "keys", "actions": downs + ups})

    def type(self, words: str) -> None:
        self.press(*words)

    def clipboard(self) -> str:
        """What is pasted by keyboard into a field that this makes."""
        self.run("document.body.append(document.createElement('textarea'))")
        self.focus("body > textarea")
        self.press("Control+v")
        value = "document.querySelector('body > textarea').value"
        self.until_run(value, "anything in the clipboard")
        return str(self.run(f"return {value}"))

    def picture(self) -> bytes:
        return base64.b64decode(self.send("TakeScreenshot", full=False))

    def _act(self, source: dict[str, object]) -> None:
        self.send("PerformActions", actions=[source])


class Firefox(Window):
    """What only Firefox's driver can do."""

    def __init__(self, connection: Connection) -> None:
        super().__init__("Firefox", connection)
        # Its own bars would keep a window from being as narrow as a telephone.
        self.as_browser("document.documentElement.style.minWidth = 0")

    def as_browser(self, script: str, *arguments: object) -> None:
        """Runs a script as a part of the browser, not of the page."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            self.run(script, *arguments)
        finally:
            self.send("Marionette:SetContext", value="content")

    @contextmanager
    def preferring(self, name: str, value: bool | int) -> Iterator[None]:
        """Firefox with another setting for a while."""
        kind = "Bool" if isinstance(value, bool) else "Int"
        self.as_browser(f"Services.prefs.set{kind}Pref(arguments[0], arguments[1])", name, value)
        yield
        self.as_browser("Services.prefs.clearUserPref(arguments[0])", name)

    def compose(self, words: str) -> None:
        """Composes words as an input method does; Enter takes them."""
        self.send("ExecuteScript", script=COMPOSE, args=[words], sandbox="system")

    def tap(self, selector: str, words: str = "") -> None:
        finger = [_moved(0, 0, self.brought(selector, words)), {"type": "pointerDown", "button": 0}]
        self._act(_pointer("touch", *finger, {"type": "pointerUp", "button": 0}))

    def printed(self) -> bytes:
        """The page on paper, A4 as a reader would have it, as a PDF."""
        return base64.b64decode(self.send("Print", page={"width": 21.0, "height": 29.7}))
