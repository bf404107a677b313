// Shows of an event's form only the way of saying when that is chosen; without script all of it stands there.
const form = document.querySelector("form[data-when]");

function show() {
  const chosen = form.querySelector('input[name="when"]:checked')?.value ?? "dates";
  for (const part of form.querySelectorAll("[data-for]")) {
    part.hidden = !part.dataset.for.split(" ").includes(chosen);
  }
}

form?.addEventListener("change", (event) => {
  if (event.target.name === "when") show();
});
if (form) show();
