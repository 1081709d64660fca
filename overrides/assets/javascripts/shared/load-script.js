// Fetches a script and its style once, when they are first needed: what most readers never use costs nobody a byte.
// Gives: loadScript
// Requires: shared/made.js
(() => {
  const addresses = document.currentScript.dataset;
  const loading = {};

  // Each file for itself: where a style has failed, its script has run all the same, and is not to run again.
  const added = (tag, address, properties) =>
    (loading[address] ??= new Promise((onload, onerror) =>
      document.head.append(made(tag, { ...properties, onload, onerror })),
    ).catch(() => {
      delete loading[address];
      throw address;
    }));

  // Of the texts the page names one part; the others stand beside it.
  async function load(name) {
    const src = addresses[name] ?? addresses.texts.replace(/texts.*(?=\.\w+\.)/, name);
    const href = addresses[name + "Style"];
    return Promise.all([added("script", src, { src }), href && added("link", href, { href, rel: "stylesheet" })]);
  }

  // Resolves when every script that the page names so has run, and its style is there. A failure may be tried again;
  // who asks ahead of time need not mind it.
  globalThis.loadScript = (...names) => {
    const all = Promise.all(names.map(load));
    all.catch(() => {});
    return all;
  };
})();
