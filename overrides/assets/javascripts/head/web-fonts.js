// Has the web fonts in the first paint where they can be there in time; else they come after it, for the next page.
(() => {
  const SOON = 200; // Milliseconds from asking for the page to its first bytes: a font takes about as long.
  const FACES = ["1em Edition Serif", "italic 1em Edition Serif", "1em Edition Sans"];
  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  const [page] = performance.getEntriesByType("navigation");
  const load = async () => {
    await Promise.all(FACES.map((face) => document.fonts.load(face)));
    localStorage.webFonts = 1;
  };
  let comeSoon;
  try {
    comeSoon = localStorage.webFonts;
  } catch {
    // Storage is closed.
  }

  // A page that was fetched ahead or kept tells nothing of the line.
  if (!saves && page && !page.deliveryType) comeSoon ??= performance.now() - page.requestStart < SOON;
  if (comeSoon) load().catch(() => {});
  else {
    document.documentElement.classList.add("system-fonts");
    if (!saves) addEventListener("load", () => setTimeout(() => load().catch(() => {})));
  }
})();
