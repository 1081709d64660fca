// The panel that takes a paragraph, a section or a chapter along: its link, its citation, the sources behind it.
// Requires: shared/made.js, shared/overlay.js, shared/page-address.js, shared/taking.js, shared/briefing-store.js
(() => {
  const home = document.querySelector(".site-title a").href;
  const panel = made("div", { className: "copy-panel", role: "dialog", tabIndex: -1, hidden: true });
  const $ = (selector) => panel.querySelector(selector);
  const write = (selector, text) => ($(selector).textContent = text);
  const tell = (words) => write(".panel-state", words);
  let form = "plain";
  let isKept = true;
  let place, url, part, none;

  // A part without sources is cited as its page is; on a page that has no citation there is its address alone.
  function find() {
    const { edition, pages, paragraphs } = editionTexts;
    const page = pages?.[pageAddress.slice(edition.site.length)];
    const title = place.getAttribute("aria-label") ?? place.textContent;
    const name = WORDS.handed_out.section({ title });
    const bare = { kind: page ? "page" : "none", name, short: WORDS.handed_out.this_section, paragraphs: [], sources: [], cite: page?.cite };
    url = pageAddress + (place.id && `#${place.id}`);
    part = { ...bare, ...(paragraphs?.[place.id] ?? page?.parts[place.id]) };
  }

  function fill() {
    const { kind, name, short, paragraphs, sources, frozen } = part;
    const words = { HOME: home, SHORT: short, TITLE: encodeURIComponent(name), ADDRESS: encodeURIComponent(url) };
    panel.innerHTML = editionTexts.edition.panel.replace(/[A-Z]{4,}/g, (word) => words[word] ?? word);
    none = $(".panel-none").textContent; // Before a translator gets at it.
    panel.dataset.kind = kind;
    panel.setAttribute("aria-label", name);
    write("h2", name);
    $("input").value = url;
    $(".panel-frozen").hidden = !frozen;
    Object.assign($(".panel-frozen a"), { href: home + frozen?.place, textContent: frozen?.name });
    $(`[value=${form}]`).checked = true;
    $("ul").innerHTML = sources.map(listed).join("");
    const rows = [...document.querySelectorAll(".referrers [data-paragraph]")];
    const own = rows.filter((row) => paragraphs.includes(row.dataset.paragraph));
    $(".panel-referrers ul").append(...own.map(referred));
    $(".panel-referrers").hidden = !own[0];
    show();
    if ($("[name=briefing]")) brief();
  }

  function listed({ note, key, pages }) {
    const source = `<a href="${home}sources/${key}/">${editionTexts.sources[key].short}</a>`;
    return `<li><span class="note-number">${note}</span><span>${source}${pages && ", "}${pages}.</span></li>`;
  }

  // Of a section's paragraphs, each with its name.
  function referred(row) {
    const [name, places] = [...row.cloneNode(true).children].map((cell) => [...cell.childNodes]);
    return made("li", {}, ...(part.kind === "paragraph" ? places : [...name, ": ", ...places]));
  }

  const cite = (kind) =>
    part.cite?.[kind].split(editionTexts.edition.here).join(url).replace("SECTION", place.id && `-${place.id}`);

  function show() {
    if (form === "html") $(".panel-text").innerHTML = cite(form);
    else write(".panel-text", cite(form));
  }

  // Says whether the briefing holds the place; where the browser keeps nothing, the link takes it along.
  function brief() {
    const kept = briefingStore.read();
    const holds = part.paragraphs.every((id) => kept.includes(id));
    write("[name=briefing]", holds ? WORDS.panel.remove : WORDS.panel.add);
    write(".panel-briefing", holds ? WORDS.panel.collected({ count: kept.length }) : "");
    if (!isKept) $(".panel-briefing").hash = kept;
    return holds;
  }

  // The citation with the sources behind it, and in each form with the pages relied on.
  function whole(kind) {
    const { short, sources } = part;
    if (kind === "bibtex" || kind === "ris") return [cite(kind), ...taking.records(sources, kind)].join("\n");
    const lines = sources.map(({ key, where }) => `${where}: ${editionTexts.sources[key][kind]}`);
    const head = lines[0] ? WORDS.panel.sources_of({ short }) : none;
    const list = (before, after) => lines.map((line) => before + line + after).join("");
    if (kind === "html") return `<p>${cite(kind)}</p><p>${head}</p><ul>${list("<li>", "</li>")}</ul>`;
    return `${cite(kind)}\n\n${head}\n\n${list("- ", "\n")}`.trim();
  }

  async function copy(what, shown, ...forms) {
    tell(await taking.copy(what, $(shown), ...forms));
    put();
  }

  function save({ name, dataset }) {
    const file = `${editionTexts.edition.name}-${url.match(/[^/#]+(?=\/?$)/)}.${dataset.ending}`;
    taking.save(file, dataset.type, whole(name));
    tell(WORDS.taking.saved({ file }));
  }

  const style = () => $(":checked").dataset.style;
  const actions = {
    link: () => copy(WORDS.panel.link, "input", url),
    bibtex: save,
    ris: save,
    frozen: () => copy(WORDS.panel.frozen_link, ".panel-frozen a", editionTexts.edition.site + part.frozen.place),
    // Where there is no address to send it to, for whichever way the reader has.
    report() {
      const words = editionTexts.previews?.[place.id]?.words;
      const report = [WORDS.handed_out.report({ title: part.name }), url, words && WORDS.panel.quoted({ words }), WORDS.panel.what_is_wrong].filter(Boolean).join("\n\n");
      copy(WORDS.panel.report, ".panel-text", report);
    },
    citation() {
      const rich = form === "html" && cite(form);
      copy(WORDS.panel.citation({ style: style() }), ".panel-text", cite(rich ? "plain" : form), rich);
    },
    // As words, plain and rich at once: the other program takes what it can.
    all() {
      const rich = /plain|html/.test(form) && whole("html");
      const what = rich ? WORDS.panel.whole : WORDS.panel.whole_as({ style: style() });
      copy(what, ".panel-text", whole(rich ? "plain" : form), rich);
    },
    briefing() {
      const { paragraphs } = part;
      const others = briefingStore.read().filter((id) => !paragraphs.includes(id));
      isKept = briefingStore.write(brief() ? others : [...others, ...paragraphs]);
      const done = brief() ? WORDS.panel.added : WORDS.panel.removed;
      tell(isKept ? done : WORDS.panel.for_now({ done }));
      put();
    },
  };

  // Beside the text where there is room, else under it; small screens have a sheet.
  function put() {
    const box = place.getBoundingClientRect();
    const beside = document.documentElement.clientWidth - box.right > 285;
    panel.style.setProperty("--panel-left", `${(beside ? box.right + 18 : box.left) + scrollX}px`);
    const top = Math.min(beside ? box.top - 8 : box.bottom + 10, innerHeight - panel.offsetHeight - 8);
    panel.style.setProperty("--panel-top", `${top + scrollY}px`);
  }

  // The link has the focus first, and so it has it again when the panel closes.
  function open(link) {
    overlay.close();
    place = link.closest("[id], .opening");
    find();
    fill();
    link.focus({ preventScroll: true });
    overlay.open(panel, link, put);
    panel.scrollTop = 0;
    place.scrollIntoView();
    put();
    $("[name=link]").focus({ preventScroll: true });
  }

  document.body.append(panel);
  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    actions[button?.name]?.(button);
  });
  panel.addEventListener("change", ({ target }) => {
    form = target.value;
    show();
    put();
  });

  globalThis.copyPanel = { open };
})();
