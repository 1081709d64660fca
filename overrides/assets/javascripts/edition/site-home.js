// Says where the site begins, whose addresses other scripts add to it.
// Gives: siteHome
globalThis.siteHome = document.querySelector(".site-title a").href;
