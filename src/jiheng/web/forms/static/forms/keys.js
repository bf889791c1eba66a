// What the keys do in a cell. Nothing while an input method is composing.

import { horizontal, nextFinding, step, vertical } from "./moving.js";
import { abandon, commit, redo, undo } from "./undo.js";

/** Answers a key; `tell` is called with the key of a sentence where there is nothing to do. */
export function onKey(event, tell) {
  if (event.isComposing || event.keyCode === 229) return;
  const area = event.target.closest?.("#sheet textarea[name]");
  const handled = (area && inCell(event, area)) || anywhere(event, area, tell);
  if (handled) event.preventDefault();
}

function anywhere(event, area, tell) {
  const isTyping = !area && event.target.closest?.("input, textarea, select");
  if (event.key === "F8") {
    if (!nextFinding(event.shiftKey ? -1 : 1)) tell("nothing-found");
    return true;
  }
  if (isTyping || !(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "z") (event.shiftKey ? redo : undo)();
  else if (key === "y") redo();
  else return false;
  return true;
}

function inCell(event, area) {
  if (event.ctrlKey || event.metaKey) return false;
  const by = event.shiftKey ? -1 : 1;
  switch (event.key) {
    case "Tab":
      return !event.altKey && step(area, by);
    case "Enter":
      return onEnter(event, area, by);
    case "Escape":
      return abandon(area);
    default:
      return onArrow(event, area);
  }
}

function onEnter(event, area, by) {
  if ("prose" in area.dataset && (event.shiftKey || event.altKey)) {
    area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return true;
  }
  commit();
  vertical(area, by);
  return true;
}

/** Arrows move within the text; at its edge, or with all of it selected, to the next cell. */
function onArrow(event, area) {
  if (event.shiftKey || event.altKey) return false;
  const { selectionStart: from, selectionEnd: to, value } = area;
  const isWhole = from === 0 && to === value.length;
  const atStart = isWhole || (from === 0 && to === 0);
  const atEnd = isWhole || from === value.length;
  switch (event.key) {
    case "ArrowLeft":
      return atStart && horizontal(area, -1);
    case "ArrowRight":
      return atEnd && horizontal(area, 1);
    case "ArrowUp":
      return (atStart || isOneLine(area)) && vertical(area, -1);
    case "ArrowDown":
      return (atEnd || isOneLine(area)) && vertical(area, 1);
    default:
      return false;
  }
}

function isOneLine(area) {
  return area.scrollHeight < 2 * parseFloat(getComputedStyle(area).lineHeight);
}

