// The card of a score: opened from any score, below it, above it, or docked where neither has room.

const PARTIAL = { "HX-Request": "true" };
const GAP = 6;
let card = null;
let opener = null;
let address = "";

async function open(link) {
  const answer = await fetch(link.href, { headers: PARTIAL, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  const text = await answer.text();
  close(false);
  opener = link;
  address = link.getAttribute("href");
  card = document.createElement("div");
  card.id = "card";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  fill(text);
  document.body.append(card);
  place();
  card.focus({ preventScroll: true });
}

function fill(text) {
  const read = new DOMParser().parseFromString(text, "text/html");
  card.replaceChildren(...read.body.childNodes);
  const article = card.querySelector("article");
  if (article) card.setAttribute("aria-label", article.getAttribute("aria-label"));
  ready(card);
}

function place() {
  const at = opener.closest("td, th") || opener;
  const cell = at.getBoundingClientRect();
  card.classList.remove("docked");
  const below = innerHeight - cell.bottom - GAP;
  const high = card.offsetHeight;
  if (high > below && high > cell.top - GAP) {
    card.classList.add("docked");
    return;
  }
  const top = high <= below ? cell.bottom + GAP : cell.top - GAP - high;
  const middle = cell.left + cell.width / 2 - card.offsetWidth / 2;
  const left = Math.min(Math.max(middle, GAP), document.documentElement.clientWidth - card.offsetWidth - GAP);
  card.style.top = `${top + scrollY}px`;
  card.style.left = `${left + scrollX}px`;
}

function close(returns = true) {
  if (!card) return;
  card.remove();
  card = null;
  const back = document.body.contains(opener) ? opener : linkAt(address);
  if (returns && back) back.focus();
}

function linkAt(href) {
  return [...document.querySelectorAll("a.re")].find((each) => each.getAttribute("href") === href);
}

function scoreAt(target) {
  const link = target.closest("a.re");
  if (link) return link;
  if (target.closest("textarea, input, a, button")) return null;
  const cell = target.closest(".form td, .form th");
  return cell && cell.querySelector("a.re");
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = scoreAt(event.target);
  if (link && link.pathname.endsWith("/card/")) {
    event.preventDefault();
    open(link);
    return;
  }
  if (!card) return;
  const inside = event.target.closest("#card");
  if (event.target.closest("[data-close-card]")) close();
  else if (!inside || event.target.closest('a[href^="#"]')) close(false);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !card || event.isComposing) return;
  event.preventDefault();
  close();
});

document.addEventListener("click", (event) => {
  const print = event.target.closest(".card-page [data-print-card]");
  if (print) {
    event.preventDefault();
    window.print();
  }
  const copy = event.target.closest("[data-copy-card]");
  if (copy) copyText(copy);
});

async function copyText(button) {
  const text = button.closest(".card-box").querySelector(".card-text").textContent;
  // A network without HTTPS has no clipboard but the old one.
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyByHand(text, button);
  button.textContent = button.dataset.copied;
}

function copyByHand(text, button) {
  const area = document.createElement("textarea");
  area.value = text;
  button.after(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function refresh() {
  const now = address;
  const answer = await fetch(now, { headers: PARTIAL, credentials: "same-origin" });
  if (card && answer.ok && now === address) fill(await answer.text());
}

function ready(within) {
  within.querySelectorAll("[data-copy-card], [data-close-card]").forEach((each) => { each.hidden = false; });
}

document.addEventListener("jiheng:drawn", () => { if (card) refresh(); });
// Another form stands there now.
document.addEventListener("htmx:afterSwap", () => close(false));
ready(document);
document.querySelectorAll(".card-page [data-close-card]").forEach((each) => each.remove());
