// Hands text over: to the clipboard, with its rich form for programs that take it, or as a file.
// Gives: taking
// Requires: shared/made.js
(() => {
  // Copies a text, or where that is refused, as on every page without https, shows it selected. Says which.
  async function copy(what, shown, plain, rich) {
    const as = (type, text) => ({ [type]: new Blob([text], { type }) });
    try {
      // Browsers without rich clipboards take words alone.
      const forms = rich && new ClipboardItem({ ...as("text/plain", plain), ...as("text/html", rich) });
      await (rich ? navigator.clipboard.write([forms]) : navigator.clipboard.writeText(plain));
      return WORDS.taking.copied({ what });
    } catch {
      if (rich) shown.innerHTML = rich;
      else shown.textContent = plain;
      shown.focus();
      if (shown.select) shown.select();
      else getSelection().selectAllChildren(shown);
      shown.scrollIntoView({ block: "nearest" });
      return WORDS.taking.selected;
    }
  }

  function save(name, type, text) {
    const href = URL.createObjectURL(new Blob([text], { type }));
    made("a", { download: name, href }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  // The records of sources, each once, with the notes that cite it and the pages relied on.
  function records(uses, form) {
    const keys = [...new Set(uses.map((use) => use.key))];
    return keys.map((key) => {
      const places = uses.filter((use) => use.key === key).map((use) => use.where);
      return editionTexts.sources[key][form].replace("@pages@", [...new Set(places)].join("; "));
    });
  }

  globalThis.taking = { copy, save, records };
})();
