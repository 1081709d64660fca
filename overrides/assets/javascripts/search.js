// Finds sources, paragraphs and sections by any of their names. Fetched, like its records, at the first use.
(() => {
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector(".search-field");
  const list = dialog.querySelector(".search-results");
  const state = dialog.querySelector(".search-state");
  const [KIND, TITLE, TEXT, EXTRA, FAINT, ADDRESS] = [0, 1, 2, 3, 4, 5];
  const WEIGHTS = [[TITLE, 12], [EXTRA, 7], [TEXT, 2], [FAINT, 1.5]];
  const FILLERS = new Set("p pp pag pags page pages pagina paginas the a an of in on and or to de del la el los las y en".split(" "));
  const MOST = 20;
  const PAUSE = 300;
  const home = document.querySelector(".site-title a").href;
  let records = null;
  let pause = 0;

  // Letters without accents and capitals, one kind of hyphen, no quotation marks; as long as the original.
  const fold = (text) =>
    Array.from(text, (letter) => {
      if (letter > "\u2fff") return letter;
      if (letter < "\u0080") return letter.toLowerCase();
      if (/[\u2010-\u2015\u2212]/.test(letter)) return "-";
      if (/[\u2018-\u201f\u00ab\u00bb]/.test(letter)) return "'";
      return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()[0] ?? letter;
    }).join("");

  // A paragraph's record names the sources that it cites by their keys: every name of theirs leads to it.
  function read() {
    records = editionRecords.map((parts) => ({ parts, folded: parts.map(fold) }));
    const named = new Map(records.map(({ parts, folded }) => [parts[ADDRESS], `${folded[TITLE]} ${folded[EXTRA]}`]));
    for (const { folded } of records) {
      folded[EXTRA] = folded[EXTRA].replace(/@([\w-]+)/g, (_, key) => named.get(`sources/${key}/`) ?? "");
    }
  }

  function termsOf(query) {
    const parts = fold(query.normalize("NFC")).replace(/https?:\/\//g, "").split(/[\s;:()[\]"?!\u00b7]+/);
    const terms = parts.map((part) => part.replace(/^[.,'-]+|[.,'-]+$/g, "").replace(/'s?$/, "")).filter(Boolean);
    const telling = terms.filter((term) => !FILLERS.has(term));
    return [...new Set(telling.length ? telling : terms)];
  }

  const escaped = (term) => term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

  // A number stands alone; a word is found from its start; Chinese anywhere.
  function patternOf(term) {
    if (/[\u3000-\u9fff]/.test(term)) return new RegExp(escaped(term), "g");
    if (/^[\d.,%]+$/.test(term)) return new RegExp(`(?<![\\d.,])${escaped(term)}(?![\\d]|[.,]\\d)`, "g");
    const plural = /[a-z]{4}s$/.test(term) ? "?" : "";
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}${plural}`, "gu");
  }

  // A whole word counts in full, the start of one less, the start of a number least.
  function worthAt(text, end) {
    if (!/[\p{L}\p{N}]/u.test(text[end] ?? "")) return 1;
    return /\d/.test(text[end - 1]) ? 0.3 : 0.7;
  }

  function strength(text, term) {
    const worths = [...text.matchAll(term.pattern)].map((hit) => worthAt(text, hit.index + hit[0].length));
    const inside = term.word.length > 3 && !/\d$/.test(term.word) && text.includes(term.word);
    return Math.max(...worths, inside ? 0.25 : 0);
  }

  // In a paragraph the words of one note count together: an author with the page of another does not.
  const together = (folded, terms) =>
    folded[EXTRA].split("\u00b6").some((part) => terms.every((term) => strength(part, term)));

  function scoreOf({ parts, folded }, terms, phrase) {
    let score = 0;
    const isParagraph = parts[KIND].startsWith("Para");
    for (const term of terms) {
      let best = 0;
      for (const [name, weight] of WEIGHTS) {
        const worth = isParagraph && name === EXTRA ? 3 : isParagraph && name === TITLE ? 4 : weight;
        best = Math.max(best, worth * strength(folded[name], term));
      }
      if (!best) return 0;
      score += best;
    }
    const page = terms.some(({ word }) => /^\d{1,3}$/.test(word));
    if (isParagraph && page && terms.length > 1 && together(folded, terms)) score += 20;
    const asked = phrase.match(/^(?:paras?|paragraph|p(?=\d))[. ]*(\d+[a-z]?)$/);
    if (asked && parts[KIND] === `Para. ${asked[1]}`) score += 50;
    if (folded[TITLE] === phrase) score += 30;
    else if (folded[TITLE].includes(phrase)) score += 10 + (10 * phrase.length) / folded[TITLE].length;
    else if (folded[EXTRA].includes(phrase)) score += 8;
    else if (folded[TEXT].includes(phrase)) score += 6;
    return score + (parts[KIND] === "Source" ? 1 : 0);
  }

  function find(query) {
    const words = termsOf(query);
    const terms = words.map((word) => ({ word, pattern: patternOf(word) }));
    const phrase = fold(query.normalize("NFC")).trim();
    const scored = records.map((record, place) => ({ record, place, score: terms.length ? scoreOf(record, terms, phrase) : 0 }));
    const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.place - b.place);
    return { terms, found: found.map(({ record }) => record) };
  }

  function marked(text, terms) {
    const folded = fold(text);
    const hits = terms.flatMap(({ pattern }) => [...folded.matchAll(pattern)]).sort((one, other) => one.index - other.index);
    const nodes = [];
    let done = 0;
    for (const { index, 0: { length } } of hits) {
      if (index < done) continue;
      nodes.push(text.slice(done, index), made("mark", { textContent: text.slice(index, index + length) }));
      done = index + length;
    }
    return [...nodes, text.slice(done)];
  }

  function excerpt(text, terms) {
    const folded = fold(text);
    const places = terms.map(({ pattern }) => folded.search(pattern));
    const first = Math.min(...places.filter((place) => place >= 0), text.length);
    const start = first > 120 && first < text.length ? text.lastIndexOf(" ", first - 80) + 1 : 0;
    const words = text.slice(start, start + 240 < text.length ? text.lastIndexOf(" ", start + 240) : text.length);
    return `${start ? "… " : ""}${words}${start + 240 < text.length ? " …" : ""}`;
  }

  const line = (name, ...content) => made("span", { className: `result-${name}` }, ...content);

  // The name by which a source was found, where neither its reference nor its line shows it.
  function reason({ parts, folded }, terms) {
    const unseen = terms.filter((term) => !strength(folded[TITLE], term) && !strength(folded[TEXT], term));
    if (!unseen.length || parts[KIND].startsWith("Para")) return parts[TEXT];
    const names = parts[EXTRA].split(" \u00b7 ");
    const telling = names.find((name) => unseen.every((term) => strength(fold(name), term)));
    return telling ?? names.find((name) => unseen.some((term) => strength(fold(name), term))) ?? parts[TEXT];
  }

  function resultOf(record, terms) {
    const { parts } = record;
    const text = excerpt(reason(record, terms), terms);
    const words = line("words", line("title", ...marked(parts[TITLE], terms)));
    if (text) words.append(line("text", ...marked(text, terms)));
    const className = `result result-${parts[KIND].slice(0, 4).toLowerCase()}`;
    return made("li", {}, made("a", { className, href: home + parts[ADDRESS] }, line("kind", parts[KIND]), words));
  }

  function show() {
    const query = field.value.trim();
    if (!query) {
      list.replaceChildren();
      state.textContent = "";
      return;
    }
    const { terms, found } = find(query);
    list.replaceChildren(...found.slice(0, MOST).map((record) => resultOf(record, terms)));
    const more = found.length > MOST ? `, the first ${MOST} shown` : "";
    state.textContent = found.length ? `${found.length} result${found.length > 1 ? "s" : ""}${more}` : "No results";
    clearTimeout(pause);
    pause = setTimeout(() => remember(query), PAUSE);
  }

  // The words stand in the address, so that a search can be sent to somebody.
  function remember(query) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  function start() {
    loadScript("records").then(read).then(show, () => {
      state.textContent = "The search could not be loaded; try again, or see the list of sources.";
    });
  }

  function move(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") (links[at + 1] ?? links[0])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : field).focus();
    else if (event.key === "Escape") dialog.close(); // else the browser empties the field first
    else if (event.key === "Enter" && document.activeElement === field) links[0]?.click();
    else return;
    event.preventDefault();
  }

  dialog.addEventListener("close", () => {
    clearTimeout(pause);
    remember("");
  });
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  field.addEventListener("input", () => (records ? show() : start()));
  start();
})();
