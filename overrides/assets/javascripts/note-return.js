// Marks the way back to the mark from which a reader came to a note, where other marks lead to it as well.
(() => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#fn:']");
    const note = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return;
    const mark = link.dataset.from ?? link.parentElement.id;
    const ways = [...note.querySelectorAll(".note-back")];
    const way = ways.find((back) => decodeURIComponent(back.hash) === `#${mark}`);
    ways.forEach((back) => back.removeAttribute("aria-current"));
    if (!way) ways[0].href = `#${mark}`;
    else if (ways.length > 1) way.setAttribute("aria-current", "true");
  });
})();
