// Tab and screen readers meet the marks of the map in the order of the list; a cluster stands where its first museum does.

export const firstOf = (cluster) => cluster.getAllChildMarkers().reduce((one, other) => (other.rank < one.rank ? other : one));

export function keepInOrder(map, group) {
  const pane = map.getPane("markerPane");

  function put() {
    const marks = [];
    map.eachLayer((layer) => {
      const element = layer.getElement?.();
      if (element?.parentNode !== pane) return;
      marks.push({ element, rank: layer.rank ?? firstOf(layer).rank });
    });
    marks.sort((one, other) => one.rank - other.rank);
    // The one that has the focus would lose it by moving: the others are put around it.
    const held = marks.find(({ element }) => element === document.activeElement)?.element;
    let isAfter = false;
    for (const { element } of marks) {
      if (element === held) isAfter = true;
      else if (held && !isAfter) held.before(element);
      else pane.append(element);
    }
  }

  map.on("moveend", put);
  group.on("spiderfied unspiderfied", put);
  put();
}
