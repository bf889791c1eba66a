// The sentences that the script says, in the language of the page.

import { form } from "./cells.js";

const words = JSON.parse(form.dataset.words);

/** A sentence with its values; `{count:cell|cells}` chooses its noun. */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = String(values[name] ?? "");
    return one === undefined ? value : `${value} ${value === "1" ? one : many}`;
  });
}
