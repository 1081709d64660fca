// Shows a note beside its mark on hover, focus and tap, so that nobody loses the place in the text.
(() => {
  const DELAY = 150;
  const margin = matchMedia("(min-width: 76.25em)");
  const card = document.createElement("div");
  let open = null;
  let timer = 0;
  let returning = false;

  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  function build() {
    card.className = "note-card";
    card.popover = "auto";
    card.setAttribute("role", "group");
    document.body.append(card);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later(hide));
    card.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !card.contains(event.relatedTarget)) hide();
    });
    card.addEventListener("toggle", (event) => {
      if (event.newState === "closed") open = null;
    });
    card.addEventListener("keydown", (event) => {
      if (event.key === "Escape") back(event);
    });
  }

  function fill(mark, note) {
    const list = document.createElement("a");
    list.href = mark.hash;
    list.textContent = `Note ${mark.textContent} in the list`;
    list.addEventListener("click", hide);
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", back);
    const foot = document.createElement("p");
    foot.className = "note-card-foot";
    foot.append(list, close);
    card.setAttribute("aria-label", `Note ${mark.textContent}`);
    const text = document.createElement("p");
    text.className = "note-card-text";
    const parts = note.querySelectorAll(".note-number, .note-text");
    text.append(...[...parts].map((part) => part.cloneNode(true)));
    card.replaceChildren(text, foot);
  }

  function place(mark) {
    const box = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const left = Math.max(16, Math.min(box.left - 24, room));
    const below = box.bottom + card.offsetHeight + 8 < innerHeight;
    const top = below ? box.bottom + 6 : box.top - card.offsetHeight - 6;
    card.style.setProperty("--card-left", `${left + scrollX}px`);
    card.style.setProperty("--card-top", `${Math.max(8, top) + scrollY}px`);
  }

  function show(mark) {
    clearTimeout(timer);
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note || open === mark || margin.matches) return;
    fill(mark, note);
    card.showPopover();
    open = mark;
    place(mark);
  }

  function hide() {
    clearTimeout(timer);
    if (card.matches(":popover-open")) card.hidePopover();
  }

  function back(event) {
    event.preventDefault();
    const mark = open;
    hide();
    returning = true;
    mark?.focus();
    returning = false;
  }

  function attach(mark) {
    mark.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => show(mark));
    });
    mark.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later(hide);
    });
    mark.addEventListener("focus", () => {
      if (!returning && mark.matches(":focus-visible")) show(mark);
    });
    mark.addEventListener("blur", (event) => {
      if (!card.contains(event.relatedTarget)) hide();
    });
    mark.addEventListener("click", (event) => {
      if (margin.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(mark);
      if (event.detail === 0) card.querySelector("a, button").focus();
    });
  }

  if (!("popover" in HTMLElement.prototype)) return;
  build();
  document.querySelectorAll("a.note-mark").forEach(attach);
})();
