// Opens the search by button, by a key that can be switched off, by an address with ?q=, and again on the way back.
// Gives: recallSearch
// Requires: shared/composing.js, shared/load-script.js
// Fetches: search
(() => {
  const TYPED_INTO = "input, select, textarea, [contenteditable], [role$=box]";
  const OVER_THE_PAGE = "dialog[open], [data-open]";
  const SHORTCUT = "aria-keyshortcuts";
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector("[type=search]");
  const button = document.querySelector(".search-button");

  // All that it needs is asked for before any of it has come; what is long somewhat later, so that a slow line brings
  // what the first results need first.
  function load() {
    loadScript("records");
    setTimeout(loadScript, 80, "recordTexts");
    return loadScript("search");
  }

  function fail() {
    dialog.querySelector("[role=status]").textContent = WORDS.search_dialog.not_loaded;
  }

  // `left` is how a search was left: its words, and the place in its results.
  function open(left) {
    const loaded = load();
    if (!dialog.open) dialog.showModal();
    field.select();
    loaded.then(() => showSearch(left), fail);
  }

  // The script of the search calls it too, on the way back to where it was left on this page.
  globalThis.recallSearch = () => {
    const asked = new URLSearchParams(location.search).get("q");
    const left = history.state?.search ?? (asked && { words: asked });
    if (left) {
      field.value = left.words;
      open(left);
    } else dialog.close();
  };

  // The reader's choice holds in this browser; where storage is closed, on this page, whose button tells it.
  function usesKey() {
    try {
      if (localStorage.getItem("search-key") === "off") button.removeAttribute(SHORTCUT);
      else button.setAttribute(SHORTCUT, "/");
    } catch {
      // As it stands.
    }
    return button.hasAttribute(SHORTCUT);
  }

  button.addEventListener("pointerenter", load);
  button.addEventListener("click", () => open());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest(".search-close")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (!usesKey() || event.target.closest(TYPED_INTO) || document.querySelector(OVER_THE_PAGE)) return;
    event.preventDefault();
    open();
  });
  usesKey();
  recallSearch();
})();
