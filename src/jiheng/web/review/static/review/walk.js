// The walk by keyboard: j and k go on and back, a passes, r returns.

import { isKey, showSwitches } from "../jiheng/keys.js";

document.addEventListener("keydown", (event) => {
  if (!/^[jkar]$/.test(event.key) || !isKey(event)) {
    return;
  }
  const wanted = document.querySelector(`[data-key="${event.key}"]`);
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

function settle() {
  showSwitches();
  const here = document.querySelector('.stops [aria-current="page"]');
  if (here !== null) {
    here.scrollIntoView({ block: "nearest" });
  }
}

document.addEventListener("htmx:afterSwap", (event) => {
  // A row that was saved leaves the page where it is.
  if (event.detail.target.id !== "walk") {
    return;
  }
  settle();
  const heading = document.getElementById("case");
  if (heading !== null) {
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const answer = event.detail;
  // What lacks something, a reason, comes with a status of its own and is shown all the same.
  if (answer.xhr.status === 409) {
    answer.shouldSwap = true;
    answer.isError = false;
  }
  // Whoever was logged out meanwhile is led to the log-in, and not shown it inside the page.
  if (new URL(answer.xhr.responseURL).pathname.startsWith("/log-in/")) {
    answer.shouldSwap = false;
    window.location.reload();
  }
});

for (const trouble of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(trouble, () => {
    document.querySelector("[data-trouble]").hidden = false;
    window.scrollTo(0, 0);
  });
}

settle();
