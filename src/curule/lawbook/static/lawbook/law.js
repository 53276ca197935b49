/* Brings the current article into the window of the tree. The page is whole without it. */
"use strict";
(() => {
  const tree = document.querySelector(".law-tree");
  const current = tree?.querySelector("[aria-current]");
  if (current && tree.scrollHeight > tree.clientHeight) tree.scrollTop = current.offsetTop - tree.clientHeight / 3;
})();
