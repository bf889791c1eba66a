// Undo and redo by edit: a stay in a cell, a pasted block.

import { areaOf, cellOf, enter, grow } from "./cells.js";

const PAUSE = 1500;
const done = [];
const undone = [];
let current = null;
let timer = 0;
let changed = () => {};

/** `whenChanged` is called with the text areas that undo or redo has written. */
export function start(whenChanged) {
  changed = whenChanged;
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

/** Adds an edit of one cell or of many. */
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

export function put(area, text) {
  area.value = text;
  grow(area);
}

function buttons() {
  const open = current && current.area.value !== current.before;
  document.getElementById("undo").disabled = !done.length && !open;
  document.getElementById("redo").disabled = !undone.length;
}
