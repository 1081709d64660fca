// Skips to the text without a word in the address, which on the page of the briefing names its paragraphs.
(() => {
  const text = document.querySelector("main");
  document.querySelector(".skip-link").addEventListener("click", (event) => {
    event.preventDefault();
    text.tabIndex = -1;
    text.focus();
  });
})();
