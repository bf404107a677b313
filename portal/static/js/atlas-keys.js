// The large map by keyboard, and in step with its list: Enter opens a cluster and leads to its first museum,
// Escape leads back, and whatever is pointed at on one side shows on the other.

import { firstOf } from "./atlas-order.js";

function until(map, act) {
  let done = false;
  const once = () => {
    if (!done) requestAnimationFrame(act);
    done = true;
  };
  map.once("moveend", once);
  setTimeout(once, 700); // Where the view was already the one asked for, nothing moves.
}

export function followKeys({ atlas, map, group, markers, still, nameOf }) {
  const frame = map.getContainer();
  const list = atlas.querySelector(".atlas-l");
  const back = [];
  const say = document.createElement("p");
  say.className = "pop";
  say.hidden = true;
  say.setAttribute("aria-hidden", "true");
  frame.append(say);

  const elementOf = (marker) => (marker.getElement()?.isConnected ? marker : group.getVisibleParent(marker))?.getElement();
  const focus = (marker) => elementOf(marker)?.focus({ preventScroll: true });

  function isOnePlace(cluster) {
    let bottom = cluster;
    while (bottom._childClusters.length === 1) bottom = bottom._childClusters[0];
    return bottom._zoom === group._maxZoom && bottom._childCount === cluster.getChildCount();
  }

  function open(cluster) {
    const marker = firstOf(cluster);
    back.push({ center: map.getCenter(), zoom: map.getZoom(), marker });
    if (isOnePlace(cluster)) {
      group.once("spiderfied", () => requestAnimationFrame(() => focus(marker)));
      cluster.spiderfy();
      return;
    }
    until(map, () => focus(marker));
    cluster.zoomToBounds({ animate: !still, padding: [48, 48] });
  }

  function goBack() {
    const { center, zoom, marker } = back.pop();
    group.unspiderfy();
    if (map.getZoom() === zoom && map.getCenter().equals(center)) {
      requestAnimationFrame(() => focus(marker));
      return;
    }
    until(map, () => focus(marker));
    map.setView(center, zoom, { animate: !still });
  }

  function highlight(marker, on) {
    elementOf(marker)?.classList.toggle("is-on", on);
    marker.row.classList.toggle("is-on", on);
  }

  function bring(row) {
    const gap = row.offsetTop - list.offsetTop;
    if (list.scrollHeight > list.clientHeight) list.scrollTo({ top: gap, behavior: still ? "auto" : "smooth" });
  }

  function sayCluster(cluster) {
    say.replaceChildren(Object.assign(document.createElement("b"), { textContent: nameOf(cluster) }));
    say.append(document.createElement("br"), atlas.dataset.keys);
    say.hidden = false;
  }

  group.on("clusterclick", ({ layer }) => open(layer));
  group.on("clusterkeypress", ({ layer, originalEvent }) => originalEvent.key === "Enter" && open(layer));

  map.on("popupopen", ({ popup }) => {
    const box = popup.getElement();
    box.setAttribute("role", "group");
    box.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", atlas.dataset.close);
    bring(popup._source.row);
    requestAnimationFrame(() => box.querySelector("a").focus({ preventScroll: true }));
  });
  map.on("popupclose", ({ popup }) => {
    // The popup is gone by now, and the focus with it if it was inside.
    if (document.activeElement === document.body) focus(popup._source);
  });

  frame.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (frame.querySelector(".leaflet-popup")) map.closePopup();
    else if (back.length) goBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  const layerOf = (target) => {
    const element = target.closest?.(".leaflet-marker-icon");
    return element && Object.values(map._layers).find((layer) => layer._icon === element);
  };
  for (const [event, on] of [["focusin", true], ["mouseover", true], ["focusout", false], ["mouseout", false]]) {
    frame.addEventListener(event, ({ target }) => {
      const layer = layerOf(target);
      say.hidden = true;
      if (!layer) return;
      if (layer.row) highlight(layer, on);
      else if (event === "focusin") sayCluster(layer);
    });
    for (const marker of markers) marker.row.addEventListener(event, () => highlight(marker, on));
  }
}
