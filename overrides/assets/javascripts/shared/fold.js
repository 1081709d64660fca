// Folds a text, so that it is found however it was typed: letters without accents and capitals, one kind of hyphen and
// of quotation mark. It stays as long as it was.
// Gives: fold
(() => {
  const plain = {};

  function plainOf(letter) {
    if (/[\u2010-\u2015\u2212]/.test(letter)) return "-";
    if (/[\u2018-\u201f\u00ab\u00bb]/.test(letter)) return "'";
    return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()[0] ?? letter;
  }

  globalThis.fold = (text) => text.replace(/[A-Z\u0080-\u2fff]/g, (letter) => (plain[letter] ??= plainOf(letter)));
})();
