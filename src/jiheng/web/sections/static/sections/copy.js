// Copies the text of a field by one button: <button data-copies="id of the field" hidden>.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.focus();
    field.select();
    // A page that came without HTTPS has no clipboard of its own.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
    const told = button.parentElement.querySelector("[data-copied]");
    if (told) told.textContent = told.dataset.copied;
  });
}
