// Shows a note beside its mark, and a paragraph beside a link to it, so that nobody loses the place in the text.
// Requires: shared/made.js, shared/overlay.js, shared/load-script.js
// Fetches: places
(() => {
  const DELAY = 150;
  const MARK = ".note-mark";
  const LINK = "a[href*='#p']:not([href*=':'], [href*='editions/'], .paragraph-number)";
  const margin = matchMedia("(min-width: 76.25em)");
  const sheet = matchMedia("(max-width: 44.99em)");
  const card = made("div", { className: "note-card", role: "group", hidden: true });
  let wanted, timer, pointer;

  const triggerOf = (event) => event.target.closest?.(`${MARK}, .md-content__inner ${LINK}`);
  const isMark = (trigger) => trigger.matches(MARK);
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  function note(mark) {
    const label = WORDS.parts.note_in_full({ number: mark.textContent });
    const list = made("a", { href: mark.hash, textContent: WORDS.cards.in_list({ label }) });
    list.dataset.from = mark.parentElement.id;
    const close = made("button", { name: "close", textContent: WORDS.buttons.close });
    const parts = document.getElementById(mark.hash.slice(1)).querySelectorAll(".note-number, .note-text");
    const text = [...parts].map((part) => part.cloneNode(true));
    const line = (name, ...content) => made("p", { className: `note-card-${name}` }, ...content);
    return [label, line("text", ...text), line("foot", list, close)];
  }

  // The words of paragraphs are fetched when a first link is pointed at or focused.
  const paragraph = (link) => loadScript("places", "texts/places").then(() => paragraphPreview(link)).catch(() => {});

  // Above or below its trigger, wherever it fits, and never over it.
  function place(trigger) {
    if (isMark(trigger) && margin.matches) return hide();
    const box = trigger.getBoundingClientRect();
    const above = box.top - 14;
    const below = innerHeight - box.bottom - 14;
    const set = (name, length) => card.style.setProperty(name, `${length}px`);
    set("--card-room", Math.max(above, below));
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const top = card.offsetHeight > below ? box.top - card.offsetHeight - 6 : box.bottom + 6;
    set("--card-left", Math.max(16, Math.min(box.left - 24, room)) + scrollX);
    set("--card-top", top + scrollY);
    if (sheet.matches) scrollBy(0, Math.max(0, box.bottom + 8 - card.getBoundingClientRect().top));
  }

  // A note stands after its paragraph, for those who read on from the mark.
  function fill(trigger, content) {
    if (wanted !== trigger) return;
    if (!content) return hide();
    card.setAttribute("aria-label", content[0]);
    card.replaceChildren(...content.slice(1));
    if (isMark(trigger)) trigger.closest(".md-content__inner > *").after(card);
    overlay.open(card, trigger, () => place(trigger));
  }

  function show(trigger) {
    clearTimeout(timer);
    wanted = trigger;
    if (overlay.by(card) === trigger) return;
    overlay.close(card);
    if (!isMark(trigger)) paragraph(trigger).then((content) => fill(trigger, content));
    else if (!margin.matches) fill(trigger, note(trigger));
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    overlay.close(card);
  }

  // A slow pointer gets to the card, whatever lies between.
  function leave() {
    const [one, other] = [overlay.by(card) ?? card, card].map((element) => element.getBoundingClientRect());
    const isBetween = (at, from, to) => at >= Math.min(one[from], other[from]) && at <= Math.max(one[to], other[to]);
    if (isBetween(pointer.clientX, "left", "right") && isBetween(pointer.clientY, "top", "bottom")) later(leave);
    else hide();
  }

  // What the keyboard opened stays until another is pointed at; so does an open panel, which a card would close.
  function point(event) {
    pointer = event;
    const isOther = document.documentElement.dataset.open && !overlay.by(card);
    if (event.pointerType !== "mouse" || isOther) return;
    const trigger = triggerOf(event);
    if (trigger && !sheet.matches) {
      if (!isMark(trigger)) paragraph(trigger);
      later(() => show(trigger));
    } else if (overlay.by(card)?.matches(":focus-visible") || card.querySelector(":focus-visible")) clearTimeout(timer);
    else later(leave);
  }

  // Focus that comes back from the card does not open it again.
  function focus(event) {
    const trigger = triggerOf(event);
    if (card.contains(event.relatedTarget)) return;
    if (trigger?.matches(":focus-visible")) show(trigger);
    else if (event.target !== overlay.by(card) && !card.contains(event.target)) hide();
  }

  // The focus goes into the card, from whatever key, finger or assistive program: browsers tell them apart differently.
  function activate(event) {
    const trigger = triggerOf(event);
    if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!isMark(trigger)) hide();
    else if (!margin.matches) {
      event.preventDefault();
      show(trigger);
      card.querySelector("a, button").focus({ preventScroll: true });
    }
  }

  document.querySelector("main").append(card);
  addEventListener("pointermove", (event) => (pointer = event));
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", focus);
  document.addEventListener("click", activate);
})();
