// Tick boxes of a list: one for all, how many are ticked, and the bar that can act on them.

for (const form of document.querySelectorAll("[data-ticking]")) {
  const boxes = Array.from(form.querySelectorAll('input[name="number"]'));
  const all = form.querySelector("[data-all]");
  const count = form.querySelector("[data-count]");

  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    if (all !== null) {
      all.hidden = boxes.length === 0;
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    if (count !== null) {
      count.textContent = count.dataset.words.replace("{}", String(ticked));
    }
    for (const button of form.querySelectorAll("[data-needs-ticks]")) {
      button.disabled = ticked === 0;
    }
    for (const box of boxes) {
      box.closest("tr").classList.toggle("ticked", box.checked);
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target === all) {
      for (const box of boxes) {
        box.checked = all.checked;
      }
    }
    show();
  });
  show();
}
