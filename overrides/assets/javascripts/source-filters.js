// Narrows the list of sources by words and by five choices; the address holds what was chosen.
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const entries = [...document.querySelectorAll(".entry")];
  const sections = [...document.querySelectorAll(".catalogue")];
  const state = form.querySelector("[role=status]");
  const clear = form.querySelector(".filter-clear");
  const selects = [...form.querySelectorAll("select")];
  const words = form.elements.words;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-");
  const texts = new Map(entries.map((entry) => [entry, fold(`${entry.textContent} ${entry.dataset.words}`)]));
  const valuesOf = (entry, name) => entry.dataset[name].split(name === "chapter" ? "|" : " ");

  function matches(entry, except) {
    const typed = fold(words.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select !== except && select.value);
    return (
      typed.every((word) => texts.get(entry).includes(word)) &&
      chosen.every((select) => valuesOf(entry, select.name).includes(select.value))
    );
  }

  // Each choice says how many sources it would leave, with what else is chosen.
  function count(select) {
    const left = entries.filter((entry) => matches(entry, select));
    for (const option of select.options) {
      if (!option.value) continue;
      const number = left.filter((entry) => valuesOf(entry, select.name).includes(option.value)).length;
      option.textContent = `${option.dataset.label} (${number})`;
    }
  }

  function show() {
    entries.forEach((entry) => (entry.hidden = !matches(entry)));
    sections.forEach((section) => (section.hidden = !section.querySelector(".entry:not([hidden])")));
    selects.forEach(count);
    const left = entries.filter((entry) => !entry.hidden).length;
    state.textContent = `${left} of ${entries.length} sources`;
    clear.classList.toggle("idle", left === entries.length);
  }

  function remember() {
    const address = new URL(location.href);
    for (const control of [words, ...selects]) {
      if (control.value) address.searchParams.set(control.name, control.value);
      else address.searchParams.delete(control.name);
    }
    history.replaceState(history.state, "", address);
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    for (const control of [words, ...selects]) control.value = asked.get(control.name) ?? "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  }

  function change() {
    show();
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
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  recall();
  show();
  reveal();
})();
