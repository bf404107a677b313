// Shows only the fields that the choices ask for, and what the public will read as the form is filled.
const form = document.querySelector("[data-closing]");
const DELAY = 350;

function show() {
  const chosen = new Set([...form.querySelectorAll("input:checked")].map((input) => input.value));
  for (const part of form.querySelectorAll("[data-for]")) {
    part.hidden = !part.dataset.for.split(" ").some((value) => chosen.has(value));
  }
}

let asked = 0;
async function read() {
  const number = (asked += 1);
  const typed = new FormData(form);
  typed.set("action", "preview");
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(typed) });
  if (number !== asked || !answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById("apercu");
  if (found) document.getElementById("apercu").replaceChildren(...found.childNodes);
}

let waiting;
function soon() {
  show();
  clearTimeout(waiting);
  if (form.querySelector("[name=why]:checked")) waiting = setTimeout(() => read().catch(() => {}), DELAY);
}

if (form) {
  form.querySelector("[data-preview]").hidden = true;
  form.addEventListener("input", soon);
  show();
}
