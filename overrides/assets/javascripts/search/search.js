// Finds sources, paragraphs and sections by any of their names. Fetched, like its records, at the first use.
// Gives: showSearch
// Requires: edition/search/search-opener.js, edition/site-home.js, shared/composing.js, shared/fold.js
// Requires: shared/load-script.js, shared/made.js, shared/status-line.js
(() => {
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector(".search-field");
  const key = made("input", { type: "checkbox" });
  const button = document.querySelector(".search-button");
  const body = dialog.querySelector(".search-body");
  const list = dialog.querySelector(".search-results");
  const count = dialog.querySelector(".search-count");
  const state = dialog.querySelector(".visually-hidden");
  // The parts of a record, by their places in it.
  const KIND = 0;
  const TITLE = 1;
  const TEXT = 2;
  const EXTRA = 3;
  const FAINT = 4;
  const ADDRESS = 5;
  const LANGUAGES = 6;
  const COVERED = 7;
  // What a word counts in each; a paragraph's title is its chapter's, and its names are those of what it cites.
  const IN_TITLE = 12;
  const IN_EXTRA = 7;
  const IN_TEXT = 2;
  const IN_FAINT = 1.5;
  const IN_PARAGRAPH_TITLE = 4;
  const IN_PARAGRAPH_EXTRA = 3;
  const WEIGHTS = [[TITLE, IN_TITLE], [EXTRA, IN_EXTRA], [TEXT, IN_TEXT], [FAINT, IN_FAINT]];
  // How much of that: a whole word counts in full, the start of one less, the start of a number least.
  const WHOLE = 1;
  const WORD_START = 0.7;
  const NUMBER_START = 0.3;
  const INSIDE = 0.25;
  // What is added for the paragraph whose number was typed; for words that are a title, stand in it (and by how much
  // of it they are), in a name or in the text; for words of one note with its page; for what the text rests on.
  const IS_NUMBER = 50;
  const IS_TITLE = 30;
  const TITLE_HOLDS = 10;
  const SHARE_OF_TITLE = 10;
  const EXTRA_HOLDS = 8;
  const TEXT_HOLDS = 6;
  const NOTE_WITH_PAGE = 20;
  const CITED = 1;
  const NOT_CITED = 1;
  const FILLERS = (WORDS.search_dialog.fillers).split(" ");
  const SEPARATOR = " \u00b7 ";
  const MOST = 20;
  const PAUSE = 300;
  let records = null;
  let coming = false;
  let isWhole = false; // Whether the texts of the records have come as well.
  let pause = 0;
  let place = null; // Where in the results a reader left them, until other words are typed.
  let leaving = false;
  let isUnfinished = false; // Whether what is typed is still being composed.

  const kindOf = ({ parts }) => ({ [WORDS.search.source]: "sour", [WORDS.search.section]: "sect" })[parts[KIND]] ?? "para";

  // A paragraph's record names the sources that it cites by their keys: every name of theirs leads to it.
  function read() {
    const folded = (part) => part && fold(part); // A part that comes later is null.
    records = editionRecords.map((parts) => ({ parts, folded: parts.slice(KIND, LANGUAGES).map(folded) }));
    const named = new Map(records.map(({ parts, folded }) => [parts[ADDRESS].split("/")[1], `${folded[TITLE]} ${folded[EXTRA]}`]));
    for (const { folded } of records) {
      folded[EXTRA] = folded[EXTRA].replace(/@([#\w-]+)/g, (_, key) => named.get(key) ?? "");
    }
  }

  function readTexts() {
    for (const [at, { parts, folded }] of records.entries()) {
      Object.assign(parts, editionRecordTexts[at]);
      for (const part of [TEXT, FAINT]) folded[part] = fold(parts[part]);
    }
    isWhole = true;
  }

  function termsOf(query) {
    const parts = fold(query.normalize("NFC")).replace(/https?:\/\//g, "").replace(/\u00a7+|\b(?:pp?|nn?)\.(?=\w)/g, (label) => `${label[0]} `).split(/[\s;:()[\]"?!\u00b7]+/);
    const terms = parts.map((part) => part.replace(/^[.,'-]+|[.,'-]+$/g, "").replace(/'s?$/, "")).filter(Boolean);
    const telling = terms.filter((term) => !FILLERS.includes(term));
    return [...new Set(telling.length ? telling : terms)];
  }

  const escaped = (term) => term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

  // A number stands alone; a word is found from its start; Chinese anywhere. What may not stand before it is a pattern
  // of its own, since look-behind came late to Safari.
  function termOf(word) {
    const term = (words, flags, after) => ({ word, pattern: new RegExp(words, flags), after });
    if (/[\u3000-\u9fff]/.test(word)) return term(escaped(word), "g", /^$/);
    if (/^[\d.,%]+$/.test(word)) return term(`${escaped(word)}(?![\\d]|[.,]\\d)`, "g", /[\d.,]$/);
    return term(escaped(word) + (/[a-z]{4}s$/.test(word) ? "?" : ""), "gu", /[\p{L}\p{N}]$/u);
  }

  // Where a term stands in a folded text.
  function hitsOf({ pattern, after }, text) {
    const hits = [];
    pattern.lastIndex = 0;
    for (let hit; (hit = pattern.exec(text)); ) {
      const start = hit.index;
      if (start && after.test(text.slice(Math.max(0, start - 2), start))) pattern.lastIndex = start + 1;
      else hits.push({ start, end: start + hit[0].length });
    }
    return hits;
  }

  function worthAt(text, end) {
    if (!/[\p{L}\p{N}]/u.test(text[end] ?? "")) return WHOLE;
    return /\d/.test(text[end - 1]) ? NUMBER_START : WORD_START;
  }

  // What has not come yet counts as `unknown`.
  function strength(text, term, unknown) {
    if (text === null) return unknown;
    const worths = hitsOf(term, text).map(({ end }) => worthAt(text, end));
    const inside = term.word.length > 3 && !/\d$/.test(term.word) && text.includes(term.word);
    return Math.max(...worths, inside ? INSIDE : 0);
  }

  // In a paragraph the words of one note count together: an author with the page of another does not.
  const together = (folded, terms) =>
    folded[EXTRA].split("\u00b6").some((part) => terms.every((term) => strength(part, term)));

  function scoreOf(record, terms, phrase, unknown) {
    const { parts, folded } = record;
    const holds = (name) => folded[name]?.includes(phrase) ?? unknown;
    let score = 0;
    const kind = kindOf(record);
    for (const term of terms) {
      let best = 0;
      for (const [name, weight] of WEIGHTS) {
        const worth = kind === "para" && name === EXTRA ? IN_PARAGRAPH_EXTRA : kind === "para" && name === TITLE ? IN_PARAGRAPH_TITLE : weight;
        best = Math.max(best, worth * strength(folded[name], term, unknown));
      }
      if (!best) return 0;
      score += best;
    }
    const page = terms.some(({ word }) => /^\d{1,3}$/.test(word));
    if (kind === "para" && page && terms.length > 1 && together(folded, terms)) score += NOTE_WITH_PAGE;
    const asked = phrase.match(/^(?:PATTERN.search_dialog.paragraph|p(?=\d))[. ]*(\d+[a-z]?)$/);
    if (asked && parts[KIND] === WORDS.search.paragraph({ number: asked[1] })) score += IS_NUMBER;
    if (folded[TITLE] === phrase) score += IS_TITLE;
    else if (holds(TITLE)) score += TITLE_HOLDS + (SHARE_OF_TITLE * phrase.length) / folded[TITLE].length;
    else if (holds(EXTRA)) score += EXTRA_HOLDS;
    else if (holds(TEXT)) score += TEXT_HOLDS;
    // A version of the article, which no paragraph cites, stands behind the article itself.
    if (kind === "sour") score += parts[TEXT] === WORDS.sources.article || /\d/.test(parts[TEXT]) ? CITED : -NOT_CITED;
    return score;
  }

  // Until their texts have come, all records count as if these held what is asked for. Those that stand first all the
  // same, and cannot fall back, are found for good: nothing will come before them.
  function find(query) {
    const terms = termsOf(query).map(termOf);
    const phrase = fold(query.normalize("NFC")).trim();
    const score = (record, unknown) => (terms.length ? scoreOf(record, terms, phrase, unknown) : 0);
    const scored = records.map((record, place) => ({ record, place, most: score(record, 1) }));
    const found = scored.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most || a.place - b.place);
    const isOpen = ({ record, most }) => record.parts[TEXT] === null || score(record, 0) < most;
    const end = isWhole ? -1 : found.findIndex(isOpen);
    return { terms, found: (end < 0 ? found : found.slice(0, end)).map(({ record }) => record) };
  }

  // A stretch of a text as nodes: what some ranges cover, in their order, made by `cover`, the rest by `plain`.
  function divided(start, end, ranges, cover, plain) {
    const nodes = [];
    let done = start;
    for (const range of ranges) {
      const [from, to] = [Math.max(range.start, done), Math.min(range.end, end)];
      if (from >= to) continue;
      nodes.push(...plain(done, from), cover(from, to, range));
      done = to;
    }
    return [...nodes, ...plain(done, end)];
  }

  // A stretch of a part of a record, each language named, each hit marked.
  function shown({ parts }, { part, start, end }, terms) {
    const text = parts[part];
    const folded = fold(text);
    const inOrder = (one, other) => one.start - other.start || other.end - one.end;
    const hits = terms.flatMap((term) => hitsOf(term, folded)).sort(inOrder);
    const languages = (parts[LANGUAGES] ?? []).filter(([of]) => of === part);
    const ranges = languages.map(([, from, to, lang]) => ({ start: from, end: to, lang }));
    const plain = (from, to) => [text.slice(from, to)];
    const mark = (from, to) => made("mark", {}, ...plain(from, to));
    const marked = (from, to) => divided(from, to, hits, mark, plain);
    return divided(start, end, ranges, (from, to, { lang }) => made("span", { lang }, ...marked(from, to)), marked);
  }

  // The part of a stretch to show: from its start, or from somewhat before its first hit.
  function excerpt({ parts }, { part, start, end }, terms) {
    const text = parts[part].slice(start, end);
    const folded = fold(text);
    const first = Math.min(...terms.map((term) => hitsOf(term, folded)[0]?.start ?? text.length), text.length);
    const from = first > 120 && first < text.length ? text.lastIndexOf(" ", first - 80) + 1 : 0;
    const blank = text.lastIndexOf(" ", from + 240);
    const to = from + 240 >= text.length ? text.length : blank > from ? blank : from + 240;
    return { part, start: start + from, end: start + to, before: from ? "… " : "", behind: to < text.length ? " …" : "" };
  }

  const line = (name, properties, ...content) => made("span", { className: `result-${name}`, ...properties }, ...content);
  const whole = ({ parts }, part) => ({ part, start: 0, end: parts[part].length });

  function namesOf(text) {
    const names = [];
    for (const { length } of text.split(SEPARATOR)) {
      const start = names.length ? names.at(-1).end + SEPARATOR.length : 0;
      names.push({ part: EXTRA, start, end: start + length });
    }
    return names;
  }

  // Where a paragraph was found by what a note cites, the sentences that rest on it.
  function covered({ parts, folded }, unseen) {
    const notes = folded[EXTRA].split("\u00b6").slice(1);
    const at = notes.findIndex((note) => unseen.every((term) => strength(note, term)));
    const [start, end] = parts[COVERED][at] ?? [0, parts[TEXT].length];
    return { part: TEXT, start, end };
  }

  // The name by which a source was found, where neither its reference nor its line shows it.
  function reason(record, terms) {
    const { parts, folded } = record;
    const unseen = terms.filter((term) => !strength(folded[TITLE], term) && !strength(folded[TEXT], term));
    if (!unseen.length) return whole(record, TEXT);
    if (kindOf(record) === "para") return covered(record, unseen);
    const names = namesOf(parts[EXTRA]);
    const name = ({ start, end }) => folded[EXTRA].slice(start, end);
    const telling = names.find((one) => unseen.every((term) => strength(name(one), term)));
    return telling ?? names.find((one) => unseen.some((term) => strength(name(one), term))) ?? whole(record, TEXT);
  }

  // References and names are the edition's own words, which a translation would change.
  function resultOf(record, terms) {
    const { parts } = record;
    const found = excerpt(record, reason(record, terms), terms);
    const kind = kindOf(record);
    const kept = { translate: kind !== "sour" };
    const words = line("words", {}, line("title", kept, ...shown(record, whole(record, TITLE), terms)));
    const own = { translate: found.part !== EXTRA };
    if (found.start < found.end) words.append(line("text", own, found.before, ...shown(record, found, terms), found.behind));
    const className = `result result-${kind}`;
    return made("li", {}, made("a", { className, href: siteHome + parts[ADDRESS] }, line("kind", {}, parts[KIND]), words));
  }

  function told(query, number) {
    if (!query) return "";
    if (number > MOST) return WORDS.search_dialog.first_results({ count: number, most: MOST });
    if (number > 1) return WORDS.search_dialog.results.many({ count: number });
    return number ? WORDS.search_dialog.results.one({ count: number }) : WORDS.search_dialog.no_results;
  }

  // What is still being composed may be no words yet: that it is not found is not said, nor is it kept. What was shown
  // before the texts came stays as it is, and more is added to it.
  function show(isMore) {
    if (!isMore) list.replaceChildren();
    if (place && !isWhole) return; // It may stand further down.
    const query = field.value.trim();
    const { terms, found } = find(query);
    list.append(...found.slice(list.children.length, MOST).map((record) => resultOf(record, terms)));
    count.textContent = !isWhole || (isUnfinished && !found.length) ? "" : told(query, found.length);
    clearTimeout(pause);
    if (isUnfinished || !isWhole) return;
    saySoon(state, told(query, found.length));
    pause = setTimeout(() => remember(query, place ?? { words: query }), PAUSE);
    if (!place) return;
    list.querySelectorAll("a")[place.at]?.focus({ preventScroll: true });
    body.scrollTop = place.top ?? 0;
  }

  // The words stand in the address, so that a search can be sent to somebody; the way back finds them in the history.
  function remember(query, left) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState({ ...history.state, search: left?.words && left }, "", address);
  }

  function fail() {
    coming = false;
    count.textContent = WORDS.search_dialog.texts_not_loaded;
    saySoon(state, count.textContent);
  }

  // Shows at each step what can be shown for good; after a failure the next key tries again.
  function start() {
    if (records) show();
    if (coming || isWhole) return;
    coming = true;
    if (!records) loadScript("records").then(read).then(() => show(), () => {});
    loadScript("records", "recordTexts").then(readTexts).then(() => show(true), fail);
  }

  function input(event) {
    place = null;
    isUnfinished = isComposing(event);
    start();
  }

  function move(event) {
    if (isComposing(event)) return;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") (links[at + 1] ?? links[0])?.focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : field).focus();
    else if (event.key === "Escape") dialog.close(); // else the browser empties the field first
    else return;
    event.preventDefault();
  }

  // What is left behind keeps the search and the place in it; its address is the page's own. A result that stands
  // where the reader is leaves nothing behind.
  function follow(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const at = [...list.querySelectorAll("a")].indexOf(link);
    leaving = true;
    clearTimeout(pause);
    remember("");
    if (link.href !== location.href) remember("", { words: field.value.trim(), at, top: body.scrollTop });
    dialog.close();
  }

  // WebKit now and then leaves the keys to a field that is gone.
  function close() {
    if (dialog.open) return; // It was opened again before it was told to have been closed.
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
    clearTimeout(pause);
    saySoon(state, "");
    if (!leaving) remember("");
    leaving = false;
  }

  // After what the records were waited for has been shown, for those who type faster than these come.
  function submit(event) {
    event.preventDefault();
    const first = () => setTimeout(() => list.querySelector("a")?.click());
    loadScript("records", "recordTexts").then(first, () => {});
  }

  function chooseKey() {
    if (key.checked) button.setAttribute("aria-keyshortcuts", "/");
    else button.removeAttribute("aria-keyshortcuts");
    try {
      localStorage.setItem("search-key", key.checked ? "on" : "off");
    } catch {
      // Storage is closed: the choice holds for this page.
    }
  }

  // Called when the search was opened: anew, or with the words and the place in which it was left. WebKit may take
  // the focus from what has just been shown, when a style sheet comes.
  globalThis.showSearch = (left) => {
    key.checked = button.hasAttribute("aria-keyshortcuts");
    place = left;
    if (!dialog.contains(document.activeElement)) field.focus();
    if (!dialog.open) close();
    else if (left || !isWhole) start();
  };

  count.removeAttribute("role");
  count.setAttribute("aria-hidden", true);
  body.append(made("label", { className: "search-help" }, key, WORDS.search_dialog.key));
  dialog.addEventListener("close", close);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", follow);
  dialog.addEventListener("submit", submit);
  key.addEventListener("change", chooseKey);
  field.addEventListener("input", input);
  field.addEventListener("compositionend", input);
  addEventListener("popstate", recallSearch);
  // Of a page that it had kept, WebKit empties the field after this event.
  addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(recallSearch));
})();
