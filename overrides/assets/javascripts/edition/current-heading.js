// Marks in the navigation the heading under which the reader is, so that the chapter's shape stays in view.
(() => {
  const links = [...document.querySelectorAll(".navigation-headings a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  if (headings.includes(null)) return;

  function mark() {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    links.forEach((link) => link.removeAttribute("aria-current"));
    links[passed.length - 1]?.setAttribute("aria-current", "true");
  }

  addEventListener("scroll", mark);
  addEventListener("resize", mark);
  mark();
})();
