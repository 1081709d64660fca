// Keeps the briefing, the ids of the paragraphs that were collected, in this browser and nowhere else.
// Gives: briefingStore
(() => {
  const NAME = "briefing";
  const ID = /\bp[1-9]\d*[a-z]?\b/g;
  let here = []; // What holds for this page where storage is closed.

  function read() {
    try {
      return [...new Set(localStorage.getItem(NAME)?.match(ID))];
    } catch {
      return here;
    }
  }

  // Says whether it will survive a reload.
  function write(ids) {
    here = [...ids];
    try {
      localStorage.setItem(NAME, here);
      return true;
    } catch {
      return false;
    }
  }

  globalThis.briefingStore = { read, write };
})();
