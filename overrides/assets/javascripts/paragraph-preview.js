// Makes what a card shows beside a link to a paragraph: where it stands, and its first words.
(() => {
  const WORDS = 60;

  function made(text, name) {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text;
    return element;
  }

  function firstWords(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    body.querySelectorAll("sup").forEach((mark) => mark.remove());
    const words = body.textContent.trim().split(/\s+/);
    const first = words.slice(0, WORDS).join(" ");
    return words.length > WORDS ? `${first.replace(/[,;:.]$/, "")}\u00a0…` : first;
  }

  // Gives the card's name, then what stands in it; nothing for a link that leads to no paragraph.
  globalThis.paragraphPreview = async (link) => {
    await loadScript("texts");
    const paragraph = editionTexts.paragraphs[decodeURIComponent(link.hash.slice(1))];
    if (!paragraph) return null;
    const { title, headings } = editionTexts.pages[paragraph.page];
    const heading = headings[paragraph.heading];
    const label = `Para. ${paragraph.number}, ${title}` + (heading ? `: ${heading}` : "");
    link.setAttribute("aria-description", label);
    return [label, made(label, "note-card-title"), made(firstWords(paragraph.html), "note-card-words")];
  };
})();
