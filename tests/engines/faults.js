// Reports to the server of the tests what goes wrong in a page: in WebKit nothing else can tell. What is missing the server knows.
(() => {
  const report = (words) => navigator.sendBeacon("/faults", `${location.pathname}: ${words}`);
  addEventListener("error", (event) => report(event.message));
  addEventListener("unhandledrejection", (event) => report(event.reason));
  addEventListener("securitypolicyviolation", (event) => report(`forbidden: ${event.blockedURI}`));
  const { error } = console;
  console.error = (...words) => {
    report(words.join(" "));
    error(...words);
  };
})();
