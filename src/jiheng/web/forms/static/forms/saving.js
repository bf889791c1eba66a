// Saves by itself, cell by cell, and never loses what the server has not acknowledged.

import { areas, form, isDirty, kept, shown } from "./cells.js";

const PAUSE = 400;
const PATIENCE = 15000;
const RETRIES = [1000, 2000, 4000, 8000, 15000];

let token = document.querySelector("meta[name=csrf-token]").content;
let timer = 0;
let running = null;
let failures = 0;
let stopped = false;
let unanswered = null;
let hears = {};

/** Texts that are not sent: the person has to decide first. Path → text that was refused. */
export const held = new Map();

/** `listeners`: state(name), answered(answer, batch), settled(). */
export function start(listeners) {
  hears = listeners;
  addEventListener("online", () => soon(0));
  addEventListener("focus", () => failures && soon(0));
  document.addEventListener("visibilitychange", () => document.hidden && soon(0));
  addEventListener("pagehide", last);
}

/** Saves when nothing was typed for a moment. */
export function soon(pause = PAUSE) {
  clearTimeout(timer);
  if (!stopped) timer = setTimeout(save, pause);
}

/** Saves what is there now; resolves to whether everything is with the server. */
export async function flush() {
  clearTimeout(timer);
  while (running) await running;
  if (waiting().length) await save();
  return waiting().length === 0 && held.size === 0 && !stopped;
}

/** What has to be sent. */
function waiting() {
  return areas()
    .filter((area) => isDirty(area) && held.get(area.name) !== area.value)
    .map((area) => ({ path: area.name, old: shown.get(area.name) ?? "", new: area.value }));
}

/** Whether something was written that the server does not have. */
export const hasLeft = () => waiting().length > 0;

/** Whether something is on its way, or still to be sent. */
export const isWaiting = () => hasLeft() || Boolean(running);

/** Sends the changed cells; `always` sends none too, so that sums are worked out anew. */
export function save(always = false) {
  clearTimeout(timer);
  if (running) return running.then(() => save(always));
  if (stopped) return Promise.resolve();
  // What got no answer may be with the server or not: the same again does no harm.
  const batch = unanswered ?? waiting();
  if (!batch.length && always !== true) {
    // Everything that was typed was taken back: the page and the server agree again.
    hears.settled();
    return Promise.resolve();
  }
  hears.state("saving");
  running = deliver(batch).finally(() => {
    running = null;
    if (!failures && waiting().length) soon(0);
  });
  return running;
}

async function deliver(batch) {
  unanswered = batch;
  let answer;
  try {
    answer = await post(batch);
  } catch {
    return later("offline");
  }
  if (answer.type === "opaqueredirect") return later("logged-out");
  if (answer.status === 403) return renewed(batch);
  if (answer.status !== 200 && answer.status !== 409) return later("offline");
  failures = 0;
  unanswered = null;
  const told = await answer.json();
  if (told.refused) stopped = true;
  return hears.answered(told, batch);
}

/** Asks for more than a save, while no save is on its way; resolves to the answer, or null. */
export async function request(address, asked, heard) {
  while (running) await running;
  let told = null;
  running = exchange(address, asked)
    .then((answer) => {
      told = answer;
      if (told) heard(told);
    })
    .finally(() => {
      running = null;
    });
  await running;
  return told;
}

async function exchange(address, asked) {
  const { version, person } = form.dataset;
  const told = { ...asked, version: Number(version), person: Number(person) };
  try {
    const answer = await send(address, told);
    return answer.status === 200 || answer.status === 409 ? await answer.json() : null;
  } catch {
    return null;
  }
}

function post(batch, more = {}) {
  const { version, person } = form.dataset;
  const told = { base: Number(version), person: Number(person), changes: batch };
  return send(form.action, told, more);
}

function send(address, told, more = {}) {
  const body = JSON.stringify(told);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    redirect: "manual",
    signal: stop.signal,
    body,
    ...more,
  });
}

function later(state) {
  hears.state(state);
  const pause = RETRIES[Math.min(failures, RETRIES.length - 1)];
  failures += 1;
  soon(pause);
}

/** Somebody logged in again in another page: its token is another; whose is it? */
async function renewed(batch) {
  let answer;
  try {
    answer = await fetch(location.pathname, { redirect: "manual" });
  } catch {
    return later("offline");
  }
  if (answer.type === "opaqueredirect") return later("logged-out");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("meta[name=csrf-token]")?.content;
  const person = page.getElementById("editor")?.dataset.person;
  if (person !== form.dataset.person || !now || now === token) return later("stranger");
  token = now;
  return deliver(batch);
}

/** The page goes away: what is left is sent without waiting for an answer. */
function last() {
  const batch = waiting();
  if (batch.length && !stopped) post(batch, { keepalive: true }).catch(() => {});
}

/** The text that was sent for a cell, or undefined. */
export const sentFor = (batch, path) => {
  const cell = batch.find((each) => each.path === path);
  return cell && kept(cell.new);
};
