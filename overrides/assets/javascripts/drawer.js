// Closes the navigation when a link in it was followed: one to this page would leave it over the text.
(() => {
  const drawer = document.getElementById("navigation");
  drawer.addEventListener("click", (event) => {
    if (event.target.closest("a")) drawer.hidePopover?.();
  });
})();
