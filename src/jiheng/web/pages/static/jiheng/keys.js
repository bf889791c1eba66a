// Keys of a single character: each browser can switch them off, for who speaks or stumbles.

const STORED = "jiheng-keys";

export const keysAreOn = () => localStorage.getItem(STORED) !== "off";

export function isTyping(element) {
  return element.closest('textarea, select, input:not([type="checkbox"]), [contenteditable]') !== null;
}

// A key of ours: pressed once, alone, by somebody who is not writing.
export function isKey(event) {
  return keysAreOn() && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
}

export function showSwitches() {
  for (const box of document.querySelectorAll("[data-keys]")) {
    box.checked = keysAreOn();
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys]")) {
    localStorage.setItem(STORED, event.target.checked ? "on" : "off");
  }
});

showSwitches();
