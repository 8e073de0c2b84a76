// Comforts only: every page works without this file.

const printing = (root) => {
  for (const place of root.querySelectorAll("[data-print]")) place.hidden = false;
};

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// An address says only what was asked.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData]) {
    if (value === "") detail.formData.delete(name);
  }
});

document.addEventListener("htmx:load", ({ detail }) => printing(detail.elt));
printing(document);
