// Runs before the first paint: says that scripts run, and applies the reader's own choice of light or dark.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const choice = localStorage.getItem("scheme");
    if (/^(light|dark)$/.test(choice)) root.dataset.scheme = choice;
  } catch {
    // Storage is closed: the system's setting holds.
  }
})();
