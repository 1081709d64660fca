// Fetches a script once, when it is first needed: what most readers never use costs nobody a byte.
(() => {
  const addresses = document.currentScript.dataset;
  const loading = new Map();

  // Resolves when the script that the page names so has run; a failure may be tried again.
  globalThis.loadScript = (name) => {
    if (!loading.has(name)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = addresses[name];
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
      loading.set(name, promise);
      promise.catch(() => loading.delete(name));
    }
    return loading.get(name);
  };
})();
