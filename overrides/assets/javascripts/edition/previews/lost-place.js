// Has a place found for an address whose page lacks it.
// Gives: findLost
// Requires: shared/load-script.js
// Fetches: places
globalThis.findLost = (id, isAsked) => {
  const find = () => isAsked() && findPlace(id); // Without the names of places it says what it can.
  return loadScript("places", "texts/places").then(find, find);
};
