// Marks, of the ways back from a note, the one to the mark from which a reader came.
(() => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".note-mark, [data-from]");
    if (!link) return;
    const mark = `#${link.dataset.from ?? link.parentElement.id}`;
    for (const way of document.getElementById(link.hash.slice(1)).querySelectorAll(".note-back")) {
      way.removeAttribute("aria-current");
      if (way.hash === mark) way.setAttribute("aria-current", "true");
    }
  });
})();
