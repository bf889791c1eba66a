// What a person has to know or to decide, above the sheet.

import { say } from "./words.js";

const place = document.getElementById("notices");

/** Shows a notice; one with the same name takes its place. */
export function notice(name, text, ...parts) {
  const box = element("section", { className: "notice" });
  box.dataset.name = name;
  box.append(element("p", { textContent: text }), ...parts.filter(Boolean));
  dismiss(name);
  place.append(box);
  return box;
}

export function dismiss(name) {
  for (const each of [...place.children]) if (each.dataset.name === name) each.remove();
}

export function button(key, onClick) {
  const made = element("button", { type: "button", className: "button", textContent: say(key) });
  made.addEventListener("click", onClick);
  return made;
}

/** Two texts side by side. */
export function pair(rows) {
  const list = element("dl", { className: "pair-of-texts" });
  for (const [key, text] of rows) {
    const row = element("div");
    row.append(
      element("dt", { textContent: say(key) }),
      element("dd", { textContent: text || say("empty") }),
    );
    list.append(row);
  }
  return list;
}

export function element(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
