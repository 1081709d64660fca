// Tells whose key it was: while a reader composes Chinese, Japanese or Korean, each key belongs to the input method.
// Safari tells of the key that ends a composition after its end, and only by this code.
// Gives: isComposing
globalThis.isComposing = (event) => event.isComposing || event.keyCode === 229;

// Browsers empty a search field and close a dialog at any Escape.
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isComposing(event)) event.preventDefault();
});
