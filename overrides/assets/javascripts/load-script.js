// Fetches a script once, when it is first needed: what most readers never use costs nobody a byte.
(() => {
  const addresses = document.currentScript.dataset;
  const loading = {};

  // Resolves when the script that the page names so has run; a failure may be tried again.
  globalThis.loadScript = (name) =>
    (loading[name] ??= new Promise((onload, onerror) => {
      document.head.append(made("script", { src: addresses[name], onload, onerror }));
    }).catch((error) => {
      delete loading[name];
      throw error;
    }));
})();
