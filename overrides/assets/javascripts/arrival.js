// Tells those who cannot see it at which place a link arrived; where there is no such place, has one found.
(() => {
  const DELAY = 500; // A screen reader says the page's title first, and nothing that comes before it is done.
  const line = document.querySelector(".arrival");
  if (!line) return;
  let timer = 0;

  function asked() {
    const fragment = location.hash.slice(1);
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  function nameOf(place) {
    const find = (names) => place.querySelector(names)?.textContent;
    const number = find(".paragraph-number");
    const note = find(".note-mark, .note-number");
    if (number) return `Paragraph ${number}`;
    return note ? `Note ${note}` : (find(".source-title") ?? place.firstChild?.textContent);
  }

  function say(words, name) {
    const text = document.createElement("p");
    text.className = name;
    text.textContent = words;
    line.append(text);
  }

  function arrive() {
    clearTimeout(timer);
    line.replaceChildren();
    document.querySelector("[aria-current=location]")?.removeAttribute("aria-current");
    const id = asked();
    const place = document.getElementById(id);
    if (place) {
      place.setAttribute("aria-current", "location");
      const words = [nameOf(place), document.querySelector("h1").textContent];
      timer = setTimeout(say, DELAY, words.filter((word) => word?.trim()).join(", "), "visually-hidden");
    } else if (!/^(top)?$/i.test(id)) {
      loadScript("places").then(
        () => findPlace(id),
        () => say(`There is no “${id}” on this page.`, "arrival-word"),
      );
    }
  }

  addEventListener("hashchange", arrive);
  arrive();
})();
