"""The large map holds every museum of the list, in its order: as the library says, by keyboard, and read aloud."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessible import judged
from tests.browser.test_map import opened
from tests.patience import until

pytestmark = pytest.mark.browser

QUESTIONS = [
    "",
    "?q=musee",
    "?departement=48",
    "?theme=beaux-arts&theme=archeologie&tri=commune",
    "?pres=albi&rayon=100",
    "?commune=toulouse",
    "?q=zzzzqqqq",
]
# The map is the script's own: the library hands over each one that it makes.
HANDED_OVER = """
let library;
Object.defineProperty(window, "L", {
  get: () => library,
  set(value) {
    library = value;
    value.Map.addInitHook(function () { window.theMap = this; });
  },
});
"""
HELD = """() => {
  const found = [];
  theMap.eachLayer((layer) => layer instanceof L.MarkerClusterGroup && found.push(...layer.getLayers()));
  return found.map(({ rank, slug }) => [rank, slug]).sort((one, other) => one[0] - other[0]);
}"""
SHOWN = """() => {
  const found = [];
  theMap.eachLayer((layer) => {
    if (layer instanceof L.MarkerCluster) found.push(layer.getAllChildMarkers().map(({ rank, slug }) => [rank, slug]));
    else if (layer instanceof L.Marker) found.push([[layer.rank, layer.slug]]);
  });
  return found.map((marks) => marks.sort((one, other) => one[0] - other[0])).sort((one, other) => one[0][0] - other[0][0]);
}"""
# The cluster whose first museum has this rank.
CLUSTER = """(rank) => {
  let found;
  theMap.eachLayer((layer) => {
    const ranks = layer instanceof L.MarkerCluster ? layer.getAllChildMarkers().map((marker) => marker.rank) : [];
    if (Math.min(...ranks) === rank) found = layer.getElement();
  });
  return found;
}"""
TEXT = "document.activeElement.textContent"


def whole(tab: Page, question: str) -> Locator:
    """Open the map, all of it in sight."""
    tab.add_init_script(HANDED_OVER)
    leaf = opened(tab, f"/fr/carte/{question}")
    leaf.get_by_role("button", name="Toute la carte").click()
    until(tab, f"({SHOWN})().flat().length === ({HELD})().length")
    return leaf


def of_the_api(tab: Page, question: str, path: str = "museums") -> Any:
    return tab.request.get(f"/api/v1/{path}{question or '?'}&per_page=200").json()


def of_the_guide(tab: Page, question: str) -> list[str]:
    found: list[str] = []
    for page in range(1, 10):
        html = tab.request.get(f"/fr/musees/{question or '?'}&per_page=200&page={page}").text()
        rows = re.findall(r'<h3><a href="/fr/musees/([a-z0-9-]+)/">', html)
        if not rows:
            break
        found += rows
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_list_map_guide_and_api_are_one_sequence(tab: Page, question: str) -> None:
    whole(tab, question)
    rows = tab.locator(".atlas-l .step").evaluate_all(
        "rows => rows.map(({ dataset }) => [Number(dataset.rank), dataset.slug])"
    )
    items = of_the_api(tab, question)["items"]
    located = [[rank, item["slug"]] for rank, item in enumerate(items, 1) if item["lat"] is not None]
    features = of_the_api(tab, question, "museums.geojson")["features"]

    assert rows == [[rank, item["slug"]] for rank, item in enumerate(items, 1)]
    assert tab.evaluate(HELD) == located
    assert sorted(mark for marks in tab.evaluate(SHOWN) for mark in marks) == located
    assert [slug for _rank, slug in rows] == of_the_guide(tab, question)
    assert [slug for _rank, slug in rows] == [feature["properties"]["slug"] for feature in features]
    assert bool(rows) == ("zzzz" not in question)


@pytest.mark.parametrize("question", ["?departement=81", "?commune=toulouse", "?pres=nimes&rayon=10"])
def test_every_museum_is_reached_by_keyboard(tab: Page, question: str) -> None:
    leaf = whole(tab, question)
    seen: set[str] = set()

    _visit(tab, leaf, seen)

    assert seen == {slug for _rank, slug in tab.evaluate(HELD)}


def _visit(tab: Page, leaf: Locator, seen: set[str]) -> None:
    """See every pin in sight, then open each cluster that holds one not yet seen, and come back from it."""
    seen |= set(leaf.locator(".arc").evaluate_all("pins => pins.map(pin => pin.dataset.slug)"))
    for marks in [marks for marks in tab.evaluate(SHOWN) if len(marks) > 1]:
        if {slug for _rank, slug in marks} <= seen:
            continue
        _focus(tab, marks[0][0])
        inside = tab.evaluate(TEXT)
        tab.keyboard.press("Enter")
        until(tab, f"text => {TEXT} !== text", arg=inside)
        until(tab, "document.querySelector('.leaf').contains(document.activeElement)")
        _visit(tab, leaf, seen)
        tab.keyboard.press("Escape")
        until(tab, f"text => {TEXT} === text", arg=inside)


def _focus(tab: Page, rank: int) -> None:
    tab.evaluate(f"rank => ({CLUSTER})(rank).focus()", rank)


def _name(tab: Page, rank: int) -> str:
    return tab.evaluate(f"rank => ({CLUSTER})(rank).querySelector('.vh').textContent", rank)


def read_aloud(tab: Page) -> list[dict[str, Any]]:
    """Return what Chromium tells a screen reader of the map, in order."""
    nodes = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    [frame] = [node for node in nodes if re.match(r"Carte de \d+ musées?, num", _said(node, "name"))]
    return [node for node in _below(frame, by_id) if _said(node, "role") in {"button", "link"}]


def _below(node: dict[str, Any], by_id: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(each for child in node["childIds"] for each in _below(by_id[child], by_id))]


def _said(node: dict[str, Any], what: str) -> str:
    return node.get(what, {}).get("value", "")


def _expected(tab: Page) -> list[str]:
    """Return the names of the marks in sight, in the order of the list."""
    titles = dict(
        tab.locator(".atlas-l .step").evaluate_all(
            "rows => rows.map(row => [row.dataset.rank, row.querySelector('h3').textContent.trim()])"
        )
    )
    shown = tab.evaluate(SHOWN)
    return [
        _name(tab, marks[0][0]) if len(marks) > 1 else titles[str(marks[0][0])].replace("\n", " ")
        for marks in shown
    ]


@pytest.mark.parametrize("question", ["", "?departement=81&tri=commune", "?pres=nimes&rayon=60"])
def test_marks_are_read_aloud_by_name_in_the_order_of_the_list(tab: Page, question: str) -> None:
    leaf = whole(tab, question)
    told = [_said(node, "name") for node in read_aloud(tab)]
    marks = leaf.locator(".leaflet-marker-pane > *")
    names = _expected(tab)

    assert told == [*names, "S’approcher", "S’éloigner", "Toute la carte"]
    assert all(names)
    marks.first.focus()
    for name in names[:20]:  # by keyboard, the same order
        assert tab.evaluate("document.activeElement.querySelector('.vh').textContent") == name
        tab.keyboard.press("Tab")


def test_an_opened_cluster_keeps_the_focus_and_the_order(tab: Page) -> None:
    leaf = whole(tab, "")
    cluster = leaf.get_by_role("button", name=re.compile("^Toulouse"))
    name = cluster.locator(".vh").text_content()
    cluster.focus()
    tab.keyboard.press("Enter")
    until(tab, "name => !document.activeElement.textContent.includes(name)", arg=name)
    told = read_aloud(tab)
    focused = [
        _said(node, "name")
        for node in told
        for each in node["properties"]
        if each["name"] == "focused" and each["value"]["value"]
    ]

    assert len(focused) == 1
    assert [_said(node, "name") for node in told][:-3] == _expected(tab)
    assert focused[0] in _expected(tab)
    tab.keyboard.press("Escape")
    expect(leaf.get_by_role("button", name=name, exact=True)).to_be_focused()
    assert [_said(node, "name") for node in read_aloud(tab)][:-3] == _expected(tab)


@pytest.mark.parametrize("question", ["?departement=48", "?commune=toulouse"])
def test_axe_finds_nothing_once_a_mark_is_open(tab: Page, question: str) -> None:
    tab.route("**/*", _without_policy)
    leaf = whole(tab, question)
    leaf.locator(".leaflet-marker-icon").first.press("Enter")
    tab.wait_for_timeout(800)

    assert judged(tab) == []


def _without_policy(route: Any) -> None:
    """Let axe in: the page itself is tried with its policy elsewhere."""
    response = route.fetch()
    headers = {name: value for name, value in response.headers.items() if name != "content-security-policy"}
    route.fulfill(response=response, headers=headers)
