// Opens the search by button, by the key / and by an address with ?q=, and only then fetches what it needs.
(() => {
  const dialog = document.querySelector("dialog.search");
  const field = dialog.querySelector(".search-field");

  function fail() {
    dialog.querySelector("[role=status]").textContent = "The search could not be loaded; try again.";
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    field.select();
    loadScript("search").catch(fail);
  }

  document.querySelector(".search-button").addEventListener("click", open);
  dialog.addEventListener("click", (event) => {
    if (event.target.matches("dialog, .search-close")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || dialog.open || typing) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    open();
  }
})();
