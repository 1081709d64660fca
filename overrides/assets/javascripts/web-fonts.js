// Has the web fonts in the first paint where they can be there in time; else they come after it, for the next page.
(() => {
  const SOON = 150; // Milliseconds from asking for the page to this line: a font takes as long.
  const KEPT = "web-fonts";
  const FACES = ["1em 'Edition Serif'", "italic 1em 'Edition Serif'", "1em 'Edition Sans'"];
  const addresses = document.currentScript.dataset.fonts;
  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;

  // A page that was fetched ahead or kept tells nothing of the line.
  function isFast() {
    const [page] = performance.getEntriesByType("navigation");
    return page && !page.deliveryType && performance.now() - page.requestStart < SOON;
  }

  function areKept() {
    try {
      return localStorage.getItem(KEPT) === addresses;
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
    for (const href of addresses.split(" ")) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href });
      document.head.append(link);
    }
  } else document.documentElement.classList.add("system-fonts");
  if (!saves && document.fonts) {
    addEventListener("load", () => setTimeout(() => Promise.all(FACES.map((face) => document.fonts.load(face))).then(keep, () => {})));
  }
})();
