// Offers in the panel the link to the same words in a frozen edition, where one has them.
// Requires: edition/site-home.js, panel/copy-panel.js, shared/taking.js
(() => {
  const { fillers, actions, $ } = copyPanel;
  const LINK = ".panel-frozen a";

  fillers.push(({ frozen }) => {
    $(".panel-frozen").hidden = !frozen;
    Object.assign($(LINK), { href: siteHome + frozen?.place, textContent: frozen?.name });
  });
  actions.frozen = (button, { frozen }) => taking.copy(WORDS.panel.frozen_link, $(LINK), editionTexts.edition.site + frozen.place);
})();
