// Where a cell is after rows came, went or moved. The server does the same: forms/rows.py.

import { form } from "./cells.js";

const moves = JSON.parse(form.dataset.moves || "[]");

/** Takes over what became of the rows; returns what was not known yet. */
export function learn(told) {
  const last = moves.length ? moves[moves.length - 1].number : 0;
  const fresh = told.filter((each) => each.number > last);
  moves.push(...fresh);
  return fresh;
}

/** What became of the rows since a version. */
export const since = (version) => moves.filter((each) => each.number > version);

/** The address of a cell after some moves; `removed[7].actual` where move 7 took its row. */
export const carried = (path, some) => some.reduce(after, path);

export const isRemoved = (path) => path.startsWith("removed[");

/** The row of a cell, `indicators[3]`; null where it is in none. */
export const rowOf = (path) => /^indicators\[\d+\]/.exec(path)?.[0] ?? null;

/** The place of a row, from 0. */
export const placeIn = (row) => Number(/\d+/.exec(row)[0]);

/** Keys of a map after some moves. */
export function rekey(map, some) {
  const entries = [...map].map(([path, value]) => [carried(path, some), value]);
  map.clear();
  for (const [path, value] of entries) map.set(path, value);
}

function after(path, move) {
  const [, block, index, rest] = /^(indicators|removed)\[(\d+)\](.*)$/.exec(path) ?? [];
  if (block === "removed") {
    return Number(index) === move.restores ? `indicators[${move.at}]${rest}` : path;
  }
  if (block !== "indicators") return path;
  const place = placeAfter(Number(index), move);
  return place === null ? `removed[${move.id}]${rest}` : `indicators[${place}]${rest}`;
}

function placeAfter(index, { deed, at, to }) {
  if (deed === "add") return index + (index >= at ? 1 : 0);
  if (deed === "remove") return index === at ? null : index - (index > at ? 1 : 0);
  if (index === at) return to;
  return index - (at < index && index <= to ? 1 : 0) + (to <= index && index < at ? 1 : 0);
}
