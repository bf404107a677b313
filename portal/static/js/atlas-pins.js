// The marks of the large map: a pin a museum, with its number in the list, and a disc where several stand close.

const { L } = window;
const words = document.querySelector("[data-atlas]").dataset;

function hidden(text, lang) {
  const span = document.createElement("span");
  span.className = "vh";
  span.textContent = text;
  if (lang) span.lang = lang;
  return span;
}

function shown(text) {
  const span = document.createElement("span");
  span.setAttribute("aria-hidden", "true");
  span.textContent = text;
  return span;
}

function disc(className, size, ...parts) {
  const html = document.createElement("div");
  html.append(...parts);
  return L.divIcon({ className, html, iconSize: size, iconAnchor: className.startsWith("arc") ? [size[0] / 2, size[1]] : undefined });
}

function popup(row) {
  const link = row.querySelector("h3 a");
  const box = document.createElement("div");
  const title = document.createElement("p");
  const own = document.createElement("a");
  own.href = link.href;
  own.append(...[...link.childNodes].map((node) => node.cloneNode(true)));
  title.append(own);
  const place = row.querySelector(".meta").cloneNode(true);
  box.append(title, place, row.querySelector(".status").cloneNode(true));
  return box;
}

export function markerOf(row) {
  const { lat, lon, rank, slug, shut } = row.dataset;
  const name = row.querySelector("h3 a");
  const icon = disc(shut ? "arc arc--shut" : "arc", [28, 34], shown(rank), hidden(name.textContent, name.querySelector("[lang]")?.lang));
  const marker = L.marker([Number(lat), Number(lon)], { icon, riseOnHover: true });
  marker.bindPopup(() => popup(row), { closeOnEscapeKey: false, autoPanPadding: [24, 24], minWidth: 200, offset: [0, -22] });
  marker.on("add", () => (marker.getElement().dataset.slug = slug));
  return Object.assign(marker, { row, rank: Number(rank), slug });
}

// « Albi, 6 musées », or « Albi et environs, 6 musées »: the town that has most of them.
export function nameOf(cluster) {
  const counts = new Map();
  for (const { row } of cluster.getAllChildMarkers()) counts.set(row.dataset.town, (counts.get(row.dataset.town) ?? 0) + 1);
  const [town] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  const place = counts.size > 1 ? words.around.replace("#", town) : town;
  return `${place}, ${words.museums.replace("#", cluster.getChildCount())}`;
}

export function iconOfCluster(cluster) {
  const count = cluster.getChildCount();
  const side = count < 10 ? 36 : 44;
  return disc("clu-l", [side, side], shown(count), hidden(`${nameOf(cluster)}, ${words.open}`));
}
