// Sets each margin note beside the line of its mark, pairs the two on hover and focus, and takes a reader there.
(() => {
  const POINTING = { pointerenter: true, focus: true, pointerleave: false, blur: false };
  const wide = matchMedia("(min-width: 76.25em)");
  const asides = document.querySelectorAll(".margin-notes");
  const top = (element) => element.getBoundingClientRect().top;

  // A note stands beside the mark that its number leads back to, the first in its paragraph.
  const markOf = (note) => document.getElementById(note.querySelector(".note-number").hash.slice(1));
  const marksOf = (note) => markOf(note).closest(".md-content__inner > *").querySelectorAll(`[href="#fn:${note.dataset.note}"]`);

  // Notes go down to their marks, further where the one above needs the room, but not beyond the end of
  // the aside: it shares a row with its paragraph, so nothing that follows is reached.
  function place(aside) {
    const end = (element) => element.offsetTop + element.offsetHeight;
    const room = Math.max(0, end(aside) - end(aside.lastElementChild));
    let shift = 0;
    for (const note of aside.children) {
      const wanted = top(markOf(note)) - top(aside) - (note.offsetTop - aside.offsetTop) - 4;
      shift = Math.min(Math.max(shift, Math.round(wanted)), room);
      note.style.setProperty("--note-shift", `${shift}px`);
    }
  }

  function placeAll() {
    if (wide.matches) asides.forEach(place);
    document.documentElement.classList.add("notes-placed");
  }

  function pair(note) {
    const marks = marksOf(note);
    let left = marks[0];

    // To the mark that was left for the note, if one was.
    function back(event) {
      event.preventDefault();
      left.focus();
    }

    function go(event) {
      if (!wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      left = event.currentTarget;
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "nearest" });
    }

    note.tabIndex = -1;
    // Where the margin goes, the focus goes back from it, whether this or the browser, which drops it, comes first.
    wide.addEventListener("change", () => note.contains(document.activeElement) && left.focus());
    note.addEventListener("focusout", ({ relatedTarget }) => wide.matches || relatedTarget || left.focus());
    note.querySelector(".note-number").addEventListener("click", back);
    note.addEventListener("keydown", (event) => {
      if (event.key === "Escape") back(event);
    });
    for (const mark of marks) {
      mark.addEventListener("click", go);
      for (const [name, on] of Object.entries(POINTING)) {
        mark.addEventListener(name, () => note.classList.toggle("pointed", on));
      }
    }
  }

  // A selection that goes past them leaves them out; one that begins in one takes its words.
  function choose({ target }) {
    for (const aside of asides) aside.classList.toggle("chosen", aside.contains(target));
  }

  document.querySelectorAll(".margin-note").forEach(pair);
  addEventListener("pointerdown", choose);
  addEventListener("resize", placeAll);
  placeAll();
})();
