// Gives what a card shows beside a link to a paragraph: its name, where it stands, and its first words.
globalThis.paragraphPreview = async (link) => {
  await loadScript("texts");
  const { label, words } = editionTexts.paragraphs[link.hash.slice(1)].preview;
  link.setAttribute("aria-description", label);
  const line = (name, textContent) => made("p", { className: `note-card-${name}`, textContent });
  return [label, line("title", label), line("words", words)];
};
