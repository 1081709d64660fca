// Gives what a card shows beside a link to a paragraph: its name, where it stands, and its first words.
// Gives: paragraphPreview
// Requires: shared/made.js
globalThis.paragraphPreview = (link) => {
  const { label, words } = editionTexts.previews[link.hash.slice(1)];
  link.setAttribute("aria-description", label);
  const line = (name, textContent) => made("p", { className: `note-card-${name}`, textContent });
  return [label, line("title", label), line("words", words)];
};
