// Finds what a fragment meant that names no place on its page: goes there if that is sure, else offers the nearest.
(() => {
  const COPIED_ALONG = /[^\p{L}\p{N}]+$/u;
  const NUMBERED = /^(p|fn|fnref)(?:ara|aragraph)?(?:[-_:. ]|%3a)*0*(\d+[a-z]?)(?:-\d+)?$/;
  const IN_A_SERIES = /^(p|fn:)(\d+[a-z]?)$/;
  const ALIKE = 0.5;
  const LONGEST = 40;
  const line = document.querySelector(".arrival");
  const root = document.querySelector(".site-title a").href;
  const here = location.href.split(/[?#]/)[0].replace("index.html", "").slice(root.length);

  // The id that the edition would give to what was asked: `Para-12.` is `p12`, `fn8` is `fn:8`.
  function formal(asked) {
    const id = asked.split(":~:")[0].replace(COPIED_ALONG, "").toLowerCase();
    return id.replace(NUMBERED, (_, kind, number) => (kind === "p" ? "p" : `${kind}:`) + number);
  }

  // Each place that an address may name: those of the edition in the order of the text, then the page's own headings.
  function placesOf({ paragraphs = {}, pages = {}, sources = {} }) {
    const places = [];
    const add = (id, name, page, title = pages[page]?.title) => places.push({ id, name, page, title });
    for (const [id, { number, page, sources: cited }] of Object.entries(paragraphs)) {
      add(id, `para. ${number}`, page);
      for (const { note } of cited) if (note) add(`fn:${note}`, `note ${note}`, page);
    }
    for (const page in pages) for (const [id, title] of Object.entries(pages[page].headings)) add(id, title, page);
    for (const key in sources) add(key, `source “${key}”`, "sources/", "Sources");
    for (const { id, firstChild } of document.querySelectorAll("main h2[id]")) add(id, firstChild.textContent, here);
    return places;
  }

  function linkTo({ id, name, page, title }, words = page === here ? name : `${name}, ${title}`) {
    const link = document.createElement("a");
    link.href = `${page === here ? "" : root + page}#${id}`;
    link.textContent = words;
    return link;
  }

  // How much two words share, from 0 to 1: Dice's coefficient of their pairs of letters.
  function likeness(one, other) {
    const pairs = [...one].slice(1).map((letter, index) => one[index] + letter);
    return (2 * pairs.filter((pair) => other.includes(pair)).length) / (one.length + other.length - 2);
  }

  // What is said of an id: words, and the link that is offered.
  function answer(id, places) {
    const there = places.find((place) => place.id.toLowerCase() === id);
    if (there) return [`${there.name} stands in `, linkTo(there, there.title)];
    const parts = (text) => IN_A_SERIES.exec(text) ?? [];
    const [, kind, number] = parts(id);
    const series = kind ? places.filter((place) => parts(place.id)[1] === kind) : [];
    if (series.length) {
      const passed = series.filter((place) => parseInt(parts(place.id)[2]) <= parseInt(number));
      const near = passed.at(-1) ?? series[0];
      const sought = near.name.replace(/\w+$/, number);
      const which = passed.length === series.length ? "last" : "nearest";
      return [`there is no ${sought} in this edition; the ${which} is `, linkTo(near)];
    }
    const [best] = places.toSorted((one, other) => likeness(id, other.id) - likeness(id, one.id));
    const words = `there is no “${id.slice(0, LONGEST)}” on this page; `;
    if (best && likeness(id, best.id) > ALIKE) return [`${words}the nearest is `, linkTo(best)];
    return [words, linkTo({ id: "top", name: "go to its beginning", page: here })];
  }

  function say(...words) {
    const text = document.createElement("p");
    const button = document.createElement("button");
    button.textContent = "Close";
    button.addEventListener("click", () => line.replaceChildren());
    text.className = "arrival-word";
    text.append(...words, ".\u2003", button);
    line.replaceChildren(text);
  }

  function goTo(place, asked) {
    const told = () => {
      say(`the link’s “${asked.slice(0, LONGEST)}” was read as “${place.id}”`);
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
    const texts = await loadScript("texts").then(() => editionTexts, () => ({}));
    if (id && location.hash === hash) say(...answer(id.replace("fnref", "fn"), placesOf(texts)));
  };
})();
