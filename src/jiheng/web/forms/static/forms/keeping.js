// A copy of what is not saved yet, on this machine: it outlives the page, the browser, the log-in.

import { areas, form, isDirty, kept, shown } from "./cells.js";
import { carried, since } from "./rows.js";

const KEY = `jiheng:${form.dataset.person}:${form.dataset.number}`;
const mine = new Set();

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? { cells: {} };
  } catch {
    return { cells: {} };
  }
}

function write(copy) {
  try {
    if (Object.keys(copy.cells).length) localStorage.setItem(KEY, JSON.stringify(copy));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    // A full or forbidden store: then there is no copy, and nobody is told that there is.
    return false;
  }
}

/** Keeps every unsaved cell, forgets those that are saved; returns how many are kept. */
export function keep() {
  const copy = read();
  for (const path of mine) delete copy.cells[path];
  for (const area of areas().filter(isDirty)) {
    mine.add(area.name);
    copy.cells[area.name] = { old: shown.get(area.name) ?? "", new: area.value, base: base() };
  }
  copy.at = Date.now();
  return write(copy) ? Object.keys(copy.cells).filter((path) => mine.has(path)).length : 0;
}

/** Keeps a text whose cell is no longer on the sheet. */
export function keepLost(path, text, name) {
  const copy = read();
  copy.cells[path] = { old: shown.get(path) ?? "", new: text, base: base(), name };
  write({ ...copy, at: Date.now() });
}

/** The version whose rows the addresses count. */
const base = () => Number(form.dataset.version);

/** What an earlier page left behind and the server does not have: {at, cells} or null. */
export function found() {
  const copy = asOfNow(read());
  for (const [path, cell] of Object.entries(copy.cells)) {
    if (kept(cell.new) === kept(shown.get(path) ?? "")) delete copy.cells[path];
  }
  write(copy);
  return Object.keys(copy.cells).length ? copy : null;
}

/** A copy whose cells are where their rows are by now. */
function asOfNow(copy) {
  const cells = Object.entries(copy.cells).map(([path, cell]) => [
    carried(path, since(cell.base ?? base())),
    { ...cell, base: base() },
  ]);
  return { ...copy, cells: Object.fromEntries(cells) };
}

/** Forgets what an earlier page left behind. */
export function forget(paths) {
  const copy = read();
  for (const path of paths) delete copy.cells[path];
  write(copy);
}
