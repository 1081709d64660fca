// Makes an element from its tag, its properties or attributes, and what stands in it; other scripts share it.
// Gives: made
globalThis.made = (tag, properties, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
};
