// « Autour de moi »: asks the browser where it is, once, on a click; about a kilometre of it goes in the
// address as any other place would, and nothing is kept.

const button = document.getElementById("autour");
const status = document.getElementById("autour-dit");
const place = document.getElementById("pres");
const words = button.dataset;

function found({ coords }) {
  status.textContent = "";
  button.disabled = false;
  place.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
  // Where the filters answer at once they listen to changes; otherwise the form goes as a form does.
  if (place.form.classList.contains("facets--live")) place.dispatchEvent(new Event("change", { bubbles: true }));
  else place.form.requestSubmit();
}

function refused({ code, PERMISSION_DENIED }) {
  button.disabled = false;
  status.textContent = code === PERMISSION_DENIED ? words.refused : words.unknown;
  place.focus();
}

if ("geolocation" in navigator && window.isSecureContext) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    status.textContent = words.asking;
    navigator.geolocation.getCurrentPosition(found, refused, { timeout: 10_000, maximumAge: 60_000 });
  });
}
