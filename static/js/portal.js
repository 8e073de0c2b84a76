// Comforts only: every page works without this file.

const comfort = (root) => {
  for (const place of root.querySelectorAll("[data-print], .file-words")) {
    place.hidden = false;
  }
};

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
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
