/* Keyboard, menus, drafts and the offline notice. Everything that can be read works without this file.
   Pages say what they offer by attributes:
     data-go="d"        a link reached by g, then that letter
     data-search        a search field reached by /; the last on the page wins, so that a matter's own comes first
     data-next-acts     where n leads
     data-rows          a table or list whose rows j and k walk through; each row's first link takes the focus, so Enter opens it
     data-draft="key"   a form whose fields are kept in this tab until it is sent */
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const last = (selector) => all(selector).at(-1);
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  // Rows -------------------------------------------------------------------------------------------------------------
  const walk = (step) => {
    const rows = all("[data-rows] tbody tr, [data-rows] > li").filter((row) => row.querySelector("a, button, summary"));
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    next.querySelector("a, button, summary").focus();
    next.scrollIntoView({ block: "nearest" });
  };

  // Keys -------------------------------------------------------------------------------------------------------------
  let waitsForGo = 0;
  const go = (letter) => all("[data-go]").find((link) => link.dataset.go === letter)?.click();
  const keys = {
    "/": () => { const field = last("[data-search]"); field?.focus(); field?.select(); },
    "n": () => {
      const acts = last("[data-next-acts]");
      acts?.scrollIntoView({ block: "start" });
      (acts?.querySelector("a, button, summary") ?? acts)?.focus();
    },
    "?": () => document.getElementById("keys")?.showModal(),
    "j": () => walk(1),
    "k": () => walk(-1),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.querySelector("details.menu[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (waitsForGo && event.timeStamp - waitsForGo < 1500) {
      waitsForGo = 0;
      event.preventDefault();
      go(event.key);
    } else if (event.key === "g") {
      waitsForGo = event.timeStamp;
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // Menus and the dialogue of keys ---------------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    all("details.menu[open]").filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
    if (event.target.closest("[data-show-keys]")) document.getElementById("keys")?.showModal();
    if (event.target.closest("[data-print]")) window.print();
  });

  // Drafts: in this tab only, and gone with it ---------------------------------------------------------------------------
  const drafted = (form) => all("input, select, textarea", form)
    .filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
  const write = (field, values) => {
    if (!["checkbox", "radio"].includes(field.type)) field.value = values[field.name][0] ?? "";
    else field.checked = values[field.name].includes(field.value);
  };
  all("form[data-draft]").forEach((form) => {
    const key = `draft:${location.pathname}:${form.dataset.draft}`;
    const kept = sessionStorage.getItem(key);
    // A form that the server sent back carries what was typed already.
    if (kept && !form.querySelector(".faulty")) {
      const values = JSON.parse(kept);
      drafted(form).filter((field) => field.name in values).forEach((field) => write(field, values));
    }
    form.addEventListener("input", () => {
      const values = {};
      drafted(form).forEach((field) => { values[field.name] = []; });
      drafted(form).filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
        .forEach((field) => values[field.name].push(field.value));
      sessionStorage.setItem(key, JSON.stringify(values));
    });
    form.addEventListener("submit", () => sessionStorage.removeItem(key));
  });
  document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => sessionStorage.clear());

  // A form that was sent back: the summary of what is wrong is read first --------------------------------------------------
  document.querySelector(".fault-summary")?.focus();

  // Offline -----------------------------------------------------------------------------------------------------------------
  const offline = document.querySelector("[data-offline]");
  const show = (is) => { if (offline) offline.hidden = !is; };
  window.addEventListener("offline", () => show(true));
  window.addEventListener("online", () => show(false));
  document.addEventListener("htmx:sendError", () => show(true));
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.xhr?.status) show(false); });
  show(navigator.onLine === false);

  // htmx shows the page of a refused form (422) like any other answer ---------------------------------------------------------
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
})();
