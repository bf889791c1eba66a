// A cell that was not saved: somebody else changed it, or it cannot hold that text.

import { areaOf, shown } from "./cells.js";
import { goTo } from "./moving.js";
import { button, dismiss, notice, pair } from "./notices.js";
import { held } from "./saving.js";
import { put } from "./undo.js";
import { say } from "./words.js";

/** Shows what stands there beside what was typed, and lets the person choose. */
export function choose(apart, changed) {
  const area = areaOf(apart.path);
  const name = `apart ${apart.path}`;
  if (area) held.set(apart.path, area.value);
  const isChanged = apart.why === "changed";
  const text = isChanged ? say("conflict", apart) : say(apart.why, apart);
  const texts = pair([["theirs", apart.now], ["mine", apart.mine]]);
  notice(name, text, texts, ...(isChanged && area ? choices(apart, name, changed) : []));
}

function choices(apart, name, changed) {
  const take = (isMine) => {
    dismiss(name);
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
