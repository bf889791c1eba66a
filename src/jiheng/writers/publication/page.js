// The list is searched and sifted here, in the page itself; nothing is asked of anybody.
"use strict";

for (const part of document.querySelectorAll(".by-script")) {
  part.hidden = false;
}

const print = document.getElementById("print");
if (print !== null) {
  print.addEventListener("click", () => window.print());
}

const filters = document.getElementById("filters");
if (filters !== null) {
  sift(filters);
}

function sift(form) {
  const search = document.getElementById("search");
  const department = document.getElementById("department");
  const found = document.getElementById("found");
  const count = document.getElementById("count");
  const groups = Array.from(document.querySelectorAll("tbody[id]"));
  const further = window.jihengSearched || [];
  const rows = groups
    .flatMap((group) => Array.from(group.querySelectorAll("tr[data-found]")))
    .map((row, at) => ({ row, text: `${plain(row.textContent)} ${plain(further[at] || "")}` }));

  const show = () => {
    const words = plain(search.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        (department.value === "" || row.closest("tbody").id === department.value) &&
        isFound(row.dataset.found, found.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = group.querySelector("tr[data-found]:not([hidden])") === null;
    }
    document.getElementById("nothing").hidden = shown > 0;
    count.textContent = count.dataset.words
      .replace("{shown}", String(shown))
      .replace("{all}", String(rows.length));
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = new URLSearchParams(window.location.search).get("q");
  if (asked !== null) {
    search.value = asked;
    document.getElementById("projects").scrollIntoView();
  }
  show();
}

function isFound(state, wanted) {
  if (wanted === "some") {
    return state !== "none";
  }
  return wanted === "all" || state === wanted;
}

// Wide letters, capitals and blanks make no difference.
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}
