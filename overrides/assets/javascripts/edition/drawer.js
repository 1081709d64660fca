// Makes the navigation a drawer on small screens, in every browser; without scripts, those that have popovers open it.
// Requires: shared/overlay.js
(() => {
  const drawer = document.getElementById("navigation");
  const button = document.querySelector(".menu-button");
  const close = drawer.querySelector("[name=close]");

  // Without our style sheet it stands above the text, and nothing opens or closes it.
  const isStyled = getComputedStyle(drawer).getPropertyValue("--edge");
  drawer.removeAttribute("popover");
  if (!isStyled) {
    button.hidden = close.hidden = true;
    return;
  }
  drawer.classList.add("drawer");
  drawer.hidden = true;
  button.setAttribute("aria-expanded", false);
  button.addEventListener("click", () => {
    overlay.open(drawer, button, () => button.offsetParent ?? end());
    close.focus();
  });

  // Where there is room for a column it is none: the focus, which was inside, stays in the navigation.
  function end() {
    overlay.close(drawer);
    drawer.querySelector("a").focus();
  }
})();
