// Makes the navigation a drawer on small screens, in every browser; without scripts, those that have popovers open it.
(() => {
  const drawer = document.getElementById("navigation");
  const button = document.querySelector(".menu-button");

  drawer.removeAttribute("popover");
  drawer.classList.add("drawer");
  drawer.hidden = true;
  button.removeAttribute("popovertarget");
  button.setAttribute("aria-expanded", false);
  button.addEventListener("click", () => {
    overlay.open(drawer, button, () => button.offsetParent ?? overlay.close(drawer));
    drawer.querySelector("[name=close]").focus();
  });
})();
