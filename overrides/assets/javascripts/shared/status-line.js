// Has a status line speak once, half a second after the last change, and only when it has something new to say.
// Gives: saySoon, takeAsSaid
(() => {
  const REST = 500;
  const timers = new WeakMap();
  const said = new WeakMap(); // The line itself may have been translated since.

  globalThis.saySoon = (line, words) => {
    const say = () => {
      if (said.get(line) !== words) line.textContent = words;
      said.set(line, words);
    };
    clearTimeout(timers.get(line));
    timers.set(line, setTimeout(say, words ? REST : 0));
  };

  // The words stand on the page from the start.
  globalThis.takeAsSaid = (line, words) => said.set(line, words);
})();
