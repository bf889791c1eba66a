// Scoring by keyboard: arrows go from row to row, Enter takes the unit's own score over.
// Every row is saved by itself when it is left (htmx); here only what the eye needs at once.

const fields = () => [...document.querySelectorAll("[data-score]")];

function go(from, by) {
  const all = fields();
  const next = all[all.indexOf(from) + by];
  if (next) {
    next.focus();
    next.select();
  }
  return next !== undefined;
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches("[data-score]") || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    if (field.value.trim() === "" && field.dataset.take !== "") {
      field.value = field.dataset.take;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    // At the end of the table the cursor leaves its field, so that what was typed is saved.
    if (!go(field, 1)) {
      field.blur();
      field.focus();
    }
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    go(field, event.key === "ArrowDown" ? 1 : -1);
  }
});

const hundredths = (text) => Math.round(Number(text.normalize("NFKC").replace("分", "")) * 100);

function mark(field) {
  const typed = field.value.trim();
  const isNumber = typed !== "" && !Number.isNaN(hundredths(typed));
  field.classList.toggle("pending", typed !== "" && !isNumber);
  field.classList.toggle("differs", isNumber && hundredths(typed) !== hundredths(field.dataset.self));
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-score]")) {
    mark(event.target);
  }
  if (event.target.matches('.decide-box [name="cell"]')) {
    count();
  }
});

// How many cells a return would open, beside its button and above their list.
function count() {
  const box = document.querySelector(".decide-box");
  const ticked = box === null ? 0 : box.querySelectorAll('[name="cell"]:checked').length;
  for (const place of document.querySelectorAll(".decide-box [data-count]")) {
    place.textContent = ticked ? place.dataset.count.replace("{}", ticked) : "";
  }
  for (const place of document.querySelectorAll(".decide-box [data-cells]")) {
    place.textContent = ticked ? place.dataset.cells.replace("{}", ticked) : place.dataset.none;
  }
}

// A row of which nothing was given is not sent for its clause alone: the score comes first.
document.addEventListener("htmx:configRequest", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (row === null) {
    return;
  }
  const score = row.querySelector("[data-score]");
  const seen = row.querySelector('[name^="seen."]');
  if (score.value.trim() === "" && seen.value === "0") {
    event.preventDefault();
  }
});
