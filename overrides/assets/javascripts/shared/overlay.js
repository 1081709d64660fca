// Opens one thing at a time over the page; Escape, a press elsewhere, the focus that goes on and the way back close it.
// Gives: overlay
// Requires: shared/composing.js
(() => {
  const { dataset } = document.documentElement; // Names what is open, for style sheets and other scripts.
  let shown, opener, put, pressed;
  let width = innerWidth;

  const holds = (node) => shown.contains(node) || opener.contains(node);
  const expand = (on) => opener.matches("[aria-expanded]") && opener.setAttribute("aria-expanded", on);

  // `place` puts it where it belongs, and again whenever the window has changed.
  function open(element, by, place) {
    if (shown !== element) close();
    [shown, opener, put] = [element, by, place];
    element.hidden = false;
    dataset.open = element.classList[0];
    expand(true);
    put?.();
  }

  // The focus, if it is inside, goes back to what opened it.
  function close(element = shown) {
    if (!shown || element !== shown) return;
    if (shown.contains(document.activeElement)) opener.focus({ preventScroll: true });
    expand(false);
    shown.hidden = true;
    shown = null;
    delete dataset.open;
  }

  // Beyond its ends Tab goes on from what opened it, wherever in the page it stands.
  function tab(event) {
    const all = shown.querySelectorAll("a[href], button, input:not([type=radio]:not(:checked))");
    const stops = [...all].filter((stop) => stop.getClientRects().length);
    const leaves = event.shiftKey ? [stops[0], shown] : stops.slice(-1);
    if (!leaves.includes(document.activeElement)) return;
    close();
    if (event.shiftKey) event.preventDefault();
  }

  addEventListener("keydown", (event) => {
    if (!shown || isComposing(event)) return;
    if (event.code === "Tab") tab(event); // WebKit has no `key` for it with Shift.
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  addEventListener("pointerdown", ({ target }) => (pressed = shown && !holds(target) && shown));
  addEventListener("pointerup", ({ target }) => {
    if (shown && shown === pressed && !holds(target)) close();
  });
  addEventListener("focusin", ({ target }) => {
    if (shown && !holds(target)) close();
  });
  addEventListener("click", ({ target }) => {
    if (shown?.contains(target) && target.closest("a, [name=close]")) close();
  });
  addEventListener("resize", () => {
    if (!shown) return;
    if (width !== innerWidth) opener.scrollIntoView({ block: "nearest" });
    width = innerWidth;
    put?.();
  });
  addEventListener("popstate", () => close());
  addEventListener("pagehide", () => close());

  globalThis.overlay = { open, close, by: (element) => (element === shown ? opener : null) };
})();
