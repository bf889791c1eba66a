// The panel beside a form: badges and findings lead to one another; last year's values on request.

const PARTIAL = { "HX-Request": "true" };
let shown = "";
let lastYear = null;

function leadTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  if (target.matches(".finding") && !target.offsetParent) showAll(target);
  const field = target.querySelector("textarea, input");
  const focused = field || target;
  if (!field) target.tabIndex = -1;
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
  focused.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", behavior: quick ? "auto" : "smooth" });
}

function showAll(finding) {
  const all = finding.closest("section").querySelector("input.show-all");
  if (all) {
    all.checked = true;
    shown = all.id;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey) return;
  // The address changes first, so that :target marks what it leads to.
  setTimeout(() => leadTo(decodeURIComponent(link.hash.slice(1))));
});

document.addEventListener("change", (event) => {
  if (event.target.matches(".counted > input")) shown = event.target.id;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-last-year-of]");
  if (!button) return;
  const isOn = button.getAttribute("aria-pressed") !== "true";
  if (isOn && !lastYear) lastYear = await read(button.dataset.lastYearOf);
  button.setAttribute("aria-pressed", String(isOn));
  drawLastYear();
});

async function read(address) {
  const answer = await fetch(address, { headers: PARTIAL, credentials: "same-origin" });
  return new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
}

function drawLastYear() {
  document.querySelectorAll(".form .was").forEach((each) => each.remove());
  const button = document.querySelector("[data-last-year-of]");
  const place = document.getElementById("last-year");
  const isOn = button && button.getAttribute("aria-pressed") === "true";
  if (place) place.replaceChildren(...(isOn && lastYear ? [lastYear.body.firstElementChild.cloneNode(true)] : []));
  if (!isOn || !lastYear) return;
  lastYear.querySelectorAll("[data-for]").forEach((value) => {
    const cell = document.querySelector(`.form [data-path="${CSS.escape(value.dataset.for)}"]`);
    if (!cell) return;
    const was = document.createElement("span");
    was.className = "was";
    was.textContent = button.dataset.was.replace("{text}", value.textContent);
    cell.append(was);
  });
}

document.addEventListener("jiheng:drawn", () => {
  const chosen = shown && document.getElementById(shown);
  if (chosen) chosen.checked = true;
  drawLastYear();
});

document.querySelectorAll("[data-last-year-of]").forEach((each) => { each.hidden = false; });
// Not before the page is loaded: then the browser itself goes to the place, and takes the cursor away.
// Who is at work in a cell by then, as where the page comes slowly, gets the cursor back.
const isField = (node) => Boolean(node?.matches?.("input, textarea, select"));
let atWork = isField(document.activeElement) ? document.activeElement : null;
document.addEventListener("focusin", (event) => { atWork = isField(event.target) ? event.target : null; });
window.addEventListener("load", () => {
  if (!location.hash.startsWith("#f1")) return;
  if (atWork) atWork.focus({ preventScroll: true });
  else leadTo(decodeURIComponent(location.hash.slice(1)));
}, { once: true });
