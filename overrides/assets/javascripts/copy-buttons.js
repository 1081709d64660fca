// Copies a citation, with its italics where the other program takes them, and says so.
(() => {
  const told = document.querySelector(".copied");
  const prepare = () => loadScript("panel").catch(() => {});

  async function copy({ currentTarget }) {
    const text = document.getElementById(currentTarget.dataset.copy);
    const style = currentTarget.closest("div").querySelector("dt").textContent;
    await prepare();
    const said = globalThis.taking?.copy(style, text, text.textContent, text.innerHTML);
    told.textContent = (await said) ?? "Not copied: check the connection";
  }

  for (const button of document.querySelectorAll(".copy-button")) {
    for (const event of ["pointerover", "focus"]) button.addEventListener(event, prepare);
    button.addEventListener("click", copy);
  }
})();
