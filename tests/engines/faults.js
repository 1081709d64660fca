// Reports to the server of the tests what goes wrong in a page: in WebKit nothing else can tell.
(() => {
  const report = (words) => navigator.sendBeacon("/faults", `${location.pathname}: ${words}`);
  // A preload fails where the page is left before it ends, and harms nobody.
  function hear({ message, target }) {
    if (message || target.rel !== "preload") report(message || `not loaded: ${target.outerHTML}`);
  }
  addEventListener("error", hear, true);
  addEventListener("unhandledrejection", (event) => report(event.reason));
  addEventListener("securitypolicyviolation", (event) => report(`forbidden: ${event.blockedURI}`));
  const { error } = console;
  console.error = (...words) => {
    report(words.join(" "));
    error(...words);
  };
})();
