// Keeps the briefing, the ids of the paragraphs that were collected, in this browser and nowhere else.
(() => {
  const NAME = "briefing";
  const ID = /^p[1-9]\d*[a-z]?$/;
  let here = []; // What holds for this page where storage is closed.

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME) ?? "[]");
      return Array.isArray(kept) ? [...new Set(kept.filter((id) => ID.test(id)))] : [];
    } catch {
      return here;
    }
  }

  // Says whether it will survive a reload.
  function write(ids) {
    here = [...ids];
    try {
      localStorage.setItem(NAME, JSON.stringify(here));
      return true;
    } catch {
      return false;
    }
  }

  globalThis.briefingStore = { read, write };
})();
