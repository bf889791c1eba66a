// A pasted block fans out over the open cells from the caret's cell on.

import { placeOf, printed, sheet } from "./cells.js";
import { blockIn } from "./clipboard.js";
import { commit, put, record } from "./undo.js";

/** Pastes a block; returns what was written and what found no place, or null where it is no block. */
export function paste(event, area) {
  const block = blockIn(event.clipboardData, "prose" in area.dataset);
  if (!block) return null;
  event.preventDefault();
  commit();
  const { hits, lost } = spread(block, area);
  const edit = hits.map(([each, text]) => ({ path: each.name, before: each.value, after: text }));
  for (const [each, text] of hits) put(each, text);
  record(edit);
  return { written: hits.map(([each]) => each), lost };
}

function spread(block, area) {
  const [grid, from] = [gridOf(area), placeOf(area)];
  const columns = from ? columnsFrom(grid, from) : [1];
  const [hits, lost] = [[], []];
  block.forEach((texts, down) => {
    // Not map or forEach: what a merged cell covers is no text.
    for (let right = 0; right < texts.length; right += 1) {
      if (texts[right] === undefined) continue;
      const cell = from
        ? grid.get(`${from.row + down},${columns[right]}`)
        : down + right === 0 && area.closest("p");
      place(cell, texts[right], hits, lost);
    }
  });
  return { hits, lost };
}

/** Puts a text where it belongs; one that its locked cell holds already is not missed. */
function place(cell, text, hits, lost) {
  const area = cell?.querySelector?.("textarea");
  if (area) hits.push([area, text]);
  else if (text && !(cell && text === printed(cell))) lost.push(text);
}

/** Row and column → the cell that begins there in its row. */
function gridOf(area) {
  const grid = new Map();
  for (const cell of (area.closest("table") ?? sheet).querySelectorAll("td, th")) {
    const place = placeOf(cell);
    if (place) grid.set(`${place.row},${place.column}`, cell);
  }
  return grid;
}

/** The columns at which the cells of a row begin, from one of its cells on. */
function columnsFrom(grid, from) {
  const columns = [...grid.values()]
    .map(placeOf)
    .filter(({ row, rows, column }) => row <= from.row && from.row < row + rows && column >= from.column)
    .map(({ column }) => column);
  return [...new Set(columns)].sort((a, b) => a - b);
}
