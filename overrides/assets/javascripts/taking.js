// Hands text over: to the clipboard, with its rich form for programs that take it, or as a file.
(() => {
  const MAC = /Mac|iP/.test(navigator.platform);

  // Says whether it was copied: some browsers, and every page without https, refuse.
  async function copy(plain, rich) {
    const types = { "text/plain": plain, ...(rich && { "text/html": rich }) };
    const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return false;
    }
  }

  // Selects what an element shows, and says how it is copied by hand.
  function select(element) {
    if ("select" in element) {
      element.focus();
      element.select();
    } else getSelection().selectAllChildren(element);
    if (matchMedia("(pointer: coarse)").matches) return "Selected, to be copied by hand";
    return `Selected: press ${MAC ? "Cmd+C" : "Ctrl+C"}`;
  }

  function save(name, type, text) {
    const link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  globalThis.taking = { copy, select, save };
})();
