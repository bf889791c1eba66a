// A link to an operation or a shape opens what it leads to.

function open() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place instanceof HTMLDetailsElement) {
    place.open = true;
    place.scrollIntoView();
  }
}

window.addEventListener("hashchange", open);
open();
