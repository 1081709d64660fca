// Offers a link to the words that are selected: a text fragment (WICG scroll-to-text-fragment), and the
// paragraph's id for browsers that know none.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  const WORD = /[\p{L}\p{N}]{2}/u;
  const bubble = document.createElement("div");
  let timer, url, end;

  Object.assign(bubble, { className: "passage-link", popover: "auto" });
  bubble.innerHTML = `<button>Link to this passage</button><span></span><span role="status"></span>`;
  const [button, shown, state] = bubble.children;

  const encode = (text) => encodeURIComponent(text.trim().replace(/[ \n]+/g, " ")).replaceAll("-", "%2D");

  // The selected words of a paragraph, whole, with what stands before and after them; its number is no part of it.
  function parts(number, range) {
    const all = new Range();
    all.selectNodeContents(number.parentElement);
    all.setStartAfter(number);
    const relations = number.parentElement.querySelector(".relations");
    if (relations) all.setEndBefore(relations);
    const [before, after] = [all.cloneRange(), all.cloneRange()];
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
    const text = `${all}`;
    let start = `${before}`.length;
    let end = text.length - `${after}`.length;
    while (WORD.test(text.slice(start - 1, start + 1))) start -= 1;
    while (WORD.test(text.slice(end - 1, end + 1))) end += 1;
    return [text.slice(0, start), text.slice(start, end).trim(), text.slice(end)];
  }

  // Names up to eight words, or the first and the last four, with as much around them as makes them the only ones.
  function directive([before, text, after]) {
    const bare = (words) => words.replace(/\s/g, "").toLowerCase();
    const page = bare(document.body.textContent);
    const once = (words) => page.split(bare(words)).length === 2;
    const words = text.split(/[ \n]+/);
    const start = words.slice(0, words.length > 8 ? 4 : 8).join(" ");
    const end = words.slice(8).length ? words.slice(-4).join(" ") : "";
    const preceding = before.match(/\S+\s*/g) ?? [];
    const following = after.match(/\s*\S+/g) ?? [];
    for (let n = 0; ; n += 1) {
      const prefix = preceding.slice(-n || Infinity).join("");
      const suffix = following.slice(0, n).join("");
      if (n < 20 && !(end ? once(prefix + start) && once(end + suffix) : once(prefix + start + suffix))) continue;
      const named = [prefix && `${encode(prefix)}-`, encode(start), encode(end), suffix && `-${encode(suffix)}`];
      return named.filter(Boolean).join();
    }
  }

  function offer() {
    const chosen = getSelection();
    if (bubble.contains(chosen.anchorNode)) return;
    const range = !chosen.isCollapsed && chosen.getRangeAt(0);
    const holds = (number) => number.parentElement.contains(range.startContainer);
    const number = range && [...document.querySelectorAll(".paragraph-number")].find(holds);
    const found = number && parts(number, range);
    if (!found?.[1]) return bubble.hidePopover();
    url = `${document.querySelector("link[rel=canonical]").href + number.hash}:~:text=${directive(found)}`;
    shown.textContent = state.textContent = "";
    number.parentElement.after(bubble);
    bubble.showPopover();
    end = [...range.getClientRects()].at(-1);
    bubble.style.setProperty("--passage-top", `${end.bottom + scrollY}px`);
    put();
  }

  function put() {
    const left = Math.min(end.right, document.documentElement.clientWidth - bubble.offsetWidth - 8);
    bubble.style.setProperty("--passage-left", `${left + scrollX}px`);
  }

  // A tap on the button takes the selection away first: wait for its click.
  function later() {
    clearTimeout(timer);
    timer = setTimeout(offer, 300);
  }

  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", async () => {
    const copied = await taking.copy(url);
    shown.textContent = copied ? "" : url;
    state.textContent = copied ? "Copied: the link to this passage" : taking.select(shown);
    put();
  });
  document.addEventListener("selectionchange", later);
  later();
})();
