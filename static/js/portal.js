// Comforts only: every page works without this file.

const comfort = (root) => {
  for (const place of root.querySelectorAll("[data-print], [data-copy], .file-words")) {
    place.hidden = false;
  }
};

// A refused form is gone on with where its first mistake is.
document.querySelector("main [aria-invalid=true]")?.focus();

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(text);
  // Browsers give the clipboard to https alone; within the office it may be http.
  if (navigator.clipboard) await navigator.clipboard.writeText(text.textContent);
  else document.execCommand("copy");
  button.textContent = button.dataset.copied;
});

document.addEventListener("change", ({ target }) => {
  if (target.type !== "file" || !target.files.length) return;
  const chosen = target.parentElement.querySelector("[data-chosen]");
  if (chosen) chosen.textContent = target.files[0].name;
});

// An address says only what was asked.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData]) {
    if (value === "") detail.formData.delete(name);
  }
});

document.addEventListener("htmx:load", ({ detail }) => comfort(detail.elt));
comfort(document);
