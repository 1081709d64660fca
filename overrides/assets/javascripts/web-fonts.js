// Has the web fonts in the first paint where they can be there in time; else they come after it, for the next page.
(() => {
  const SOON = 100; // Milliseconds from asking for the page to its first byte: a font takes as long.
  const FLOWING = 250; // And from there to this line, or what follows is slow, or kept back on its way.
  const KEPT = "web-fonts";
  const FACES = ["1em 'Edition Serif'", "italic 1em 'Edition Serif'", "1em 'Edition Sans'"];
  const addresses = Object.values(document.currentScript.dataset);
  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;

  // A page that was fetched ahead or kept tells nothing of the line.
  function isFast() {
    const [page] = performance.getEntriesByType("navigation");
    if (!page || page.deliveryType) return false;
    return page.responseStart - page.requestStart < SOON && performance.now() - page.responseStart < FLOWING;
  }

  function areKept() {
    try {
      return localStorage.getItem(KEPT) === `${addresses}`;
    } catch {
      return false; // Storage is closed.
    }
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, addresses);
    } catch {
      // As above.
    }
  }

  if (areKept() || (!saves && isFast())) {
    for (const href of addresses) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href });
      document.head.append(link);
    }
  } else document.documentElement.classList.add("system-fonts");
  if (!saves && document.fonts) {
    addEventListener("load", () => setTimeout(() => Promise.all(FACES.map((face) => document.fonts.load(face))).then(keep, () => {})));
  }
})();
