// Sets each margin note beside the line of its mark, pairs the two on hover and focus, and takes a reader there.
(() => {
  const wide = matchMedia("(min-width: 76.25em)");
  const asides = [...document.querySelectorAll(".margin-notes")];
  const noteOf = new Map();
  const markOf = new Map();
  let left = null;

  // A note stands beside the first of its paragraph's marks; one note may have marks in several paragraphs.
  function pair(note) {
    const paragraph = note.parentElement.previousElementSibling;
    const marks = paragraph.querySelectorAll(`[href="#fn:${note.dataset.note}"]`);
    marks.forEach((mark) => noteOf.set(mark, note));
    if (marks.length) markOf.set(note, marks[0]);
  }

  document.querySelectorAll(".margin-note").forEach(pair);

  // Notes go down to their marks, further where the one above needs the room, and up again where the
  // aside ends: it shares a row with its paragraph, so nothing that follows is reached.
  function place(aside) {
    const notes = [...aside.children].filter((note) => markOf.has(note));
    notes.forEach((note) => note.style.removeProperty("--note-shift"));
    const top = aside.getBoundingClientRect().top;
    const end = aside.clientHeight;
    const boxes = notes.map((note) => ({
      note,
      at: note.offsetTop - aside.offsetTop,
      height: note.offsetHeight,
      wanted: markOf.get(note).getBoundingClientRect().top - top - 4,
    }));
    let free = 0;
    for (const box of boxes) {
      box.set = Math.max(box.wanted, box.at, free);
      free = box.set + box.height + 8;
    }
    let limit = end;
    for (const box of boxes.toReversed()) {
      box.set = Math.max(box.at, Math.min(box.set, limit - box.height));
      limit = box.set - 8;
    }
    for (const { note, at, set } of boxes) note.style.setProperty("--note-shift", `${Math.round(set - at)}px`);
  }

  function placeAll() {
    if (wide.matches) asides.forEach(place);
    document.documentElement.classList.add("notes-placed");
  }

  function point(mark, on) {
    if (wide.matches) noteOf.get(mark).classList.toggle("pointed", on);
  }

  function go(event, mark) {
    if (!wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    left = mark;
    noteOf.get(mark).focus({ preventScroll: true });
    noteOf.get(mark).scrollIntoView({ block: "nearest" });
  }

  // To the mark that was left for this note, if one was; else to the mark beside it.
  function back(event, note) {
    event.preventDefault();
    (noteOf.get(left) === note ? left : markOf.get(note)).focus();
  }

  for (const note of markOf.keys()) {
    note.tabIndex = -1;
    note.querySelector(".note-number").addEventListener("click", (event) => back(event, note));
    note.addEventListener("keydown", (event) => {
      if (event.key === "Escape") back(event, note);
    });
  }

  for (const mark of noteOf.keys()) {
    mark.addEventListener("pointerenter", () => point(mark, true));
    mark.addEventListener("pointerleave", () => point(mark, false));
    mark.addEventListener("focus", () => point(mark, true));
    mark.addEventListener("blur", () => point(mark, false));
    mark.addEventListener("click", (event) => go(event, mark));
  }

  addEventListener("resize", placeAll);
  placeAll();
})();
