// Says what was chosen, sends the folders' names along, and takes files that are dropped.

const MEGABYTE = 1048576;
const MOST_FILES = 2000;
const MOST_MEGABYTES = 300;

function chosen(form) {
  return [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
}

function tell(form) {
  const files = chosen(form);
  const line = form.querySelector("[data-chosen]");
  if (!line.dataset.hint) line.dataset.hint = line.textContent;
  const size = (files.reduce((sum, file) => sum + file.size, 0) / MEGABYTE).toFixed(1);
  const isTooMuch = files.length > MOST_FILES || size > MOST_MEGABYTES;
  const words = isTooMuch ? line.dataset.tooMuch : line.dataset.words;
  line.textContent = files.length ? words.replace("{count}", files.length).replace("{size}", size) : line.dataset.hint;
  line.classList.toggle("warn", isTooMuch);
  form.querySelector("button.main").disabled = isTooMuch;
  form.querySelector("input[name=paths]").value = JSON.stringify(files.map((file) => file.webkitRelativePath || file.name));
}

for (const form of document.querySelectorAll("[data-choosing]")) {
  const place = form.querySelector(".drop-here");
  form.addEventListener("change", () => tell(form));
  form.addEventListener("submit", () => {
    tell(form);
    form.querySelector("[data-sending]").hidden = false;
    form.querySelector("button.main").disabled = true;
  });
  for (const name of ["dragover", "dragleave", "drop"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.toggle("over", name === "dragover");
    });
  }
  place.addEventListener("drop", (event) => {
    form.querySelector("input[name=files]").files = event.dataTransfer.files;
    tell(form);
  });
}
