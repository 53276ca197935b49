/* Keys of the viewer: ] and [ turn the page or the part; everything works without this file. */
"use strict";
(() => {
  const follow = (name) => document.querySelector(`.pages a[rel="${name}"]`)?.click();
  const keys = { "]": () => follow("next"), "[": () => follow("prev") };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
