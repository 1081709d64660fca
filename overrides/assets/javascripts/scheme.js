// Runs before the first paint: says that scripts run, and applies the reader's own choice of light or dark.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let choice = null;
  try {
    choice = localStorage.getItem("scheme");
  } catch {
    // Storage is closed: the system's setting holds.
  }
  if (choice === "light" || choice === "dark") root.dataset.scheme = choice;
})();
