// Fetches a script and its style once, when they are first needed: what most readers never use costs nobody a byte.
(() => {
  const addresses = document.currentScript.dataset;
  const loading = {};

  const added = (tag, properties) =>
    new Promise((onload, onerror) => document.head.append(made(tag, { ...properties, onload, onerror })));

  function load(name) {
    const href = addresses[`${name}Style`];
    const style = href && added("link", { rel: "stylesheet", href });
    return Promise.all([added("script", { src: addresses[name] }), style]);
  }

  // Resolves when the script that the page names so has run, and its style is there; a failure may be tried again.
  globalThis.loadScript = (name) =>
    (loading[name] ??= load(name).catch((error) => {
      delete loading[name];
      throw error;
    }));
})();
