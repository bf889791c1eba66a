// The official table as the editor: puts the parts together.

import { follow as followRow, perform, start as startArranging } from "./arranging.js";
import { areaOf, areas, cellOf, enter, form, grow, isDirty, kept, nameOf, sheet, shown } from "./cells.js";
import { choose, follow as followConflicts } from "./conflicts.js";
import { forget, found, keep, keepLost } from "./keeping.js";
import { onKey } from "./keys.js";
import { redraw } from "./morph.js";
import { goTo } from "./moving.js";
import { button, dismiss, element, notice } from "./notices.js";
import { paste } from "./pasting.js";
import { carried, learn, placeIn, rekey } from "./rows.js";
import { flush, hasLeft, held, isWaiting, save, sentFor, soon, start as startSaving } from "./saving.js";
import { begin, commit, follow as followEdits, put, start as startUndo, typed } from "./undo.js";
import { say } from "./words.js";

const status = document.getElementById("saving");
const untouched = status.textContent;
const AWAY = ["logged-out", "stranger"];

function tell(text, state = "") {
  status.textContent = text;
  status.dataset.state = state;
}

/** Something was written in these cells. */
function changed(written) {
  for (const area of written) grow(area);
  const count = keep();
  tell(count ? `${say("unsaved")} · ${say("kept")}` : say("unsaved"), "unsaved");
  soon();
}

function state(name) {
  if (name === "saving") return tell(say("saving"), "saving");
  keep();
  tell(say(name === "offline" ? name : "kept"), name);
  if (!AWAY.includes(name)) return undefined;
  const link = element("a", { href: form.dataset.logIn, target: "_blank", textContent: say("log-in") });
  return notice("away", say(name), link);
}

/** Nothing is left to be saved, since what was typed was taken back. */
function settled() {
  keep();
  if (status.dataset.state !== "unsaved") return;
  const { saved: time } = form.dataset;
  tell(time ? say("saved", { time }) : untouched, "saved");
}

/** The server has answered: what it holds is drawn, what is not with it stays in its cell. */
function answered(answer, batch) {
  const moves = learn(answer.moves);
  const apart = new Map(answer.apart.map((each) => [each.path, each]));
  const unsaved = new Map();
  for (const area of areas()) {
    // Typed on while the answer was on its way, or sent in vain.
    const theirs = answer.refused ? undefined : sentFor(batch, area.name);
    const isWith = kept(area.value) === (theirs ?? kept(shown.get(area.name) ?? ""));
    const path = carried(area.name, moves);
    if (!isWith || apart.has(path)) unsaved.set(path, area.value);
  }
  const caret = caretAfter(moves);
  if (moves.length) follow(moves);
  know(answer.shown, apart);
  draw(answer);
  for (const each of answer.apart) if (each.why === "row-gone") unsaved.delete(each.path);
  settle(unsaved, caret, moves.length > 0);
  for (const each of answer.apart) choose(each, changed, bringBack);
  dismiss("away");
  const left = keep();
  const is = hasLeft() ? "unsaved" : "saved";
  tell(say("saved", { time: answer.saved }) + (left ? ` · ${say("kept")}` : ""), is);
  if (answer.refused) {
    tell(say("kept"), "refused");
    notice("refused", say("refused", { why: answer.refused }));
  }
}

/** Where the caret is, by its cell after some moves; null where it is in none. */
function caretAfter(moves) {
  const { name, selectionStart: from, selectionEnd: to } = document.activeElement ?? {};
  return name ? { path: carried(name, moves), from, to } : null;
}

/** Rows came, went or moved: whatever is known of a cell goes along with it. */
function follow(moves) {
  rekey(shown, moves);
  rekey(held, moves);
  for (const each of [followEdits, followConflicts, followRow]) each(moves);
}

/** Has a row back that somebody took away; resolves to whether it is there. */
function bringBack(path) {
  return perform({ doing: "restore", move: placeIn(path) }).then(Boolean);
}

/** The answer to something done with a row; why it was refused is said where it was asked. */
function arranged(answer) {
  answered({ ...answer, refused: "" }, []);
}

/** Takes over what the server holds; where somebody else wrote, not before the person chose. */
function know(texts, apart) {
  const seen = new Map(shown);
  shown.clear();
  for (const [path, text] of Object.entries(texts)) {
    const isOpen = apart.get(path)?.why === "changed";
    shown.set(path, isOpen ? seen.get(path) ?? "" : text);
  }
}

function draw(answer) {
  form.dataset.version = answer.version;
  form.dataset.saved = answer.saved;
  for (const each of document.querySelectorAll("input[name=version]")) each.value = answer.version;
  redraw(sheet, answer.sheet);
  redraw(document.getElementById("side"), answer.side);
  redraw(document.getElementById("foot"), answer.foot);
  document.getElementById("errors").textContent = answer.errors;
}

