// Fetches what sets the margin notes where there is a margin; browsers have asked for it ahead (main.html).
// Requires: shared/load-script.js
// Fetches: margin
(() => {
  if (!document.querySelector(".margin-notes")) return;
  const wide = matchMedia("(min-width: 76.25em)");
  const open = () => {
    if (wide.matches) loadScript("margin").catch(() => document.documentElement.classList.add("notes-placed"));
  };

  wide.addEventListener("change", open);
  open();
})();
