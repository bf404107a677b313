// Suggestions while one types, as a combobox: arrows choose, Enter goes there, Escape closes.
// Without this script, or whenever the server does not answer, the field is a plain form's.

const words = document.querySelector("script[data-suggestions]").dataset;
const WAIT = 180;
const SHORTEST = 2;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The address names the public site; one stays on the site one is on.
function pathOf(address) {
  return new URL(address, location.href).pathname;
}

async function ask(query, signal) {
  const asked = new URLSearchParams({ q: query, langue: document.documentElement.lang });
  const response = await fetch(`${words.suggestions}?${asked}`, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) return [];
  const { items } = await response.json();
  return Array.isArray(items) ? items.filter((item) => item.title && item.url) : [];
}

function optionOf(item, id) {
  const title = element("b", item.title_language ? { lang: item.title_language } : {}, item.title);
  const detail = element("span", { class: "meta" }, item.detail ?? "");
  const option = element("li", { id, role: "option", "aria-selected": "false" }, title, " ", detail);
  option.dataset.url = pathOf(item.url);
  return option;
}

function attach(input, number) {
  const id = `suggestions-${number}`;
  const list = element("ul", { id, role: "listbox", class: "sugg", "aria-label": words.label, hidden: "" });
  const status = element("p", { role: "status", class: "vh" });
  let timer;
  let request;
  let chosen = -1;

  const options = () => [...list.children];

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    chosen = index;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    input.setAttribute("aria-activedescendant", options()[index].id);
    options()[index].scrollIntoView({ block: "nearest" });
  }

  function show(items) {
    if (!items.length || document.activeElement !== input) {
      close();
      return;
    }
    list.replaceChildren(...items.map((item, place) => optionOf(item, `${id}-${place}`)));
    list.hidden = false;
    chosen = -1;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
    status.textContent = items.length === 1 ? words.one : words.many.replace("#", items.length);
  }

  async function suggest() {
    request?.abort();
    const mine = (request = new AbortController());
    try {
      const items = await ask(input.value.trim(), mine.signal);
      if (mine === request && !mine.signal.aborted) show(items);
    } catch {
      if (mine === request && !mine.signal.aborted) close();
    }
  }

  function onKey(event) {
    const count = options().length;
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose((chosen <= 0 ? count : chosen) - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(options()[chosen].dataset.url);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) input.setAttribute(name, value);
  input.closest("form").classList.add("suggests");
  input.closest("form").append(list, status);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(suggest, WAIT);
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}

document.querySelectorAll("input[name=q]").forEach(attach);
