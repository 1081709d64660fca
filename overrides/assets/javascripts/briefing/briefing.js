// The briefing: shows the paragraphs that were collected or sent, moves and removes them, hands them over.
// Requires: shared/composing.js, shared/load-script.js, shared/taking.js, shared/briefing-store.js
(() => {
  const page = document.querySelector(".briefing");
  const $ = (selector) => page.querySelector(selector);
  const failed = $("[role=alert]");
  const state = $(".briefing-state");
  const count = $(".briefing-state [data-part]");
  const lost = $("[data-when=lost] [data-part]");
  const told = $(".briefing-told");
  const byHand = $(".briefing-by-hand");
  const list = $(".briefing-list");
  const field = $("input");
  const templates = [...page.querySelectorAll("template")].map(({ content }) => content.firstElementChild);
  const removed = templates.find((item) => item.matches(".briefing-removed"));
  const whole = templates.find((item) => item !== removed);
  let own = []; // The ids of the paragraphs that the reader collected.
  let sent = null; // Those that the address names, while they are shown instead.
  let ids = []; // Of those that are shown, the ones that the edition has.
  let unknown = []; // The ones that it lacks.
  let before = []; // What the reader had collected before the last change, for "Undo".
  let kept = true; // Whether the browser keeps what was collected.
  const BARE = /^(?:%[\da-f]{2}|[^\w-])*p?0*(\d{1,9}[a-z]?)(?:%[\da-f]{2}|[^\w-])*$/; // An id, and what is around it.
  const starts = {}; // The number of each paragraph's first note.

  const chapters = Object.entries(JSON.parse(page.dataset.chapters)); // The ids of the paragraphs of each.
  const known = chapters.flatMap(([, paragraphs]) => paragraphs);
  const isKnown = (id) => known.includes(id);
  const numberOf = (id) => id.slice(1);
  const say = (text) => (told.textContent = text);

  // Has what the texts of a kind say of these paragraphs, asked for all at once, or says that it could not be loaded.
  async function have(kind, wanted) {
    const holding = chapters.filter(([, paragraphs]) => paragraphs.some((id) => wanted.includes(id)));
    const parts = holding.map(([chapter]) => `texts/${kind}/${chapter}`);
    failed.hidden = true;
    try {
      if (parts[0]) await loadScript("texts", ...parts);
      return true;
    } catch {
      failed.hidden = false;
      return false;
    }
  }

  // Ids as people type them and programs change them: "p3,P12", "p3%2Cp12", "3, 12,", "para. 3", "(p3|p12)/".
  function idsIn(text) {
    const parts = text.normalize("NFKC").toLowerCase().split(/(?:[\s,;|+]|%2c|%3b|%20|(?:PATTERN.briefing_page.paragraph)(?![a-z])\.?)+/);
    const ids = parts.map((part) => part.replace(BARE, "p$1"));
    return [...new Set(ids.filter(Boolean))];
  }

  // Notes are numbered anew, in the order of the briefing, so that a list in any program agrees with its marks.
  function wordsOf(id) {
    const { html, marks } = editionTexts.words[id];
    return html.replace(/<sup>(\w+)/g, (mark, number) => `<sup>${marks.indexOf(number) + starts[id]}`);
  }

  function show() {
    const asked = sent ?? own;
    ids = asked.filter(isKnown);
    unknown = asked.filter((id) => !isKnown(id));
    let next = 1;
    for (const id of ids) {
      starts[id] = next;
      next += editionTexts.words[id].marks.length;
    }
    state.hidden = false;
    count.textContent = ids.length === 1 ? WORDS.briefing_page.paragraphs.one({ count: ids.length }) : WORDS.briefing_page.paragraphs.many({ count: ids.length });
    lost.textContent = unknown.join(", ");
    byHand.textContent = "";
    list.replaceChildren(...ids.map(item));
    const holds = { own: !sent, sent, some: ids[0], none: !ids[0], lost: unknown[0], mine: own[0], first: !own[0], closed: !kept };
    for (const part of page.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").every((name) => holds[name]);
  }

  function item(id) {
    const li = whole.cloneNode(true);
    const words = li.querySelector(".briefing-words");
    const notes = li.querySelector(".briefing-notes");
    li.dataset.id = id;
    li.querySelector("h2 [data-slot]").textContent = editionTexts.words[id].chapter;
    words.innerHTML = wordsOf(id);
    for (const citation of words.querySelectorAll("p + p")) citation.translate = false;
    notes.innerHTML = editionTexts.words[id].notes;
    notes.start = starts[id];
    for (const name of li.querySelectorAll("b")) name.textContent = numberOf(id);
    for (const link of li.querySelectorAll("a")) {
      link.dataset.address = link.href;
      link.href = link.href.replace(editionTexts.edition.site, "../");
    }
    return li;
  }

  // Changes the reader's own briefing; where the browser keeps nothing, the address does.
  function change(next, text, focused = state) {
    if (sent) history.pushState(null, "", location.pathname);
    sent = null;
    before = own;
    own = [...new Set(next)];
    kept = briefingStore.write(own);
    if (!kept) history.replaceState(null, "", `#${own}`);
    show();
    say(text);
    focused?.focus({ preventScroll: true });
  }

  function move({ value }, at) {
    const to = value === "up" ? at - 1 : at + 1;
    const [id] = ids.splice(at, 1);
    ids.splice(to, 0, id);
    change([...ids, ...unknown], WORDS.briefing_page.moved({ number: numberOf(id), place: to + 1, count: ids.length }), null);
    // The button that was pressed, unless it is hidden at an end of the list.
    for (const name of ["up", "down", value]) list.children[to].querySelector(`[value=${name}]`).focus();
  }

  // What was removed leaves a way back in its place.
  function remove(at, next, text) {
    change(next, text, null);
    list.insertBefore(removed, list.children[at]);
    removed.querySelector("[value=undo]").focus();
  }

  // A document of the simplest elements, which word processors keep.
  function rich() {
    const notes = ids.map((id) => editionTexts.words[id].notes).join("");
    const source = MARKUP.briefing_page.source({ citation: editionTexts.edition.cite });
    const heads = [`<meta charset="utf-8"><h2>`, MARKUP.briefing.head.title, "</h2><p>", source, "</p>"];
    const list = notes && ["<h3>", MARKUP.briefing_page.notes, "</h3><ol>", notes, "</ol>"];
    return [...heads, ...ids.map(wordsOf), ...list].join("");
  }

  const place = (item) => [...item.parentNode.children].indexOf(item) + 1;
  const PLAIN = { SUP: (text) => `[${text}]`, LI: (text, item) => `${place(item)}. ${text}` };
  const MARKDOWN = {
    "#text": (text) => text.replace(/[\\`*_[\]<&$~]/g, "\\$&"),
    A: (text, { href }) => (text.includes("//") ? `<${href}>` : `[${text}](${href})`),
    I: (text) => `*${text}*`,
    SUP: (text) => `[^${text}]`,
    H2: (text) => `# ${text}`,
    H3: (text) => `## ${text}`,
    LI: (text, item) => `[^${place(item)}]: ${text}`,
  };

  // The same document in another form.
  function written(forms) {
    const textOf = (node) => {
      const text = node.data ?? [...node.childNodes].map(textOf).join("");
      return forms[node.nodeName]?.(text, node) ?? text;
    };
    const blocks = new DOMParser().parseFromString(rich(), "text/html").querySelectorAll("h2, h3, p, li");
    return `${[...blocks].map(textOf).join("\n\n")}\n`;
  }

  // The citations of the paragraphs, then every source once.
  function exported(form, held) {
    const cited = held.map((id) => editionTexts.paragraphs[id]);
    const sources = cited.flatMap((paragraph) => paragraph.sources);
    return [...cited.map(({ cite }) => cite[form]), ...taking.records(sources, form)].join("\n");
  }

  // Says whether it could.
  async function save({ dataset: { file, type, form } }) {
    const held = [...ids];
    if (form && !(await have("panel", held))) return false;
    taking.save(file, type, form ? exported(form, held) : written(MARKDOWN));
    return true;
  }

  async function copy({ dataset }, ...forms) {
    byHand.textContent = "";
    say(await taking.copy(dataset.what, byHand, ...forms));
  }

  const ACTIONS = {
    up: move,
    down: move,
    remove: (button, at) => remove(at, own.filter((id) => id !== ids[at]), WORDS.briefing_page.removed({ number: numberOf(ids[at]) })),
    clear: () => remove(0, [], WORDS.briefing_page.all_removed),
    undo: () => {
      const at = [...list.children].indexOf(removed);
      change(before, WORDS.briefing_page.undone, null);
      list.children[at].querySelector("[value=remove]").focus();
    },
    forget: () => change(ids),
    join: () => change([...own, ...ids]),
    own: () => change(own),
    copy: (button) => copy(button, written(PLAIN), rich()),
    markdown: (button) => copy(button, written(MARKDOWN)),
    address: (button) => copy(button, `${editionTexts.edition.site}briefing/#${ids}`),
    save,
    print: () => print(),
  };

  // Another tab may have added what has not come here yet: nothing is written over it.
  const isOutdated = () => kept && `${briefingStore.read()}` !== `${own}`;

  async function act({ target }) {
    const button = target.closest("[value]");
    if (isOutdated()) return arrive();
    const isDone = await ACTIONS[button?.value]?.(button, ids.indexOf(button.closest("li")?.dataset.id));
    if (button?.dataset.told && isDone !== false) say(button.dataset.told);
  }

  // Says what is wrong with what was typed, or that it was mended.
  function judge(strange) {
    const [first, last] = [known[0], known.at(-1)].map(numberOf);
    const name = strange?.replace(/^p(?=\d)/, "");
    const words = /^\d/.test(name) ? WORDS.briefing_page.absent({ name, first, last }) : WORDS.briefing_page.no_number({ name, first, last });
    field.setAttribute("aria-invalid", !!strange);
    if (strange) field.setAttribute("aria-describedby", told.id);
    else field.removeAttribute("aria-describedby");
    say(strange ? words : "");
  }

  async function add(event) {
    event.preventDefault();
    const { value } = field;
    const asked = idsIn(value);
    const strange = asked.find((id) => !isKnown(id));
    if (strange) return judge(strange);
    if (!(await have("words", [...briefingStore.read(), ...asked]))) return;
    if (isOutdated()) own = briefingStore.read();
    const numbers = asked.map(numberOf).join(", ");
    change([...own, ...asked], WORDS.briefing_page.collected({ numbers }), field);
    if (field.value === value) field.value = ""; // Unless the next was typed meanwhile.
  }

  // Enter that ends a composition adds nothing yet.
  function press(event) {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  }

  // What the reader collected, and what the address names: that was sent by somebody, unless it is the reader's own,
  // or a place on this page.
  function found() {
    const [name] = location.hash.slice(1).split(/[?&#]|:~:|%3f|%26|%23/i);
    const mine = briefingStore.read();
    const asked = idsIn(name);
    if (document.getElementById(name)) return [mine, sent];
    return [mine, asked[0] && `${asked}` !== `${mine}` ? asked : null];
  }

  // Until the words are there, it may have changed.
  async function arrive() {
    const wanted = found();
    if (!(await have("words", wanted.flat()))) return;
    if (`${found()}` !== `${wanted}`) return arrive();
    [own, sent] = wanted;
    show();
  }

  page.hidden = false;
  page.addEventListener("click", act);
  page.addEventListener("submit", add);
  field.addEventListener("keydown", press);
  field.addEventListener("input", () => field.getAttribute("aria-invalid") === "true" && judge());
  for (const event of ["hashchange", "storage", "pageshow"]) addEventListener(event, arrive);
  arrive();
})();
