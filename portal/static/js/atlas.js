// The large map. Its museums are the rows of the list beside it, so that the two are one sequence.
// Without this script the drawing's towns are links, and the list says the same.

import { followKeys } from "./atlas-keys.js";

const { L } = window;
const LAST_ZOOM = 14; // Without tiles, clustering needs a last zoom.
const atlas = document.querySelector("[data-atlas]");
const words = atlas.dataset;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches || "motion" in document.documentElement.dataset;

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
  return L.divIcon({ className, html, iconSize: size, iconAnchor: className === "arc" ? [size[0] / 2, size[1]] : undefined });
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
  box.append(title, place);
  return box;
}

function markerOf(row) {
  const { lat, lon, rank, slug } = row.dataset;
  const name = row.querySelector("h3 a");
  const icon = disc("arc", [28, 34], shown(rank), hidden(name.textContent, name.querySelector("[lang]")?.lang));
  const marker = L.marker([Number(lat), Number(lon)], { icon, riseOnHover: true });
  marker.bindPopup(() => popup(row), { closeOnEscapeKey: false, autoPanPadding: [24, 24], minWidth: 200, offset: [0, -22] });
  marker.on("add", () => (marker.getElement().dataset.slug = slug));
  return Object.assign(marker, { row, rank: Number(rank), slug });
}

// « Albi, 6 musées », or « Albi et environs, 6 musées »: the town that has most of them.
function nameOf(cluster) {
  const counts = new Map();
  for (const { row } of cluster.getAllChildMarkers()) counts.set(row.dataset.town, (counts.get(row.dataset.town) ?? 0) + 1);
  const [town] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  const place = counts.size > 1 ? words.around.replace("#", town) : town;
  return `${place}, ${words.museums.replace("#", cluster.getChildCount())}`;
}

function iconOfCluster(cluster) {
  const count = cluster.getChildCount();
  const side = count < 10 ? 36 : 44;
  return disc("clu-l", [side, side], shown(count), hidden(`${nameOf(cluster)}, ${words.open}`));
}

function wholeMapButton(map, bounds) {
  const Whole = L.Control.extend({
    onAdd() {
      const bar = L.DomUtil.create("div", "leaflet-bar");
      const button = L.DomUtil.create("button", "whole", bar);
      button.type = "button";
      button.setAttribute("aria-label", words.whole);
      button.title = words.whole;
      button.textContent = "⤢";
      L.DomEvent.disableClickPropagation(bar).on(button, "click", () => map.fitBounds(bounds));
      return bar;
    },
  });
  new Whole({ position: "topright" }).addTo(map);
}

async function draw(map) {
  const response = await fetch(words.outlines);
  const outlines = await response.json();
  const style = ({ properties: { blue, canal } }) =>
    canal ? { className: "canal", fill: false } : { className: "dep", fillColor: blue, fillOpacity: 1, weight: 1.6 };
  return L.geoJSON(outlines, { style, interactive: false }).addTo(map);
}

function start() {
  const place = document.getElementById("carte");
  const frame = document.createElement("div");
  frame.className = "leaf live";
  place.querySelector(".drawn").hidden = true;
  place.append(frame);
  atlas.classList.add("atlas--live");
  const motion = { zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still, inertia: !still };
  const map = L.map(frame, { ...motion, maxZoom: LAST_ZOOM, zoomSnap: 0.25, attributionControl: false, zoomControl: false });
  const group = L.markerClusterGroup({
    animate: false, zoomToBoundsOnClick: false, spiderfyOnMaxZoom: false, showCoverageOnHover: false,
    maxClusterRadius: matchMedia("(min-width: 60rem)").matches ? 46 : 76, iconCreateFunction: iconOfCluster,
  });
  const rows = [...atlas.querySelectorAll("[data-lat]")];
  const markers = rows.map(markerOf);
  const region = L.latLngBounds([42.33, -0.33], [45.05, 4.85]);
  map.fitBounds(region);
  map.setMinZoom(map.getZoom() - 0.5).setMaxBounds(region.pad(0.6));
  L.control.zoom({ position: "topright", zoomInTitle: words.near, zoomOutTitle: words.far }).addTo(map);
  wholeMapButton(map, region);
  group.addLayers(markers);
  map.addLayer(group);
  followKeys({ atlas, map, group, markers, still, nameOf });
  draw(map);
  if (rows.length && rows.length < 100) map.fitBounds(L.featureGroup(markers).getBounds(), { maxZoom: 11, padding: [48, 48], animate: false });
}

if (L && atlas) start();
