// Rows are added, removed and moved: by the buttons below the sheet, or by keys in a row.

import { areaOf, areas, enter, form, sheet } from "./cells.js";
import { dismiss, notice } from "./notices.js";
import { carried, isRemoved, placeIn, rowOf } from "./rows.js";
import { flush, request } from "./saving.js";
import { commit, record } from "./undo.js";
import { say } from "./words.js";

const KEYS = { Insert: "add", Delete: "remove", ArrowUp: "up", ArrowDown: "down" };
const buttons = [...document.querySelectorAll("[data-doing]")];
const here = document.getElementById("row-here");
let row = null;
let field = "name";
let hears = () => {};

/** `whenAnswered` is called with the server's answer, before the next save goes out. */
export function start(whenAnswered) {
  hears = whenAnswered;
  if (!form.dataset.arrange) return;
  sheet.addEventListener("focusin", (event) => event.target.name && come(event.target.name));
  sheet.addEventListener("keydown", onKey);
  for (const each of buttons) each.addEventListener("click", () => run(each.dataset.doing));
}

/** Does something with a row; resolves to what would take it back, or null. */
export async function perform(ask) {
  commit();
  if (!(await flush())) return refuse(say("stay"));
  if (ask.row && isRemoved(ask.row)) return refuse(say("row-away"));
  const asked = { doing: ask.doing, at: ask.row ? placeIn(ask.row) : 0, move: ask.move ?? 0 };
  const told = await request(form.dataset.arrange, asked, hears);
  if (!told) return refuse(say("row-offline"));
  if (told.refused) return refuse(told.refused);
  dismiss("row");
  const move = told.moves[told.moves.length - 1];
  land(move);
  return inverse(move);
}

/** The caret's row after rows have moved. */
export function follow(moves) {
  if (row) come(carried(row, moves));
}

async function run(doing) {
  if (!row) return;
  const back = await perform({ doing, row });
  if (back) record([{ ask: back }]);
}

function onKey(event) {
  const doing = KEYS[event.key];
  if (!doing || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (!rowOf(event.target.name ?? "")) return;
  event.preventDefault();
  run(doing);
}

function come(path) {
  row = rowOf(path);
  if (row && path !== row) field = path.slice(row.length + 1);
  for (const each of buttons) each.disabled = !row;
  here.textContent = row ? here.dataset.here.replace("{number}", placeIn(row) + 1) : "";
}

/** Goes to the row that came or moved, or to the one that took a removed row's place. */
function land({ deed, at, to }) {
  const place = deed === "move" ? to : at;
  const last = deed === "add" ? "name" : field;
  const found = [place, place - 1].flatMap((index) =>
    [`indicators[${index}].${last}`, `indicators[${index}].name`].map(areaOf));
  const area = found.find(Boolean) ?? areas()[0];
  if (!area) return;
  enter(area);
  // The same node may hold the caret already, and then nobody hears of its coming.
  come(area.name);
  area.scrollIntoView({ block: "nearest" });
}

function inverse({ deed, id, at, to }) {
  if (deed === "add") return { doing: "remove", row: `indicators[${at}]` };
  if (deed === "remove") return { doing: "restore", move: id };
  return { doing: to > at ? "up" : "down", row: `indicators[${to}]` };
}

function refuse(why) {
  notice("row", why);
  return null;
}
