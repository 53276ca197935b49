// Areas drawn on the picture of a page: the numbers go into the form beside it, in points from the left and the top.
"use strict";
(() => {
  const sheet = document.querySelector("[data-redact]");
  if (!sheet) return;
  const svg = sheet.querySelector("svg"), form = document.querySelector("[data-area-form]");
  const field = name => form.querySelector(`[name="area-${name}"]`);
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  let start = null, drawn = null;

  const at = event => {
    const box = svg.getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    return [within((event.clientX - box.left) * width / box.width, width), within((event.clientY - box.top) * height / box.height, height)];
  };
  const show = (a, b) => {
    const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])], [w, h] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    if (!drawn) {
      drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drawn.setAttribute("class", "drawing");
      svg.append(drawn);
    }
    for (const [name, value] of Object.entries({x, y, width: w, height: h})) drawn.setAttribute(name, value.toFixed(1));
    field("page").value = sheet.dataset.page;
    for (const [name, value] of Object.entries({left: x, top: y, right: x + w, bottom: y + h})) field(name).value = value.toFixed(1);
  };
  svg.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    start = at(event);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", event => { if (start) show(start, at(event)); });
  svg.addEventListener("pointerup", event => {
    if (!start) return;
    const end = at(event);
    if (Math.abs(end[0] - start[0]) > 2 && Math.abs(end[1] - start[1]) > 2) field("ground").focus({preventScroll: false});
    start = null;
  });
  svg.addEventListener("pointercancel", () => { start = null; });
})();
