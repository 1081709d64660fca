// Opens the panel beside the number or sign that was activated; the browser follows the link as ever, but for the
// one that cites a whole chapter.
// Requires: shared/made.js, shared/load-script.js
// Fetches: panel
(() => {
  const CHAPTER = ".cite-chapter";
  const LINKS = `.paragraph-number, .heading-link, ${CHAPTER}`;
  const said = made("p", { className: "panel-failed", role: "status" });
  const load = () => loadScript("panel", "texts");
  const prepare = (event) => {
    if (event.target.closest?.(LINKS)) load();
  };

  // After the jump: it would take the focus out of the panel.
  function open(link) {
    requestAnimationFrame(() => setTimeout(() => copyPanel.open(link)));
  }

  function fail(link) {
    if (link.matches(CHAPTER)) return location.assign(link.href);
    link.closest("[id]").after(said);
    said.textContent = WORDS.panel.not_loaded;
  }

  addEventListener("pointerover", prepare);
  addEventListener("focusin", prepare);
  addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.matches(CHAPTER)) event.preventDefault();
    load().then(() => open(link), () => fail(link));
  });
  document.addEventListener("selectionchange", () => {
    if (!getSelection().isCollapsed) loadScript("panel");
  });
})();
