// The frame: "/" goes to the search, a menu closes by Escape or a click beside it, a text is copied.

import { isKey } from "./keys.js";

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeMenus(null);
  }
  if (event.key === "/" && isKey(event)) {
    const field = document.querySelector(".find input");
    if (field !== null) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest(".drop"));
  const button = event.target.closest("[data-copies]");
  if (button !== null) {
    copy(button);
  }
});

function closeMenus(except) {
  for (const menu of document.querySelectorAll(".drop[open]")) {
    if (menu !== except) {
      menu.open = false;
    }
  }
}

// The clipboard of the browser needs HTTPS; on a plain intranet address the old way works.
async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  button.textContent = button.dataset.copied;
}

// A choice that filters a list takes effect at once; without JavaScript its button does it.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-goes]")) {
    event.target.form.requestSubmit();
  }
});
