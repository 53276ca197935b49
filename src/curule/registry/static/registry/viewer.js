/* Keys of the viewer: ] and [ turn the page or the part; everything works without this file. */
"use strict";
(() => {
  // The small image of this page is shown among the others, without moving the page; ?page= leads to that page as a link to it does.
  const small = document.querySelector(".thumbs a[aria-current]"), list = small?.closest(".thumbs");
  if (list) { list.scrollTop = small.offsetTop - list.offsetTop - list.clientHeight / 3; list.scrollLeft = small.offsetLeft - list.offsetLeft - list.clientWidth / 3; }
  const asked = new URLSearchParams(location.search).get("page");
  if (asked && !location.hash) document.getElementById(`page-${asked}`)?.scrollIntoView();
  const follow = (name) => document.querySelector(`.pages a[rel="${name}"]`)?.click();
  const keys = { "]": () => follow("next"), "[": () => follow("prev") };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
})();
