// Offers a link to the words that are selected: a text fragment (WICG scroll-to-text-fragment), and the
// paragraph's id for browsers that know none.
// Requires: shared/made.js, shared/overlay.js, shared/page-address.js, shared/taking.js
(() => {
  const WORD = /[\p{L}\p{N}]{2}/u;
  const button = made("button", {});
  const shown = made("span", { translate: false });
  const state = made("span", { role: "status" });
  const bubble = made("div", { className: "passage-link", hidden: true }, button, shown, state);
  const { lang } = document.documentElement;
  let timer, url, what;

  const even = (text) => text.replace(/[ \n]+/g, " ");
  const encode = (text) => encodeURIComponent(even(text).trim()).replace(/-/g, "%2D");

  // A paragraph, with the lists, tables and quotations that belong to it.
  const whole = (number) => number.closest(".md-content__inner > *");

  // The selected words of a paragraph, whole, with what stands before and after them; its number is no part of it.
  function parts(number, range) {
    const upTo = (setEnd) => {
      const words = new Range();
      words.selectNodeContents(whole(number));
      words.setStartAfter(number);
      setEnd(words);
      return `${words}`;
    };
    const relations = whole(number).querySelector(".relations");
    const text = upTo((words) => relations && words.setEndBefore(relations));
    let start = upTo((words) => words.setEnd(range.startContainer, range.startOffset)).length;
    let end = upTo((words) => words.setEnd(range.endContainer, range.endOffset)).length;
    while (WORD.test(text.slice(start - 1, start + 1))) start -= 1;
    while (WORD.test(text.slice(end - 1, end + 1))) end += 1;
    return [text.slice(0, start), text.slice(start, end).trim(), text.slice(end)];
  }

  // Names up to eight words, or the first and the last four, with as much around them as makes them the only ones.
  function directive([before, text, after]) {
    const page = even(document.body.textContent).toLowerCase();
    const once = (words) => page.split(even(words).toLowerCase()).length === 2;
    const words = even(text).split(" ");
    const isLong = words.length > 8;
    const start = words.slice(0, isLong ? 4 : 8).join(" ");
    const end = isLong ? words.slice(-4).join(" ") : "";
    let prefix = "";
    let suffix = "";
    const isClear = () => (isLong ? once(prefix + start) && once(end + suffix) : once(prefix + start + suffix));
    for (let n = 1; n < 20 && !isClear(); n += 1) {
      prefix = before.match(/\S+\s*/g)?.slice(-n).join("") ?? "";
      suffix = after.match(/\s*\S+/g)?.slice(0, n).join("") ?? "";
    }
    return [prefix && `${encode(prefix)}-`, encode(start), encode(end), suffix && `-${encode(suffix)}`].filter(Boolean);
  }

  // Why the words themselves cannot be named, if they cannot.
  function reason(paragraph) {
    if (!("fragmentDirective" in document)) return WORDS.passages.unknown;
    const isTranslated = document.documentElement.lang !== lang || paragraph.querySelector("font");
    return isTranslated && WORDS.passages.translated;
  }

  function place(range) {
    const end = [...range.getClientRects()].at(-1);
    bubble.style.setProperty("--passage-top", `${end.bottom + scrollY}px`);
    bubble.style.setProperty("--passage-left", `${end.right}px`);
  }

  function offer() {
    const chosen = getSelection();
    const isOpen = overlay.by(bubble);
    if (bubble.contains(chosen.anchorNode) || (!isOpen && document.documentElement.dataset.open)) return;
    const range = !chosen.isCollapsed && chosen.getRangeAt(0);
    const holds = (number) => whole(number).contains(range.startContainer);
    const number = range && [...document.querySelectorAll(".paragraph-number")].find(holds);
    const found = number && parts(number, range);
    if (!found?.[1]) return overlay.close(bubble);
    const why = reason(whole(number));
    url = pageAddress + number.hash;
    if (!why) url += `:~:text=${directive(found)}`;
    what = why ? WORDS.passages.paragraph_since({ why }) : WORDS.passages.passage;
    button.textContent = why ? WORDS.passages.link_to_paragraph : WORDS.passages.link_to_passage;
    shown.textContent = state.textContent = "";
    whole(number).after(bubble);
    bubble.classList.remove("by-hand");
    overlay.open(bubble, number, () => place(range));
  }

  // A tap on the button takes the selection away first: wait for its click.
  function later() {
    clearTimeout(timer);
    timer = setTimeout(offer, 300);
  }

  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", async () => {
    shown.textContent = "";
    state.textContent = await taking.copy(what, shown, url);
    bubble.classList.toggle("by-hand", !!shown.textContent);
  });
  document.addEventListener("selectionchange", later);
  later();
})();
