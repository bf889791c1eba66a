// Says at the cells of rows that are out who has them and until when.
const FIELDS = ["reason", "actual", "executed"];

function mark() {
  for (const old of document.querySelectorAll(".out-mark")) old.remove();
  for (const each of document.querySelectorAll("[data-out]")) {
    const cells = FIELDS.map((field) => document.querySelector(`td[data-path="${each.dataset.out}.${field}"]`));
    const cell = cells.find(Boolean);
    if (!cell) continue;
    const note = document.createElement("small");
    note.className = "out-mark";
    note.textContent = each.dataset.mark;
    cell.append(note);
  }
}

document.addEventListener("jiheng:drawn", mark);
mark();
