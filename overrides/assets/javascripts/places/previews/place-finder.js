// Finds what a fragment meant that names no place on its page: goes there if that is sure, else offers the nearest.
// Gives: findPlace
// Requires: edition/site-home.js, shared/made.js
(() => {
  const COPIED_ALONG = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
  const NUMBERED = /^(p|fn|fnref)(?:ara|aragraph)?(?:[-_:./ ]|%3a)*0*(\d{1,9}[a-z]?)(?:-\d+)?$/;
  const IN_A_SERIES = /^(p|fn:)(\d{1,9}[a-z]?)$/;
  const ALIKE = 0.5;
  const LONGEST = 40;
  const line = document.querySelector(".arrival");
  const here = location.href.split(/[?#]/)[0].replace("index.html", "").slice(siteHome.length);

  // The id that the edition would give to what was asked: `Para-12.` is `p12`, `fn8` is `fn:8`.
  function formal(asked) {
    const id = asked.toLowerCase().replace(COPIED_ALONG, "");
    return id.replace(NUMBERED, (_, kind, number) => (kind === "p" ? "p" : `${kind}:`) + number);
  }

  // What was asked, and each beginning of it, the longest first: people and programs put more behind an address.
  function beginnings(asked) {
    const ends = [...asked.matchAll(/[^\p{L}\p{N}_-]/gu)].map(({ index }) => asked.slice(0, index));
    return [asked, ...ends.reverse()].map(formal).filter(Boolean);
  }

  // Each place of the edition that an address may name, in the order of the text, then the page's own headings.
  function allPlaces() {
    const headings = [...document.querySelectorAll("main h2[id]")];
    const own = headings.map((one) => ({ id: one.id, name: one.getAttribute("aria-label") ?? one.textContent, page: here }));
    return [...(globalThis.editionTexts?.places ?? []), ...own];
  }

  function linkTo({ id, name, page, title }, words = page === here ? name : `${name}, ${title}`) {
    return made("a", { href: `${page === here ? "" : siteHome + page}#${id}`, textContent: words });
  }

  // How much two words share, from 0 to 1: Dice's coefficient of their pairs of letters.
  function likeness(one, other) {
    const pairs = [...one].slice(1).map((letter, index) => one[index] + letter);
    return (2 * pairs.filter((pair) => other.includes(pair)).length) / (one.length + other.length - 2);
  }

  // What is said of what was asked: words, and the link that is offered.
  function answer(ids, asked) {
    const places = allPlaces();
    const isOf = (id) => (place) => place.id.toLowerCase() === id;
    const known = ids.find((one) => IN_A_SERIES.test(one) || places.some(isOf(one)));
    const id = known ?? ids.find((one) => !/[?&=]/.test(one)) ?? ids[0];
    const there = places.find(isOf(id));
    if (there) return PIECES.arrival.stands_in({ name: there.name, link: linkTo(there, there.title) });
    const [, kind, number] = IN_A_SERIES.exec(id) ?? [];
    const order = (place) => place.id.startsWith(kind) ? parseInt(place.id.slice(kind.length)) : NaN;
    const series = places.filter((place) => order(place) > 0);
    if (series.length) {
      const near = series.filter((place) => order(place) <= parseInt(number)).at(-1) ?? series[0];
      const name = near.name.replace(/\w+$/, number);
      if (near === series.at(-1)) return PIECES.arrival.last({ name, link: linkTo(near) });
      return PIECES.arrival.near({ name, link: linkTo(near) });
    }
    const [best] = places.sort((one, other) => likeness(id, other.id) - likeness(id, one.id));
    if (best && likeness(id, best.id) > ALIKE) return PIECES.arrival.nearest({ asked, link: linkTo(best) });
    const link = made("a", { href: "#top", textContent: WORDS.arrival.beginning });
    return PIECES.arrival.unknown({ asked, link });
  }

  // The focus goes to the place that was arrived at, or to the text.
  function dismiss() {
    const place = document.querySelector("[aria-current=location]") ?? document.querySelector("main");
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    line.replaceChildren();
  }

  function say(...words) {
    const close = made("button", { textContent: WORDS.buttons.close, onclick: dismiss });
    line.replaceChildren(made("p", { className: "arrival-word" }, ...words, "\u2003", close));
  }

  function goTo(place, asked) {
    const told = () => {
      say(WORDS.arrival.read_as({ asked: asked.slice(0, LONGEST), id: place.id }));
      place.scrollIntoView();
    };
    if (asked !== place.id) addEventListener("hashchange", told, { once: true });
    location.replace(`#${place.id}`);
  }

  // `fragment` is the address's, decoded, of which the page has no place; some browsers leave a text directive in it.
  globalThis.findPlace = (fragment) => {
    const [asked] = fragment.split(":~:");
    const ids = [...beginnings(asked), asked];
    const all = [...document.querySelectorAll("[id]")].reverse();
    const named = new Map(all.map((one) => [one.id.toLowerCase(), one]));
    const known = ids.find((id) => named.has(id));
    if (known) return goTo(named.get(known), asked);
    if (asked) say(...answer(ids.map((id) => id.replace("fnref", "fn")), asked.slice(0, LONGEST)));
  };
})();
