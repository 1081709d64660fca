// Tells those who cannot see it at which place a link arrived; says that there is no such place, if none is found.
// Requires: shared/made.js
(() => {
  const DELAY = 500; // A screen reader says the page's title first, and nothing that comes before it is done.
  const line = document.querySelector(".arrival");
  if (!line) return;
  let timer;

  function asked() {
    const fragment = location.hash.slice(1);
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  // The words of an element, in its own language.
  const own = (element) => made("span", { lang: element.lang || WORDS.language.tag }, element.textContent);

  function nameOf(place) {
    const number = place.querySelector(".paragraph-number, .note-mark, .note-number");
    if (number?.matches(".paragraph-number")) return WORDS.parts.paragraph_in_full({ number: number.textContent });
    if (number) return WORDS.parts.note_in_full({ number: number.textContent });
    const title = place.querySelector(".source-title");
    return title ? own(title) : (place.getAttribute("aria-label") ?? place.firstChild?.textContent ?? "");
  }

  // The panel that a paragraph's own number opens says itself where it is.
  function tell(place) {
    if (document.documentElement.dataset.open === "copy-panel") return;
    line.append(made("p", { className: "visually-hidden" }, nameOf(place), ", ", own(document.querySelector("h1"))));
  }

  // Where the edition has previews of its places, one of these is found in its stead.
  function lose(id) {
    const isAsked = () => asked() === id;
    const fail = () => line.append(made("p", { className: "arrival-word" }, WORDS.arrival.absent({ id })));
    if (globalThis.findLost) findLost(id, isAsked).catch(fail);
    else fail();
  }

  function arrive() {
    clearTimeout(timer);
    line.replaceChildren();
    document.querySelector("[aria-current=location]")?.removeAttribute("aria-current");
    const id = asked();
    if (id === "content") return; // Who skipped the navigation hears the text itself.
    const place = document.getElementById(id);
    if (place) {
      place.setAttribute("aria-current", "location");
      timer = setTimeout(tell, DELAY, place);
    } else if (!/^(top(?![\w-]).*)?$/is.test(id)) timer = setTimeout(lose, 0, id); // Once all scripts have run.
  }

  addEventListener("hashchange", arrive);
  arrive();
})();
