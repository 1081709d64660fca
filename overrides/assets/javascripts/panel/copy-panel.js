// The panel that takes a paragraph, a section or a chapter along: its link, its citation, the sources behind it.
// Gives: copyPanel
// Requires: edition/site-home.js, shared/made.js, shared/overlay.js, shared/page-address.js, shared/taking.js
(() => {
  const panel = made("div", { className: "copy-panel", role: "dialog", tabIndex: -1, hidden: true });
  const $ = (selector) => panel.querySelector(selector);
  const write = (selector, text) => ($(selector).textContent = text);
  const fillers = [];
  let form = "plain";
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
    const { kind, name, short, sources } = part;
    const words = { home: siteHome, short, title: encodeURIComponent(name), address: encodeURIComponent(url) };
    panel.innerHTML = editionTexts.edition.panel.replace(/@(\w+)@/g, (standIn, word) => words[word] ?? standIn);
    none = $(".panel-none").textContent; // Before a translator gets at it.
    panel.dataset.kind = kind;
    panel.setAttribute("aria-label", name);
    write("h2", name);
    $("input").value = url;
    $(`[value=${form}]`).checked = true;
    $("ul").innerHTML = sources.map(listed).join("");
    for (const filler of fillers) filler(part);
    show();
  }

  // The address of a source's page comes as what stands before its key and what after.
  function listed({ note, key, pages }) {
    const source = `<a href="${siteHome}${editionTexts.edition.source.join(key)}">${editionTexts.sources[key].short}</a>`;
    return `<li><span class="note-number">${note}</span><span>${source}${pages && ", "}${pages}.</span></li>`;
  }

  const cite = (kind) =>
    part.cite?.[kind].split(editionTexts.edition.here).join(url).replace("@section@", place.id && `-${place.id}`);

  function show() {
    if (form === "html") $(".panel-text").innerHTML = cite(form);
    else write(".panel-text", cite(form));
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

  const copy = (what, shown, ...forms) => taking.copy(what, $(shown), ...forms);

  function save({ name, dataset }) {
    const file = `${editionTexts.edition.name}-${url.match(/[^/#]+(?=\/?$)/)}.${dataset.ending}`;
    taking.save(file, dataset.type, whole(name));
    return WORDS.taking.saved({ file });
  }

  // What each button does, by its name; it returns what is said of it.
  const style = () => $(":checked").dataset.style;
  const actions = {
    link: () => copy(WORDS.panel.link, "input", url),
    bibtex: save,
    ris: save,
    // Where there is no address to send it to, for whichever way the reader has.
    report() {
      const words = editionTexts.previews?.[place.id]?.words;
      const report = [WORDS.handed_out.report({ title: part.name }), url, words && WORDS.panel.quoted({ words }), WORDS.panel.what_is_wrong].filter(Boolean).join("\n\n");
      return copy(WORDS.panel.report, ".panel-text", report);
    },
    citation() {
      const rich = form === "html" && cite(form);
      return copy(WORDS.panel.citation({ style: style() }), ".panel-text", cite(rich ? "plain" : form), rich);
    },
    // As words, plain and rich at once: the other program takes what it can.
    all() {
      const rich = /plain|html/.test(form) && whole("html");
      const what = rich ? WORDS.panel.whole : WORDS.panel.whole_as({ style: style() });
      return copy(what, ".panel-text", whole(rich ? "plain" : form), rich);
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
  panel.addEventListener("click", async ({ target }) => {
    const button = target.closest("button");
    const words = await actions[button?.name]?.(button, part);
    if (!words) return;
    write(".panel-state", words);
    put();
  });
  panel.addEventListener("change", ({ target }) => {
    form = target.value;
    show();
    put();
  });

  // Other scripts add to the panel what they fill in for a part, and what their buttons do.
  globalThis.copyPanel = { open, fillers, actions, $, write };
})();
