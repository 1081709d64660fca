// Copies a citation, with its italics where the other program takes them, and says so.
(() => {
  const told = document.querySelector(".copied");

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  async function copy(button) {
    const element = document.getElementById(button.dataset.copy);
    const style = button.closest("div").querySelector("dt").textContent;
    try {
      const types = {
        "text/plain": new Blob([element.textContent], { type: "text/plain" }),
        "text/html": new Blob([element.innerHTML], { type: "text/html" }),
      };
      await navigator.clipboard.write([new ClipboardItem(types)]);
      told.textContent = `Copied: ${style}`;
    } catch {
      select(element);
      told.textContent = "Selected, to be copied by hand";
    }
  }

  for (const button of document.querySelectorAll(".copy-button")) {
    button.addEventListener("click", () => copy(button));
  }
})();
