// Keeps what is being typed as a draft, every few idle seconds. It sends the form itself, without any of its buttons:
// the server never publishes or proposes for it, and never writes over somebody else's text. Nothing typed is touched.
const IDLE = 4000;
const KEEPALIVE_MOST = 60_000; // Beyond, browsers refuse to finish a request after the page is gone.
const HEADERS = { "X-Keep-Typing": "1", Accept: "application/json" };

function typedIn(form) {
  return new URLSearchParams(new FormData(form));
}

function keepTyping(form) {
  const line = form.querySelector(".save [role=status]");
  const address = form.getAttribute("action"); // Its buttons are called so too, and hide the property.
  const written = () => {
    const all = typedIn(form);
    ["csrf_token", ...versions].forEach((name) => all.delete(name));
    return all.toString();
  };
  let versions = ["version"];
  let tried = written();
  let timer = 0;
  let flight = null;
  let isOver = false;

  function say(sentence) {
    if (line && sentence && line.textContent !== sentence) line.textContent = sentence;
  }

  function take(answer) {
    const said = answer.versions ?? { version: answer.version };
    versions = Object.keys(said);
    for (const [name, number] of Object.entries(said)) form.elements[name].value = number;
  }

  async function send(body, keepalive) {
    let response;
    try {
      response = await fetch(address, { method: "POST", body, headers: HEADERS, redirect: "manual", keepalive });
    } catch {
      tried = "";
      say(form.dataset.offline);
      return;
    }
    if (!response.headers.get("Content-Type")?.includes("json")) {
      isOver = true;
      say(form.dataset.lost);
      return;
    }
    const answer = await response.json();
    if (response.ok) take(answer);
    if (response.status === 409) isOver = true;
    say(answer.message);
  }

  function keep() {
    clearTimeout(timer);
    const now = written();
    if (isOver || flight || now === tried) return;
    tried = now;
    const body = typedIn(form);
    const isLeaving = document.visibilityState === "hidden";
    flight = send(body, isLeaving && body.toString().length < KEEPALIVE_MOST).finally(() => {
      flight = null;
      if (written() !== tried) later();
    });
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, IDLE);
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  addEventListener("online", later);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  // A button waits for a draft that is on its way, so that it is pressed on the version which that draft makes.
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!flight) return;
    event.preventDefault();
    const { submitter } = event;
    await flight;
    clearTimeout(timer);
    form.requestSubmit(submitter);
  });
}

document.querySelectorAll("form[data-autosave]").forEach(keepTyping);
