// From cell to cell by keys: across, down the column, to the next finding.

import { areas, enter, placeOf, sheet } from "./cells.js";

/** The next or the one before in reading order. */
export function step(area, by) {
  const all = areas();
  const next = all[all.indexOf(area) + by];
  if (next) enter(next);
  return Boolean(next);
}

/** The nearest open cell above or below that shares a column. */
export function vertical(area, by) {
  const here = placeOf(area);
  if (!here) return step(area, by);
  const found = areas()
    .map((each) => [placeOf(each), each])
    .filter(([place]) => place && (place.row - here.row) * by > 0 && overlap(place, here))
    .sort(([a], [b]) => (a.row - b.row) * by || a.column - b.column)[0];
  if (found) enter(found[1]);
  return Boolean(found);
}

/** The nearest open cell at the left or right in the same row. */
export function horizontal(area, by) {
  const all = areas();
  const next = all[all.indexOf(area) + by];
  const [from, to] = [placeOf(area), next && placeOf(next)];
  if (!from || !to || from.row !== to.row) return false;
  enter(next);
  return true;
}

function overlap(a, b) {
  return a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** Goes to the next cell with a finding, round and round; says whether there is one. */
export function nextFinding(by) {
  const cells = [...sheet.querySelectorAll(".ns")].map((each) => each.parentNode);
  if (!cells.length) return false;
  const at = document.activeElement;
  const after = (cell) => at.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING;
  const others = cells.filter((cell) => !cell.contains(at));
  const ahead = others.filter((cell) => !sheet.contains(at) || after(cell));
  const behind = others.filter((cell) => !ahead.includes(cell));
  const target = by > 0 ? ahead[0] ?? behind[0] : behind.at(-1) ?? ahead.at(-1);
  if (target) goTo(target);
  return true;
}

/** Brings a cell into view and the caret, or the focus of its badge, into it. */
export function goTo(cell) {
  cell.scrollIntoView({ block: "center" });
  const area = cell.querySelector("textarea");
  if (area) enter(area);
  else cell.querySelector(".ns a")?.focus();
}
