// The cells of the sheet: where they stand, what stands in them, what the server knows of them.

export const form = document.getElementById("editor");
export const sheet = document.getElementById("sheet");

/** Path → text that the server has, as it last said. */
export const shown = new Map(
  Object.entries(JSON.parse(form.querySelector("input[name=was]")?.value || "{}")),
);

export const areas = () => [...sheet.querySelectorAll("textarea[name]")];

export const areaOf = (path) =>
  sheet.querySelector(`textarea[name="${CSS.escape(path)}"]`);

export const cellOf = (node) => node.closest("[data-path], td, th, p");

/** The text as the server keeps it. */
export const kept = (text) => text.replace(/\r\n?/g, "\n").trim();

export const isDirty = (area) => kept(area.value) !== kept(shown.get(area.name) ?? "");

/** The space that a text takes: a mirror of it stands under the text area. */
export function grow(area) {
  area.parentNode.dataset.text = area.value;
}

/** Row and column of a cell of the table, from 1; null for a line outside it. */
export function placeOf(node) {
  const cell = node.closest("td, th");
  const found = cell && /r(\d+)c(\d+)$/.exec(cell.id);
  if (!found) return null;
  const [row, column] = [Number(found[1]), Number(found[2])];
  return { cell, row, column, rows: cell.rowSpan, columns: cell.colSpan };
}

/** Goes to a cell: a short text is selected, so that typing replaces it. */
export function enter(area) {
  area.focus();
  if ("prose" in area.dataset) area.setSelectionRange(area.value.length, area.value.length);
  else area.select();
}

/** What a locked cell says, without marks and notes. */
export function printed(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll(".ns, .re, button").forEach((each) => each.remove());
  return copy.textContent.trim();
}

/** What people call a cell. */
export const nameOf = (path) => areaOf(path)?.getAttribute("aria-label") ?? path;
