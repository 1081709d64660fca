// Fetches a script and its style once, when they are first needed: what most readers never use costs nobody a byte.
(() => {
  const addresses = document.currentScript.dataset;
  const loading = {};

  const added = (tag, properties) =>
    new Promise((onload, onerror) => document.head.append(made(tag, { ...properties, onload, onerror })));

  // Of the texts the page names one part; the others stand beside it.
  async function load(name) {
    const src = addresses[name] ?? addresses.texts.replace(/texts.*(?=\.\w+\.)/, name);
    const href = addresses[`${name}Style`];
    return Promise.all([added("script", { src }), href && added("link", { rel: "stylesheet", href })]);
  }

  const once = (name) =>
    (loading[name] ??= load(name).catch((error) => {
      delete loading[name];
      throw error;
    }));

  // Resolves when every script that the page names so has run, and its style is there. A failure may be tried again;
  // who asks ahead of time need not mind it.
  globalThis.loadScript = (...names) => {
    const all = Promise.all(names.map(once));
    all.catch(() => {});
    return all;
  };
})();
