// Narrows the list of sources by words and by five choices; the address holds what was chosen.
// Requires: shared/composing.js, shared/fold.js, shared/status-line.js
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const entries = [...document.querySelectorAll(".entry")];
  const sections = [...document.querySelectorAll(".catalogue")];
  const shown = form.querySelector(".filter-count");
  const state = form.querySelector("[role=status]");
  const clear = form.querySelector(".filter-clear");
  const selects = [...form.querySelectorAll("select")];
  const words = form.elements.words;
  const controls = [words, ...selects];
  const PAUSE = 300;
  let pause = 0;

  const folded = (text) => fold(text.normalize("NFC")); // As people type it, a letter may be parted from its accent.
  const texts = new Map(entries.map((entry) => [entry, folded(`${entry.textContent} ${entry.dataset.words}`)]));
  const valuesOf = (entry, name) => entry.dataset[name].split(name === "chapter" ? "|" : " ");

  function matches(entry, except) {
    const typed = folded(words.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select !== except && select.value);
    return (
      typed.every((word) => texts.get(entry).includes(word)) &&
      chosen.every((select) => valuesOf(entry, select.name).includes(select.value))
    );
  }

  // Only the number is put in, into whatever a translation has made of the option.
  function say(option, number) {
    const texts = document.createTreeWalker(option, NodeFilter.SHOW_TEXT);
    let last = null;
    while (texts.nextNode()) if (/\d/.test(texts.currentNode.data)) last = texts.currentNode;
    const words = last?.data.replace(/\d+(?=\D*$)/, number);
    if (words !== last?.data) last.data = words;
  }

  // Each choice says how many sources it would leave, with what else is chosen.
  function count(select) {
    const left = entries.filter((entry) => matches(entry, select));
    for (const option of select.options) {
      if (!option.value) continue;
      say(option, left.filter((entry) => valuesOf(entry, select.name).includes(option.value)).length);
    }
  }

  // What is still being composed may be no words yet: where it finds nothing, it hides nothing.
  function show(isUnfinished) {
    const left = entries.filter((entry) => matches(entry));
    if (isUnfinished && !left.length) return;
    entries.forEach((entry) => (entry.hidden = !left.includes(entry)));
    sections.forEach((section) => (section.hidden = !section.querySelector(".entry:not([hidden])")));
    selects.forEach(count);
    shown.textContent = WORDS.filters.shown({ count: left.length, total: entries.length });
    clear.setAttribute("aria-disabled", controls.every((control) => !control.value));
  }

  function remember() {
    const address = new URL(location.href);
    for (const control of controls) {
      if (control.value) address.searchParams.set(control.name, control.value);
      else address.searchParams.delete(control.name);
    }
    history.replaceState(history.state, "", address);
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    for (const control of controls) control.value = asked.get(control.name) ?? "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  }

  // Safari refuses a page that changes its address at each key: while words are typed, it waits.
  function input(event) {
    const isUnfinished = isComposing(event);
    show(isUnfinished);
    if (!isUnfinished) saySoon(state, shown.textContent);
    clearTimeout(pause);
    pause = setTimeout(remember, PAUSE);
  }

  function change(event) {
    input(event);
    remember();
  }

  // A source that somebody links to is shown, whatever was chosen.
  function reveal() {
    const entry = entries.find((one) => location.hash === `#${one.id}`);
    if (!entry?.hidden) return;
    form.reset();
    setTimeout(() => entry.scrollIntoView());
  }

  addEventListener("hashchange", reveal);
  form.addEventListener("input", input);
  form.addEventListener("compositionend", input);
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => setTimeout(change, 0, event));
  recall();
  show();
  takeAsSaid(state, shown.textContent);
  reveal();
})();
