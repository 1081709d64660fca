// Lists in the panel where its paragraphs are referred to, as the end of the chapter does.
// Requires: shared/made.js, panel/copy-panel.js
copyPanel.fillers.push(({ kind, paragraphs }) => {
  const rows = [...document.querySelectorAll(".referrers [data-paragraph]")];
  const own = rows.filter((row) => paragraphs.includes(row.dataset.paragraph));

  // Of a section's paragraphs, each with its name.
  function referred(row) {
    const cell = (tag) => row.querySelector(tag).cloneNode(true).childNodes;
    return made("li", {}, ...(kind === "paragraph" ? [] : [...cell("dt"), ": "]), ...cell("dd"));
  }

  copyPanel.$(".panel-referrers ul").append(...own.map(referred));
  copyPanel.$(".panel-referrers").hidden = !own[0];
});
