// Lists in the panel where its paragraphs are referred to, as the end of the chapter does.
// Requires: shared/made.js, panel/copy-panel.js
copyPanel.fillers.push(({ kind, paragraphs }) => {
  const rows = [...document.querySelectorAll(".referrers [data-paragraph]")];
  const own = rows.filter((row) => paragraphs.includes(row.dataset.paragraph));

  // Of a section's paragraphs, each with its name.
  function referred(row) {
    const [name, places] = [...row.cloneNode(true).children].map((cell) => [...cell.childNodes]);
    return made("li", {}, ...(kind === "paragraph" ? places : [...name, ": ", ...places]));
  }

  copyPanel.$(".panel-referrers ul").append(...own.map(referred));
  copyPanel.$(".panel-referrers").hidden = !own[0];
});
