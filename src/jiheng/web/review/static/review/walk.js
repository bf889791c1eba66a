// The walk by keyboard: j and k go on and back, a passes, r returns. The keys can be switched off.

const STORED = "jiheng-keys";
const areOn = () => localStorage.getItem(STORED) !== "off";

function settle() {
  const box = document.querySelector("[data-keys]");
  if (box !== null) {
    box.checked = areOn();
  }
  const here = document.querySelector('.stops [aria-current="page"]');
  if (here !== null) {
    here.scrollIntoView({ block: "nearest" });
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys]")) {
    localStorage.setItem(STORED, event.target.checked ? "on" : "off");
  }
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest('textarea, select, input:not([type="checkbox"])') !== null;
  if (isTyping || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !areOn()) {
    return;
  }
  const wanted = /^[jkar]$/.test(event.key) ? document.querySelector(`[data-key="${event.key}"]`) : null;
  if (wanted === null) {
    return;
  }
  event.preventDefault();
  const reason = document.getElementById("reason");
  if (event.key === "r" && reason.value.trim() === "") {
    reason.focus();
    return;
  }
  wanted.click();
});

document.addEventListener("htmx:afterSwap", () => {
  settle();
  const heading = document.getElementById("case");
  if (heading !== null) {
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
});

// What cannot be judged comes with a status of its own and is shown all the same.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

settle();
