// The guide's filters. Without this script they are a form and a link to it; with it, a choice
// shows its museums at once, each answer has its address, and phones get the filters as a sheet.

const form = document.getElementById("filtres");
const sheet = document.getElementById("feuille");
const opener = document.getElementById("ouvre");
const home = form.parentElement;
const wide = matchMedia("(min-width: 75rem)");
// What changes with the answer, by id; the elements themselves stay, so that focus and `role="status"` do too.
const PARTS = ["titre", "gardes", "mots", "ouvre", "avis", "puces", "resultats", "voir", "nombre"];
const FOLLOWING = [".top .lang", ".top .btn-aff", ".top .menu__list"];

let asked = 0;
let shown = location.pathname + location.search;

function addressOfChoices() {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value && name !== "quand") chosen.append(name, value);
  const query = chosen.toString();
  return query ? `${form.action}?${query}` : form.action;
}

async function answerAt(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function identity(input) {
  return `${input.name}=${input.value}`;
}

function showCounts(answer) {
  const counts = new Map();
  for (const input of answer.querySelectorAll("#filtres [type=checkbox]")) counts.set(identity(input), input);
  for (const input of form.querySelectorAll("[type=checkbox]")) {
    const told = counts.get(identity(input));
    if (!told) continue;
    input.checked = told.checked;
    input.parentElement.querySelector(".n").innerHTML = told.parentElement.querySelector(".n").innerHTML;
  }
}

// The days offered are those of the answer; a choice that has the focus keeps it.
function showDays(answer) {
  for (const select of form.querySelectorAll("select")) {
    const told = answer.getElementById(select.id);
    if (told && select !== document.activeElement) select.innerHTML = told.innerHTML;
  }
}

function show(answer) {
  showCounts(answer);
  showDays(answer);
  for (const id of PARTS) document.getElementById(id).innerHTML = answer.getElementById(id).innerHTML;
  for (const place of FOLLOWING) {
    document.querySelector(place).replaceWith(answer.querySelector(place));
  }
  document.querySelector("#q").value = answer.querySelector("#q").value;
  document.title = answer.title;
}

async function follow(address, keep) {
  const mine = ++asked;
  try {
    const answer = await answerAt(address);
    if (mine !== asked) return;
    if (keep) history.pushState(null, "", address);
    shown = location.pathname + location.search;
    show(answer);
  } catch {
    if (mine === asked) location.assign(address);
  }
}

function open(event) {
  event.preventDefault();
  sheet.querySelector(".sheet-b").append(form);
  sheet.showModal();
}

function close() {
  home.prepend(form);
}

form.classList.add("facets--live");
// Another day is followed when it is whole, by its own button: typing its year passes through others.
form.addEventListener("change", (event) => event.target.name !== "quand" && follow(addressOfChoices(), true));
form.addEventListener("submit", (event) => {
  if (form.quand.value) return;
  event.preventDefault();
  if (sheet.open) sheet.close();
});
opener.addEventListener("click", open);
sheet.addEventListener("close", close);
sheet.addEventListener("click", (event) => {
  const target = event.target.closest("[data-close], a");
  if (target?.matches("[data-close]")) sheet.close();
  if (target?.matches("a")) {
    event.preventDefault();
    follow(target.href, true);
  }
});
wide.addEventListener("change", () => wide.matches && sheet.open && sheet.close());

// Back and forward; a fragment alone (#carte) is the browser's own business.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) follow(location.href, false);
});
