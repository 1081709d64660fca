// Collects what the panel is opened at for the briefing, or takes it out again, and says which.
// Requires: panel/copy-panel.js, shared/briefing-store.js
(() => {
  const { fillers, actions, $, write } = copyPanel;
  let isKept = true;

  // Says whether the briefing holds the paragraphs; where the browser keeps nothing, the link takes them along.
  function show({ paragraphs }) {
    const kept = briefingStore.read();
    const holds = paragraphs.every((id) => kept.includes(id));
    write("[name=briefing]", holds ? WORDS.panel.remove : WORDS.panel.add);
    write(".panel-briefing", holds ? WORDS.panel.collected({ count: kept.length }) : "");
    if (!isKept) $(".panel-briefing").hash = kept;
    return holds;
  }

  fillers.push(show);
  actions.briefing = (button, part) => {
    const { paragraphs } = part;
    const others = briefingStore.read().filter((id) => !paragraphs.includes(id));
    isKept = briefingStore.write(show(part) ? others : [...others, ...paragraphs]);
    const done = show(part) ? WORDS.panel.added : WORDS.panel.removed;
    return isKept ? done : WORDS.panel.for_now({ done });
  };
})();
