// Number keys choose an answer; writing one chooses it too.

function light(fieldset) {
  for (const label of fieldset.querySelectorAll(".choice")) {
    label.classList.toggle("on", label.querySelector("input[type=radio]").checked);
  }
}

function show() {
  for (const fieldset of document.querySelectorAll("[data-answering] fieldset")) light(fieldset);
  for (const excerpt of document.querySelectorAll(".excerpt")) {
    const cell = excerpt.querySelector(".marked");
    if (cell) excerpt.scrollLeft = cell.offsetLeft + cell.offsetWidth - excerpt.clientWidth + 40;
  }
}

function fieldsets() {
  return [...document.querySelectorAll("[data-answering] fieldset")];
}

function current() {
  const here = document.activeElement.closest("[data-answering] fieldset");
  return here || fieldsets()[0];
}

function choose(fieldset, number) {
  const radio = fieldset.querySelectorAll("input[type=radio]")[number - 1];
  if (!radio) return;
  radio.checked = true;
  light(fieldset);
  const written = radio.closest(".choice").querySelector("input[type=text]");
  const all = fieldsets();
  const next = all[all.indexOf(fieldset) + 1];
  const goal = next ? next.querySelector("input:checked") || next.querySelector("input") : document.querySelector("[data-answering] button.main");
  (written || goal).focus();
}

document.addEventListener("change", (event) => {
  const fieldset = event.target.closest("[data-answering] fieldset");
  if (fieldset) light(fieldset);
});

document.addEventListener("input", (event) => {
  const choice = event.target.type === "text" && event.target.closest("[data-answering] .choice");
  if (!choice) return;
  choice.querySelector("input[type=radio]").checked = true;
  light(choice.closest("fieldset"));
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input[type=text], input[type=search], textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (/^[1-9]$/.test(event.key) && fieldsets().length) {
    event.preventDefault();
    choose(current(), Number(event.key));
  }
});

document.addEventListener("htmx:oobAfterSwap", show);
show();
