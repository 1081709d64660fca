// Says which address of the page is copied: the permanent one, or while the site has none, the one it is read at.
// Gives: pageAddress
globalThis.pageAddress =
  document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0].replace(/index\.html$/, "");
