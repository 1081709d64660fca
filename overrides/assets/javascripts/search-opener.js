// Opens the search by button, by the key / and by an address with ?q=, and only then fetches what it needs.
(() => {
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector(".search-field");
  let fetched = false;

  function fetchOnce() {
    if (fetched) return;
    fetched = true;
    const script = document.createElement("script");
    script.src = dialog.dataset.script;
    script.onerror = () => {
      fetched = false;
      dialog.querySelector("[role=status]").textContent = "The search could not be loaded; try again.";
    };
    document.head.append(script);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    field.select();
    fetchOnce();
  }

  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

  document.querySelector(".search-button").addEventListener("click", open);
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || dialog.open || typing(event.target)) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    open();
  }
})();