/** Every cell shows what the server holds, save for what is not with it yet. */
function settle(unsaved, caret, hasMoved) {
  for (const area of areas()) {
    const text = unsaved.get(area.name) ?? shown.get(area.name) ?? "";
    if (kept(area.value) !== kept(text)) area.value = text;
    grow(area);
    unsaved.delete(area.name);
  }
  for (const [path, text] of unsaved) {
    keepLost(path, text);
    notice(`gone ${path}`, say("gone", { name: nameOf(path), text }));
  }
  if (caret && (hasMoved || document.activeElement === document.body)) comeBack(caret);
  document.dispatchEvent(new CustomEvent("jiheng:drawn"));
}

function comeBack({ path, from, to }) {
  const area = areaOf(path);
  if (!area) return;
  area.focus();
  area.setSelectionRange(from, to);
  begin(area);
}

/** What an earlier page could not save is offered again. */
function offer() {
  const copy = found();
  if (!copy) return;
  const cells = Object.entries(copy.cells);
  const time = new Date(copy.at).toLocaleString(document.documentElement.lang, { hour12: false });
  const list = element("ul");
  for (const [path, cell] of cells) {
    list.append(element("li", { textContent: `${cell.name ?? nameOf(path)}：${cell.new || say("empty")}` }));
  }
  const close = (restores) => {
    dismiss("found");
    forget(cells.map(([path]) => path));
    if (restores) restore(cells);
  };
  notice(
    "found",
    say("found", { time, count: cells.length }),
    list,
    button("restore", () => close(true)),
    button("discard", () => close(false)),
  );
}

function restore(cells) {
  const written = cells.map(([path, cell]) => [areaOf(path), cell]).filter(([area]) => area);
  for (const [area, cell] of written) {
    // What the copy's author saw: if somebody changed it since, the server will say so.
    shown.set(area.name, cell.old);
    put(area, cell.new);
  }
  for (const [path, cell] of cells.filter(([path]) => !areaOf(path))) {
    keepLost(path, cell.new, cell.name);
    notice(`gone ${path}`, say("gone", { name: cell.name ?? nameOf(path), text: cell.new }));
  }
  changed(written.map(([area]) => area));
}

/** What somebody typed before the script was there is taken like all the rest. */
function takeEarly() {
  const written = areas().filter(isDirty);
  if (written.length) changed(written);
}

function pasted(event) {
  const area = event.target.closest("textarea[name]");
  const done = area && paste(event, area);
  if (!done) return;
  changed(done.written);
  const { lost } = done;
  notice("pasted", say("pasted", { count: done.written.length }));
  if (!lost.length) return;
  notice("not-pasted", say("not-pasted", { count: lost.length, cells: lost.join("、") }));
}

/** Leaving for another step waits until everything is saved. */
function leave(event, go) {
  commit();
  if (!isWaiting()) return;
  event.preventDefault();
  flush().then((isSaved) => (isSaved ? go() : notice("stay", say("stay"))));
}

sheet.addEventListener("focusin", (event) => event.target.name && begin(event.target));
sheet.addEventListener("focusout", () => {
  commit();
  if (isWaiting()) soon(0);
});
sheet.addEventListener("input", (event) => {
  grow(event.target);
  if (event.isComposing) return;
  held.delete(event.target.name);
  typed();
  changed([event.target]);
});
sheet.addEventListener("compositionend", (event) => {
  typed();
  changed([event.target]);
});
sheet.addEventListener("paste", pasted);
sheet.addEventListener("click", (event) => {
  const cell = cellOf(event.target);
  if (event.target.closest("button.work-out")) return;
  if (!event.target.closest("a, button, textarea")) {
    const area = cell?.querySelector("textarea");
    if (area) enter(area);
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save(true);
});
document.addEventListener("keydown", (event) => onKey(event, (key) => notice(key, say(key))));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const to = link?.getAttribute("href") ?? "";
  const cell = to.startsWith("#") && document.getElementById(to.slice(1));
  if (cell && sheet.contains(cell)) goTo(cell);
  else if (link?.closest(".tools") && !link.target) leave(event, () => location.assign(link.href));
});
document.addEventListener("submit", (event) => {
  const sent = event.target;
  if (sent.closest(".tools")) leave(event, () => sent.requestSubmit());
});

document.documentElement.classList.add("scripted");
document.querySelectorAll(".by-script").forEach((each) => each.removeAttribute("hidden"));
areas().forEach(grow);
startUndo(changed, perform);
startArranging(arranged);
startSaving({ state, answered, settled });
offer();
takeEarly();
