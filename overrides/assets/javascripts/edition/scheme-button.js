// Lets a reader choose light or dark against the system's setting; the choice is kept in this browser.
(() => {
  const root = document.documentElement;
  const buttons = document.querySelectorAll(".scheme-button");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

  function show() {
    for (const button of buttons) button.setAttribute("aria-pressed", isDark());
  }

  function choose() {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // Storage is closed: the choice holds for this page.
    }
    show();
  }

  for (const button of buttons) button.addEventListener("click", choose);
  system.addEventListener("change", show);
  show();
})();
