// Marks in the navigation the heading under which the reader is, so that the chapter's shape stays in view.
(() => {
  const links = [...document.querySelectorAll(".navigation-headings a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length || headings.includes(null)) return;
  let waiting = false;

  function mark() {
    waiting = false;
    const line = innerHeight * 0.3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line).length;
    links.forEach((link, index) => {
      if (index === passed - 1) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  function later() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
})();
