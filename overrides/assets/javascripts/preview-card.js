// Shows a note beside its mark, and a paragraph beside a link to it, so that nobody loses the place in the text.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  const DELAY = 150;
  const MARK = ".note-mark";
  const LINK = "a[href*='#p']:not([href*=':'], [href*='editions/'], .paragraph-number)";
  const margin = matchMedia("(min-width: 76.25em)");
  const sheet = matchMedia("(max-width: 44.99em)");
  const card = made("div", { className: "note-card", popover: "auto", role: "group" });
  let open = null;
  let wanted = null;
  let timer = 0;
  let returning = false;

  const triggerOf = (event) => event.target.closest(`${MARK}, .md-content__inner ${LINK}`);
  const isMark = (trigger) => trigger.matches(MARK);
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  };

  function note(mark) {
    const label = `Note ${mark.textContent}`;
    const list = made("a", { href: mark.hash, textContent: `${label} in the list`, onclick: () => hide() });
    list.dataset.from = mark.parentElement.id;
    const close = made("button", { textContent: "Close", onclick: back });
    const parts = document.getElementById(mark.hash.slice(1)).querySelectorAll(".note-number, .note-text");
    const text = [...parts].map((part) => part.cloneNode(true));
    const line = (name, ...content) => made("p", { className: `note-card-${name}` }, ...content);
    return [label, line("text", ...text), line("foot", list, close)];
  }

  // The words of a paragraph are fetched when a first link is pointed at or focused.
  const paragraph = (link) => loadScript("places").then(() => paragraphPreview(link)).catch(() => {});

  // Above or below its trigger, wherever it fits, and never over it.
  function place(trigger) {
    const box = trigger.getBoundingClientRect();
    const above = box.top - 14;
    const below = innerHeight - box.bottom - 14;
    const set = (name, length) => card.style.setProperty(name, `${length}px`);
    set("--card-room", Math.max(above, below));
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const top = card.offsetHeight > below ? box.top - card.offsetHeight - 6 : box.bottom + 6;
    set("--card-left", Math.max(16, Math.min(box.left - 24, room)) + scrollX);
    set("--card-top", top + scrollY);
    if (!sheet.matches || document.activeElement !== trigger) return;
    scrollBy(0, Math.max(0, box.bottom + 8 - card.getBoundingClientRect().top));
  }

  function fill(trigger, content) {
    if (wanted !== trigger) return;
    if (!content) return hide();
    card.ariaLabel = content[0];
    card.replaceChildren(...content.slice(1));
    card.showPopover();
    open = trigger;
    place(trigger);
  }

  function show(trigger) {
    clearTimeout(timer);
    wanted = trigger;
    if (open === trigger) return;
    if (!isMark(trigger)) paragraph(trigger).then((content) => fill(trigger, content));
    else if (!margin.matches) fill(trigger, note(trigger));
  }

  // Focus that comes back to a trigger, by our doing or the browser's, does not open its card again.
  function hide(trigger) {
    clearTimeout(timer);
    wanted = null;
    returning = true;
    card.hidePopover();
    trigger?.focus();
    returning = false;
  }

  function back(event) {
    event.preventDefault();
    hide(open);
  }

  // What the keyboard opened stays, wherever the pointer goes; so does an open panel, which a card would close.
  function point(event) {
    if (event.pointerType !== "mouse" || document.querySelector(":popover-open:not(.note-card)")) return;
    const trigger = triggerOf(event);
    if (trigger && (isMark(trigger) || !sheet.matches)) {
      if (!isMark(trigger)) paragraph(trigger);
      later(() => show(trigger));
    } else if (card.contains(event.target) || open?.matches(":focus-visible")) clearTimeout(timer);
    else later(hide);
  }

  function focus(event) {
    if (returning) return;
    const trigger = triggerOf(event);
    if (trigger?.matches(":focus-visible")) show(trigger);
    else if (trigger !== open && !card.contains(event.target)) hide();
  }

  function activate(event) {
    const trigger = triggerOf(event);
    if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!isMark(trigger)) hide();
    else if (!margin.matches) {
      event.preventDefault();
      show(trigger);
      if (event.detail === 0) card.querySelector("a, button").focus();
    }
  }

  document.querySelector("main").append(card);
  card.addEventListener("beforetoggle", (event) => {
    if (event.newState === "closed") open = null;
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back(event);
  });
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", focus);
  document.addEventListener("click", activate);
})();
