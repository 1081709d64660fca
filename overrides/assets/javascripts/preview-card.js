// Shows a note beside its mark, and a paragraph beside a link to it, so that nobody loses the place in the text.
(() => {
  const DELAY = 150;
  const MARK = ".note-mark";
  const LINK = "a[href*='#p']:not([href*=':'], [href*='editions/'], .paragraph-number, [popover] a)";
  const margin = matchMedia("(min-width: 76.25em)");
  const sheet = matchMedia("(max-width: 44.99em)");
  const card = document.createElement("div");
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

  function made(tag, content, name = "") {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  }

  function note(mark) {
    const listed = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!listed) return null;
    const label = `Note ${mark.textContent}`;
    const list = made("a", [`${label} in the list`]);
    list.href = mark.hash;
    list.dataset.from = mark.parentElement.id;
    list.addEventListener("click", () => hide());
    const close = made("button", ["Close"]);
    close.addEventListener("click", back);
    const parts = listed.querySelectorAll(".note-number, .note-text");
    const text = [...parts].map((part) => part.cloneNode(true));
    return [label, made("p", text, "note-card-text"), made("p", [list, close], "note-card-foot")];
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
    if (!content || wanted !== trigger) return;
    card.setAttribute("aria-label", content[0]);
    card.replaceChildren(...content.slice(1));
    card.showPopover();
    open = trigger;
    place(trigger);
  }

  function show(trigger) {
    clearTimeout(timer);
    wanted = trigger;
    if (open === trigger && card.matches(":popover-open")) return;
    if (!isMark(trigger)) paragraph(trigger).then((content) => fill(trigger, content));
    else if (!margin.matches) fill(trigger, note(trigger));
  }

  // Focus that comes back to a trigger, by our doing or the browser's, does not open its card again.
  function hide(trigger) {
    clearTimeout(timer);
    wanted = null;
    returning = true;
    if (card.matches(":popover-open")) card.hidePopover();
    trigger?.focus();
    returning = false;
  }

  function back(event) {
    event.preventDefault();
    hide(open);
  }

  // What the keyboard opened stays, wherever the pointer goes.
  function point(event) {
    if (event.pointerType !== "mouse") return;
    const trigger = triggerOf(event);
    if (trigger && (isMark(trigger) || !sheet.matches)) {
      if (!isMark(trigger)) paragraph(trigger);
      later(() => show(trigger));
    } else if (card.contains(event.target) || open?.matches(":focus-visible")) clearTimeout(timer);
    else later(hide);
  }

  function focus(event) {
    const trigger = triggerOf(event);
    if (trigger && !returning && trigger.matches(":focus-visible")) show(trigger);
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

  if (!("popover" in HTMLElement.prototype)) return;
  card.className = "note-card";
  card.popover = "auto";
  card.setAttribute("role", "group");
  document.querySelector("main").append(card);
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") open = null;
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back(event);
  });
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", focus);
  document.addEventListener("click", activate);
})();
