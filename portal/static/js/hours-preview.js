// Shows what the public would read while one types; the server answers, with the engine of the pages.
const WAIT = 450;

const form = document.querySelector("form[data-preview]");
const place = document.getElementById("apercu");

let timer = 0;
let asked = 0;

async function refresh() {
  const mine = (asked += 1);
  try {
    const answer = await fetch(form.dataset.preview, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { "X-Requested-With": "fetch" },
    });
    if (!answer.ok || mine !== asked) return;
    place.innerHTML = await answer.text();
  } catch {
    // No network: what is shown stays, and the button is there.
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(refresh, WAIT);
}

if (form && place) {
  document.querySelector(".no-script").hidden = true;
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  // Enter in a field presses the form's first button, which nobody sees: here it only refreshes.
  form.addEventListener("submit", (event) => {
    if (!event.submitter || !event.submitter.hidden) return;
    event.preventDefault();
    refresh();
  });
}
