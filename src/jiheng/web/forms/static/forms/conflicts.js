// A cell that was not saved: somebody else changed it, or it cannot hold that text.

import { areaOf, shown } from "./cells.js";
import { goTo } from "./moving.js";
import { forget, keepLost } from "./keeping.js";
import { button, dismiss, notice, pair } from "./notices.js";
import { carried } from "./rows.js";
import { held } from "./saving.js";
import { put } from "./undo.js";
import { say } from "./words.js";

const open = new Set();

/** Shows what stands there beside what was typed, and lets the person choose. */
export function choose(apart, changed, bringBack) {
  const area = areaOf(apart.path);
  const name = `apart ${apart.path}`;
  open.add(apart);
  if (apart.why === "row-gone") {
    keepLost(apart.path, apart.mine, apart.name);
    const mine = pair([["mine", apart.mine]]);
    notice(name, say(apart.why, apart), mine, ...ways(apart, name, changed, bringBack));
    return;
  }
  if (area) held.set(apart.path, area.value);
  const isChanged = apart.why === "changed";
  const text = isChanged ? say("conflict", apart) : say(apart.why, apart);
  const texts = pair([["theirs", apart.now], ["mine", apart.mine]]);
  notice(name, text, texts, ...(isChanged && area ? choices(apart, name, changed) : []));
}

/** Rows have moved: what is still to be decided goes on to be about the same cell. */
export function follow(moves) {
  for (const apart of open) apart.path = carried(apart.path, moves);
}

/** A row that is gone comes back with what was typed in it, or stays away. */
function ways(apart, name, changed, bringBack) {
  const end = () => {
    dismiss(name);
    open.delete(apart);
    forget([apart.path]);
  };
  const restore = async () => {
    if (!(await bringBack(apart.path))) return;
    const area = areaOf(apart.path);
    end();
    if (!area) return;
    put(area, apart.mine);
    changed([area]);
    goTo(area.closest("[data-path]"));
  };
  return [button("row-back", restore), button("row-leave", end)];
}

function choices(apart, name, changed) {
  const take = (isMine) => {
    dismiss(name);
    open.delete(apart);
    held.delete(apart.path);
    const area = areaOf(apart.path);
    if (!area) return;
    shown.set(apart.path, apart.now);
    if (!isMine) put(area, apart.now);
    changed([area]);
    goTo(area.closest("[data-path]"));
  };
  return [button("use-theirs", () => take(false)), button("use-mine", () => take(true))];
}
