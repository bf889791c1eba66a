// A code that the camera brought stands behind the #: it is sent to no server until the button is pressed.
const code = document.getElementById("code");
const take = () => {
  const brought = decodeURIComponent(location.hash.slice(1));
  if (brought) code.value = brought;
};
take();
addEventListener("hashchange", take);
