// Finds what a fragment meant that names no place on its page: goes there if that is sure, else offers the nearest.
(() => {
  const COPIED_ALONG = /[^\p{L}\p{N}]+$/u;
  const NUMBERED = /^(p|fn|fnref)(?:ara|aragraph)?(?:[-_:. ]|%3a)*0*(\d+)([a-z]?)(?:-\d+)?$/;
  const ALIKE = 0.5;
  const LONGEST = 40;
  const line = document.querySelector(".arrival");
  const root = document.querySelector(".site-title a").href;
  const here = location.href.split(/[?#]/)[0].replace("index.html", "").slice(root.length);

  // The id that the edition would give to what was asked: `Para-12.` is `p12`, `fn8` is `fn:8`.
  function formal(asked) {
    const id = asked.split(":~:")[0].replace(COPIED_ALONG, "").toLowerCase();
    return id.replace(NUMBERED, (_, kind, number, letter) => (kind === "p" ? "p" : `${kind}:`) + number + letter);
  }

  // Each place of the edition that an address may name, in the order of the text.
  function placesOf({ paragraphs, pages, sources }) {
    const places = [];
    const add = (kind, id, number, page) => places.push({ kind, id, number, page, name: `${kind} ${number}`.trim() });
    for (const [id, { number, page, sources: cited }] of Object.entries(paragraphs)) {
      add("para.", id, number, page);
      for (const { note } of cited) if (note) add("note", `fn:${note}`, note, page);
    }
    for (const page in pages) for (const [id, title] of Object.entries(pages[page].headings)) add("", id, title, page);
    for (const key in sources) add("source", key, key, "sources/");
    return places;
  }

  function link(words, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = words;
    return made;
  }

  const titleOf = ({ page }) => editionTexts.pages[page]?.title ?? "Sources";
  const addressOf = ({ page, id }) => `${page === here ? "" : root + page}#${id}`;
  const linkTo = (place) => link(place.page === here ? place.name : `${place.name}, ${titleOf(place)}`, addressOf(place));

  // How much two words share, from 0 to 1: Dice's coefficient of their pairs of letters.
  function likeness(one, other) {
    const pairs = [...one].slice(1).map((letter, index) => one[index] + letter);
    return (2 * pairs.filter((pair) => other.includes(pair)).length) / (one.length + other.length - 2);
  }

  // What is said of an id: words, and the link that is offered.
  function answer(id, places) {
    const there = places.find((place) => place.id.toLowerCase() === id.replace("fnref", "fn"));
    if (there) return [`${there.name} stands in `, link(titleOf(there), addressOf(there))];
    const [, kind, number, letter] = NUMBERED.exec(id) ?? [];
    const series = places.filter((place) => kind && place.kind === (kind === "p" ? "para." : "note"));
    if (series.length) {
      const near = series.findLast((place) => parseInt(place.number) <= number) ?? series[0];
      const which = parseInt(series.at(-1).number) < number ? "last" : "nearest";
      return [`There is no ${near.kind} ${number}${letter} in this edition; the ${which} is `, linkTo(near)];
    }
    const [best] = places.toSorted((one, other) => likeness(id, other.id) - likeness(id, one.id));
    const found = best && likeness(id, best.id) > ALIKE;
    const words = `There is no “${id.slice(0, LONGEST)}” on this page; `;
    return found ? [`${words}the nearest is `, linkTo(best)] : [words, link("go to its beginning", "#top")];
  }

  function say(...words) {
    const text = document.createElement("p");
    const button = document.createElement("button");
    button.textContent = "Close";
    button.addEventListener("click", () => line.replaceChildren());
    text.className = "arrival-word";
    text.append(...words, ". ", button);
    line.replaceChildren(text);
  }

  function goTo(place, asked) {
    const told = () => {
      say(`“${asked.slice(0, LONGEST)}” was read as “${place.id}”`);
      place.scrollIntoView();
    };
    if (asked.split(":~:")[0] !== place.id) addEventListener("hashchange", told, { once: true });
    location.replace(`#${place.id}`);
  }

  // `asked` is the fragment, decoded, of which the page has no place.
  globalThis.findPlace = async (asked) => {
    const { hash } = location;
    const id = formal(asked);
    const place = [...document.querySelectorAll("[id]")].find((one) => one.id.toLowerCase() === id);
    if (place) return goTo(place, asked);
    const places = await loadScript("texts").then(() => placesOf(editionTexts)).catch(() => []);
    if (id && location.hash === hash) say(...answer(id, places));
  };
})();
