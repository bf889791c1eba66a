// Number keys choose an answer; writing one chooses it too.

const form = document.querySelector("[data-answering]");

function light(fieldset) {
  for (const label of fieldset.querySelectorAll(".choice")) {
    label.classList.toggle("on", label.querySelector("input[type=radio]").checked);
  }
}

function current() {
  const here = document.activeElement && document.activeElement.closest("[data-answering] fieldset");
  return here || form.querySelector("fieldset");
}

function following(fieldset) {
  const all = [...form.querySelectorAll("fieldset")];
  return all[all.indexOf(fieldset) + 1];
}

function choose(fieldset, number) {
  const radio = fieldset.querySelectorAll("input[type=radio]")[number - 1];
  if (!radio) return;
  radio.checked = true;
  light(fieldset);
  const written = radio.closest(".choice").querySelector("input[type=text]");
  const next = following(fieldset);
  const goal = written || (next ? next.querySelector("input[type=radio]:checked") : null) || (next ? next.querySelector("input") : form.querySelector("button.main"));
  goal.focus();
}

if (form) {
  for (const excerpt of document.querySelectorAll(".excerpt")) {
    const cell = excerpt.querySelector(".marked");
    if (cell) excerpt.scrollLeft = cell.offsetLeft + cell.offsetWidth - excerpt.clientWidth + 40;
  }
  for (const fieldset of form.querySelectorAll("fieldset")) light(fieldset);
  form.addEventListener("change", (event) => light(event.target.closest("fieldset")));
  form.addEventListener("input", (event) => {
    if (event.target.type !== "text") return;
    event.target.closest(".choice").querySelector("input[type=radio]").checked = true;
    light(event.target.closest("fieldset"));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input[type=text], input[type=search], textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (/^[1-9]$/.test(event.key)) {
      event.preventDefault();
      choose(current(), Number(event.key));
    }
  });
}
