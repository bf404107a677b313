// The large map. Its museums are the rows of the list beside it, so that the two are one sequence.
// Without this script the drawing's towns are links, and the list says the same.

import { followKeys } from "./atlas-keys.js";
import { keepInOrder } from "./atlas-order.js";
import { iconOfCluster, markerOf, nameOf } from "./atlas-pins.js";

const { L } = window;
const LAST_ZOOM = 14; // Without tiles, clustering needs a last zoom.
const atlas = document.querySelector("[data-atlas]");
const words = atlas.dataset;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.motion === "reduit";

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
    canal ? { className: "canal", fill: false } : { className: "dep", fillColor: blue, fillOpacity: words.tiles ? 0.2 : 1, weight: 1.6 };
  return L.geoJSON(outlines, { style, interactive: false }).addTo(map);
}

// Only where the operator has chosen a background: it is the one thing here that asks another host.
function addTiles(map) {
  if (!words.tiles) return;
  const credit = document.createElement("span");
  credit.textContent = words.credit;
  L.control.attribution({ prefix: false }).addAttribution(credit.innerHTML).addTo(map);
  L.tileLayer(words.tiles, { maxZoom: LAST_ZOOM }).addTo(map);
}

function start() {
  const place = document.getElementById("carte");
  const frame = document.createElement("div");
  frame.className = "leaf live";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", words.name);
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
  map.setMinZoom(Math.floor(map.getZoom())).setMaxBounds(region.pad(0.6));
  L.control.zoom({ position: "topright", zoomInTitle: words.near, zoomOutTitle: words.far }).addTo(map);
  wholeMapButton(map, region);
  const own = L.latLngBounds(markers.map((marker) => marker.getLatLng()));
  if (rows.length && rows.length < 100) map.fitBounds(own, { maxZoom: 11, padding: [48, 48] });
  addTiles(map);
  group.addLayers(markers);
  map.addLayer(group);
  keepInOrder(map, group);
  followKeys({ atlas, map, group, markers, still, nameOf });
  draw(map);
}

if (L && atlas) start();
