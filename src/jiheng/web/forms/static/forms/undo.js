// Undo and redo by edit: a stay in a cell, a pasted block, a row that came, went or moved.

import { areaOf, cellOf, enter, grow } from "./cells.js";
import { carried } from "./rows.js";

const PAUSE = 1500;
const done = [];
const undone = [];
let current = null;
let timer = 0;
let changed = () => {};
let arrange = () => null;

/**
 * `whenChanged` is called with the text areas that undo or redo has written; `perform` does
 * something with a row and resolves to what would take that back.
 */
export function start(whenChanged, perform) {
  changed = whenChanged;
  arrange = perform;
  document.getElementById("undo").addEventListener("click", undo);
  document.getElementById("redo").addEventListener("click", redo);
}

/** A person comes to a cell. */
export function begin(area) {
  commit();
  current = { area, before: area.value, entered: area.value };
}

/** They typed in it. */
export function typed() {
  clearTimeout(timer);
  timer = setTimeout(commit, PAUSE);
  buttons();
}

/** What was typed so far is one edit. */
export function commit() {
  clearTimeout(timer);
  if (!current || current.area.value === current.before) return;
  record([{ path: current.area.name, before: current.before, after: current.area.value }]);
}

/** Adds an edit: of one cell, of many, or what takes back something done with a row. */
export function record(edit) {
  done.push(edit);
  undone.length = 0;
  if (current) current.before = current.area.value;
  buttons();
}

/** Takes back all that was typed since the cell was entered; says whether there was something. */
export function abandon(area) {
  if (!current || current.area !== area || area.value === current.entered) return false;
  commit();
  const before = area.value;
  put(area, current.entered);
  record([{ path: area.name, before, after: area.value }]);
  changed([area]);
  return true;
}

export function undo() {
  commit();
  play(done, undone, "before");
}

export function redo() {
  commit();
  play(undone, done, "after");
}

function play(from, to, side) {
  const edit = from.pop();
  if (!edit) return;
  if (edit[0]?.ask) {
    again(edit[0].ask, to);
    return;
  }
  to.push(edit);
  const written = edit.map((each) => [areaOf(each.path), each[side]]).filter(([area]) => area);
  current = null;
  for (const [area, text] of written) put(area, text);
  buttons();
  if (!written.length) return;
  const first = written[0][0];
  enter(first);
  begin(first);
  cellOf(first).scrollIntoView({ block: "nearest" });
  changed(written.map(([area]) => area));
}

async function again(ask, to) {
  const back = await arrange(ask);
  if (back) to.push([{ ask: back }]);
  buttons();
}

/** Rows have moved: every edit goes on to mean the cell that it meant. */
export function follow(moves) {
  for (const step of [...done, ...undone].flat()) {
    if (step.path) step.path = carried(step.path, moves);
    if (step.ask?.row) step.ask.row = carried(step.ask.row, moves);
  }
  current = null;
}

export function put(area, text) {
  area.value = text;
  grow(area);
}

function buttons() {
  const open = current && current.area.value !== current.before;
  document.getElementById("undo").disabled = !done.length && !open;
  document.getElementById("redo").disabled = !undone.length;
}
