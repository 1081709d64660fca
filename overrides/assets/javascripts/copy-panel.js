// The panel that takes a paragraph or a section along: its link, its citation, the sources behind it.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  const home = document.querySelector(".site-title a").href;
  const address = document.querySelector("link[rel=canonical]")?.href;
  const wide = matchMedia("(min-width: 76.25em)");
  const panel = document.createElement("div");
  const $ = (selector) => panel.querySelector(selector);
  const write = (selector, text) => ($(selector).textContent = text);
  const tell = (words) => write(".panel-state", words);
  let form = "plain";
  let link, place, url, ids, uses, cite, short;

  // Fills the panel for its place; where a page has no citation, with the address alone.
  function fill() {
    const { site, pages, paragraphs, sources, report } = editionTexts;
    const page = pages[address.slice(site.length)];
    const own = paragraphs[place.id];
    const part = own ?? page?.sections[place.id];
    const kind = own ? "paragraph" : "section";
    const title = own ? `Paragraph ${own.number}` : `Section: ${place.textContent}`;
    url = `${address}#${place.id}`;
    ids = own ? [place.id] : (part?.paragraphs ?? []);
    uses = part?.sources ?? [];
    cite = JSON.parse(JSON.stringify((own ?? page)?.cite ?? {}).replaceAll("https://address.invalid/", url));
    short = own ? `para. ${own.number}` : "this section";
    panel.innerHTML = editionTexts.panel;
    panel.dataset.kind = cite.plain ? (ids.length ? kind : "page") : "none";
    panel.ariaLabel = title;
    write("b", title);
    $("input").value = url;
    $(`[value=${form}]`).checked = true;
    write(".panel-kind", kind);
    write(".panel-short", short);
    for (const { note, key, pages } of uses) {
      const item = document.createElement("li");
      const source = `<a href="${home}sources/${key}/">${sources[key].short}</a>`;
      item.innerHTML = `<span class="note-number">${note}</span><span>${source}${pages && ", "}${pages}.</span>`;
      $("ul").append(item);
    }
    for (const id of ids) {
      const row = document.querySelector(`.referrers [data-paragraph="${id}"]`);
      if (row) $("dl").append(row.cloneNode(true));
    }
    const said = [`Error in ${title}`, url].map(encodeURIComponent);
    $(".panel-report").href = report.replace("TITLE", said[0]).replace("ADDRESS", said[1]);
    $(".panel-briefing").href = `${home}briefing/`;
    show();
    brief();
  }

  function show() {
    if (form === "html") $(".panel-text").innerHTML = cite.html;
    else write(".panel-text", cite[form]);
  }

  // Says whether the briefing holds the place.
  function brief() {
    const kept = briefingStore.read();
    const holds = ids.every((id) => kept.includes(id));
    write("[name=briefing]", holds ? "Remove from briefing" : "Add to briefing");
    write(".panel-briefing", holds ? `In the briefing (${kept.length})` : "");
    return holds;
  }

  // The citation with the sources behind it, and in each form with the pages relied on.
  function whole(kind) {
    const { sources } = editionTexts;
    const lines = uses.map(({ key, where }) => `${where}: ${sources[key][kind]}`);
    const head = lines[0] ? `Sources of ${short}:` : $(".panel-none").textContent;
    const list = (before, after) => lines.map((line) => before + line + after).join("");
    if (kind === "html") return `<p>${cite.html}</p><p>${head}</p><ul>${list("<li>", "</li>")}</ul>`;
    if (kind === "plain" || kind === "markdown") return `${cite[kind]}\n\n${head}\n\n${list("- ", "\n")}`;
    const records = [...new Set(uses.map((use) => use.key))].map((key) => {
      const notes = uses.filter((use) => use.key === key).map((use) => use.where).join("; ");
      return sources[key][kind].replace("ER  -", `N1  - ${notes}\n$&`).replace(/\n}\n$/, `,\n    annote = {${notes}}$&`);
    });
    return [cite[kind], ...records].join("\n");
  }

  async function copy(what, shown, plain, rich) {
    if (await taking.copy(plain, rich)) return tell(`Copied: ${what}`);
    if (shown.textContent !== plain) shown.textContent = plain;
    tell(taking.select(shown));
  }

  function save({ name, dataset }) {
    const file = `${editionTexts.name}-${place.id}.${dataset.ending}`;
    taking.save(file, dataset.type, whole(name));
    tell(`Saved: ${file}`);
  }

  const style = () => $(":checked").dataset.style;
  const actions = {
    close: () => panel.hidePopover(),
    link: () => copy("the link", $("input"), url),
    bibtex: save,
    ris: save,
    citation() {
      const rich = form === "html" && cite.html;
      copy(`the citation as ${style()}`, $(".panel-text"), cite[rich ? "plain" : form], rich);
    },
    // As words, plain and rich at once: the other program takes what it can.
    all() {
      const coded = form === "markdown" || form === "bibtex";
      const what = `the citation with its sources${coded ? " as " + style() : ""}`;
      copy(what, $(".panel-text"), whole(coded ? form : "plain"), !coded && whole("html"));
    },
    briefing() {
      const others = briefingStore.read().filter((id) => !ids.includes(id));
      const safe = briefingStore.write(brief() ? others : [...others, ...ids]);
      tell(`${brief() ? "Added to" : "Removed from"} the briefing${safe ? "" : ", until this page is left"}`);
    },
  };

  // Beside the text where there is a margin, else under it; small screens have a sheet.
  function put() {
    if (!place) return;
    const box = place.getBoundingClientRect();
    const beside = wide.matches && document.documentElement.clientWidth - box.right > 260;
    panel.style.setProperty("--panel-left", `${(beside ? box.right + 18 : box.left) + scrollX}px`);
    const top = Math.min(beside ? box.top - 8 : box.bottom + 10, innerHeight - panel.offsetHeight - 8);
    panel.style.setProperty("--panel-top", `${top + scrollY}px`);
  }

  function open(from) {
    panel.hidePopover();
    link = from;
    place = link.closest("[id]");
    fill();
    panel.showPopover({ source: link });
    place.scrollIntoView();
    put();
    $("[name=link]").focus({ preventScroll: true });
  }

  Object.assign(panel, { className: "copy-panel", popover: "auto", role: "dialog", tabIndex: -1 });
  document.body.append(panel);
  panel.addEventListener("click", ({ target }) => {
    actions[target.name]?.(target);
    if (!target.closest("a")) return;
    link = null;
    panel.hidePopover();
  });
  panel.addEventListener("change", ({ target }) => {
    form = target.value;
    show();
  });
  panel.addEventListener("beforetoggle", ({ newState }) => {
    const inside = panel.contains(document.activeElement);
    if (newState === "closed" && inside) setTimeout(() => link?.focus({ preventScroll: true }));
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(relatedTarget)) panel.hidePopover();
  });
  addEventListener("resize", put);
  new ResizeObserver(() => requestAnimationFrame(put)).observe(panel);

  globalThis.copyPanel = { open };
})();
