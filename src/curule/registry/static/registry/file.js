// Filing: as soon as files are chosen, what strikes in them is asked for and shown above the buttons; titles of annexes are proposed from the names of their
// files. Another kind or language is tried with what was seen of the files ("seal"), without sending them again.
(() => {
  "use strict";
  const form = document.querySelector("form[data-filing]");
  const told = document.getElementById("looked");
  if (!form || !told) return;
  const titles = form.querySelector("[name=annex_titles]");
  const annexes = form.querySelector("[name=annexes]");
  const WATCHED = new Set(["main", "annexes", "organ", "p_document_type", "p_language", "p_responds_to", "p_replies_to", "p_leave", "p_title"]);
  const FILES = new Set(["main", "annexes"]);
  const MOST = 40 * 1024 * 1024;
  let running = null;
  let proposed = "";

  function size() {
    return [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]).reduce((sum, file) => sum + file.size, 0);
  }

  async function look(filesChanged) {
    if (running) {
      running.abort();
      filesChanged = filesChanged || running.withFiles;
    }
    running = new AbortController();
    running.withFiles = filesChanged;
    const data = new FormData(form);
    if (filesChanged) data.delete("seal");
    if (!filesChanged || size() > MOST) {
      for (const name of FILES) data.delete(name);
    }
    data.set("step", "look");
    told.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(window.location.href, { method: "POST", body: data, headers: { "X-Part": "looked" }, signal: running.signal });
      if (answer.ok) told.innerHTML = await answer.text();
    } catch {
      return; // another choice was made meanwhile, or there is no connection: what is sent is looked at all the same
    }
    running = null;
    told.removeAttribute("aria-busy");
  }

  function propose() {
    if (!titles || titles.value !== proposed) return;
    proposed = [...annexes.files].map((file) => file.name.replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll("_", " ").trim()).join("\n");
    titles.value = proposed;
    titles.rows = Math.max(3, annexes.files.length);
  }

  form.addEventListener("change", (event) => {
    if (event.target === annexes) propose();
    if (WATCHED.has(event.target.name)) look(FILES.has(event.target.name));
  });
})();
