// Draws a part of the page anew without losing what somebody is doing in it.

/** Makes the children of `old` those of the markup; whatever is alike stays the same node. */
export function redraw(old, markup) {
  const fresh = document.createElement("template");
  fresh.innerHTML = markup;
  children(old, fresh.content);
}

function children(old, fresh) {
  let here = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = alike(here, next);
    while (match && here !== match) here = removed(here);
    if (match) {
      morph(match, next);
      here = match.nextSibling;
    } else {
      old.insertBefore(next, here);
    }
  }
  while (here) here = removed(here);
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** The first of the nodes from here on that the new one goes on with. */
function alike(here, next) {
  for (let node = here; node; node = node.nextSibling) {
    if (key(node) === key(next)) return node;
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (node.id && next.id) return null;
  }
  return null;
}

function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return `#${node.nodeType}`;
  return `${node.localName} ${node.id || node.classList[0] || ""}`;
}

function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  attributes(old, fresh);
  // What stands in a text area is the business of who types in it.
  if (old.localName !== "textarea") children(old, fresh);
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
