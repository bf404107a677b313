// The kept list: slugs of museums in this browser, and nowhere else. Its page reads them from its own address,
// so that a list can be shared, printed, and read without script.

const KEY = "ma-liste";
const MOST = 60;
const words = document.querySelector("script[data-list]").dataset;

function kept() {
  try {
    const slugs = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(slugs) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set(slugs)].slice(0, MOST)));
    return true;
  } catch {
    return false; // The browser refuses to keep anything: private windows, full disks.
  }
}

function addressOf(slugs) {
  return slugs.length ? `${words.list}?${new URLSearchParams(slugs.map((slug) => ["m", slug]))}` : words.list;
}

function button(className, text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", () => act(made));
  return made;
}

function onMuseum(place) {
  const slug = words.slug;
  const link = document.createElement("a");
  link.className = "arrow";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const plain = document.getElementById("garder");
  const toggle = button(plain.className, "", () => {
    const slugs = kept();
    const next = slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug];
    status.textContent = next.length > MOST ? words.full : keep(next) ? "" : words.refused;
    show();
    if (next.length) status.before(link);
    else link.remove();
  });
  toggle.append(...plain.childNodes);
  plain.replaceWith(toggle);

  function show() {
    const slugs = kept();
    toggle.setAttribute("aria-pressed", String(slugs.includes(slug)));
    link.href = addressOf(slugs);
    link.textContent = `${words.mine} (${slugs.length})`;
  }

  place.append(status); // The link comes with the first click: nothing moves while the page loads.
  show();
  addEventListener("storage", show);
  addEventListener("pageshow", show);
}

function onList(place) {
  const shown = [...document.querySelectorAll(".step")].map((row) => row.dataset.slug);
  const slugs = kept();
  if (!new URLSearchParams(location.search).has("m")) {
    if (slugs.length) location.replace(addressOf(slugs));
    return;
  }
  const rest = shown.filter((slug) => !slugs.includes(slug));
  if (rest.length) {
    place.append(button("btn", words.all, (made) => {
      if (keep([...slugs, ...rest])) location.reload();
      else made.replaceWith(words.refused);
    }));
  }
  for (const row of document.querySelectorAll(".step")) {
    if (!slugs.includes(row.dataset.slug)) continue;
    const name = row.querySelector("h3").textContent.trim();
    const remove = button("btn btn--g btn--s drop", words.remove, () => {
      keep(kept().filter((slug) => slug !== row.dataset.slug));
      location.replace(addressOf(shown.filter((slug) => slug !== row.dataset.slug)));
    });
    remove.setAttribute("aria-label", `${words.remove} ${name}`);
    row.classList.add("step--kept");
    row.append(remove);
  }
  if (shown.length) place.append(button("btn btn--2", words.print, () => print()));
}

const actions = document.getElementById("liste-actions");
if (actions) onList(actions);
else onMuseum(document.querySelector(".actions"));
