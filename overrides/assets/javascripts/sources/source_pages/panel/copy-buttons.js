// Copies a citation, with its italics where the other program takes them, and says so.
// Requires: shared/load-script.js
// Fetches: panel
(() => {
  const told = document.querySelector(".copied");
  const prepare = () => loadScript("panel").catch(() => {});

  // From the template, which no translator touches.
  async function copy({ currentTarget }) {
    const text = currentTarget.parentElement.querySelector(".citation");
    const template = currentTarget.parentElement.querySelector("template");
    await prepare();
    const said = globalThis.taking?.copy(currentTarget.dataset.style, text, template.content.textContent, template.innerHTML);
    told.textContent = (await said) ?? WORDS.taking.not_copied;
  }

  for (const button of document.querySelectorAll(".copy-button")) {
    for (const event of ["pointerover", "focus"]) button.addEventListener(event, prepare);
    button.addEventListener("click", copy);
  }
})();
