// Comforts of entering a sitting by keyboard: the form works without this file.

const found = (line) => line.parentElement.querySelector(".choices");
const fresh = (field, list) => list.dataset.for.trim() === field.value.trim();
let waiting = null;

// Enter takes the first that is offered for what was typed, or adds it as it stands.
const take = (field) => {
  const line = field.closest(".pick-line");
  const list = found(line);
  const several = /[\n,;،]/.test(field.value.trim());
  const first = list.querySelector("button:not([name=take_guest])");
  const add = line.querySelector("[data-add]");
  if (add && (several || (fresh(field, list) && !first))) add.click();
  else if (fresh(field, list) && list.querySelector("button")) {
    (first || list.querySelector("button")).click();
  } else waiting = field.id;
};

const step = (list, from, way) => {
  const buttons = [...list.querySelectorAll("button")];
  const next = buttons[buttons.indexOf(from) + way];
  if (next) next.focus();
  else if (way < 0) list.parentElement.querySelector(".pick-line :is(input, textarea)").focus();
};

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const line = target.closest(".pick-line");
  const list = target.closest(".pick > .choices");
  const typing = line && target.matches("input, textarea");
  if (typing && key === "Enter" && !event.shiftKey && target.value.trim()) take(target);
  else if (typing && key === "ArrowDown" && found(line).children.length) step(found(line), null, 1);
  else if (list && key === "ArrowDown") step(list, target, 1);
  else if (list && key === "ArrowUp") step(list, target, -1);
  else return;
  event.preventDefault();
});

// What is typed is looked for at once, so the button that does it is in the way.
const hide = (root) => {
  for (const button of root.querySelectorAll("[data-look]")) button.hidden = true;
};

document.addEventListener("htmx:load", ({ detail }) => hide(detail.elt));
hide(document);

document.addEventListener("htmx:afterSettle", () => {
  const field = waiting && document.getElementById(waiting);
  if (!field || !fresh(field, found(field.closest(".pick-line")))) return;
  waiting = null;
  if (field.value.trim()) take(field);
});

document.addEventListener("input", () => {
  waiting = null;
});
