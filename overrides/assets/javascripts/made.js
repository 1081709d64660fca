// Makes an element from its tag, its properties and what stands in it; other scripts share it.
globalThis.made = (tag, properties, ...content) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
};
