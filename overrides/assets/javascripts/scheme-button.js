// Lets a reader choose light or dark against the system's setting; the choice is kept in this browser.
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".scheme-button");
  const system = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

  function show() {
    const label = isDark() ? "Switch to light" : "Switch to dark";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.querySelector(".scheme-dark").hidden = isDark();
    button.querySelector(".scheme-light").hidden = !isDark();
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

  button.addEventListener("click", choose);
  system.addEventListener("change", show);
  show();
})();
