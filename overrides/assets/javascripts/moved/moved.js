// Leads on from an address that moved, at once: a page takes its query and fragment along, an id goes to its place.
(() => {
  const page = document.querySelector("main[data-moved]");

  function follow() {
    const part = document.getElementById(location.hash.slice(1).replace(/%3a/gi, ":"));
    const moved = (part ?? page)?.dataset.moved;
    if (!moved) return;
    const to = new URL(moved, location);
    to.search = location.search;
    if (!part && !to.hash) to.hash = location.hash;
    location.replace(to);
  }

  addEventListener("hashchange", follow);
  follow();
})();
