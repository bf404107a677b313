"""The large map, in a real browser: by keyboard, in step with the list, without script."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.patience import until

pytestmark = pytest.mark.browser


def opened(tab: Page, address: str = "/fr/carte/") -> Locator:
    tab.goto(address)
    tab.locator(".leaf .canal").wait_for(state="attached")
    return tab.locator(".leaf")


def focused(tab: Page) -> str:
    return tab.evaluate("document.activeElement.className")


def test_enter_opens_a_cluster_and_escape_leads_back(tab: Page) -> None:
    leaf = opened(tab)
    cluster = leaf.get_by_role("button", name=re.compile("^Toulouse.*, [0-9]+ musées, Entrée pour ouvrir$"))
    name = cluster.text_content()
    cluster.focus()
    tab.keyboard.press("Enter")
    until(tab, "document.activeElement.matches('.leaflet-marker-icon')")
    until(tab, "name => document.activeElement.textContent !== name", arg=name)
    assert tab.evaluate("document.querySelector('.leaf').contains(document.activeElement)")
    tab.keyboard.press("Escape")
    until(tab, "name => document.activeElement.textContent === name", arg=name)

    expect(cluster).to_be_focused()


def test_every_cluster_can_be_opened_down_to_its_museums(tab: Page) -> None:
    leaf = opened(tab)
    leaf.get_by_role("button", name=re.compile("^Toulouse")).focus()
    for _step in range(12):
        until(tab, "document.activeElement.matches('.leaflet-marker-icon')")
        if "clu-l" not in focused(tab):
            break
        before = tab.evaluate("document.activeElement.textContent")
        tab.keyboard.press("Enter")
        tab.wait_for_timeout(800)
        assert tab.evaluate("document.activeElement.textContent") != before or "arc" in focused(tab)

    assert "arc" in focused(tab)


def test_tab_reaches_the_marks_of_the_map(tab: Page) -> None:
    leaf = opened(tab)
    leaf.get_by_role("button", name="Toute la carte").focus()
    tab.locator(".atlas-l").focus()
    for _step in range(140):
        tab.keyboard.press("Tab")
        if "leaflet-marker-icon" in focused(tab):
            break

    assert "leaflet-marker-icon" in focused(tab)


def test_a_popup_is_reached_and_escape_gives_the_focus_back(tab: Page) -> None:
    leaf = opened(tab)
    pin = leaf.locator(".arc").first
    name = pin.locator(".vh").text_content()
    pin.focus()
    tab.keyboard.press("Enter")
    link = leaf.get_by_role("link", name=name)
    expect(link).to_be_focused()
    assert re.search("/fr/musees/[a-z0-9-]+/$", link.get_attribute("href"))
    tab.keyboard.press("Escape")

    expect(link).not_to_be_attached()
    expect(pin).to_be_focused()


def test_escape_elsewhere_changes_nothing(tab: Page) -> None:
    leaf = opened(tab)
    pin = leaf.locator(".arc").first
    pin.focus()
    tab.keyboard.press("Escape")

    expect(pin).to_be_focused()


def test_list_and_guide_answer_alike(tab: Page) -> None:
    opened(tab, "/fr/carte/?departement=81&tri=commune")
    rows = tab.locator(".atlas-l h3 a").evaluate_all("links => links.map(link => link.href)")
    tab.get_by_role("link", name="Filtrer dans le guide").click()

    expect(tab).to_have_url(re.compile(r"/fr/musees/\?departement=81&tri=commune$"))
    assert tab.locator("#liste h3 a").evaluate_all("links => links.map(link => link.href)") == rows


def test_a_row_shows_its_pin_and_a_pin_its_row(tab: Page) -> None:
    leaf = opened(tab, "/fr/carte/?departement=48")
    row = tab.locator(".step").first
    row.get_by_role("link").focus()
    expect(leaf.locator(".is-on")).to_have_count(1)
    other = tab.locator(".step").nth(1)
    leaf.locator(f".arc[data-slug='{other.get_attribute('data-slug')}']").focus()

    expect(other).to_have_class(re.compile("is-on"))
    expect(row).not_to_have_class(re.compile("is-on"))


def test_without_script_the_drawing_leads_to_the_towns(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/carte/?departement=81")
    drawing = page.get_by_role("group", name=re.compile("^Carte de 13 musées"))
    albi = drawing.get_by_role("link", name=re.compile("^Albi, "))

    expect(albi).to_have_attribute("href", "/fr/communes/albi/")
    albi.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Albi")
    context.close()


def test_filters_are_taken_away_one_by_one_without_script(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/carte/?theme=beaux-arts&departement=31")
    page.get_by_role("link", name="Retirer le filtre Beaux-arts").click()

    expect(page).to_have_url(f"{served}/fr/carte/?departement=31")
    expect(page.get_by_role("list", name="Filtres en cours").get_by_role("link")).to_have_count(2)
    page.get_by_role("link", name="Tout effacer").click()
    expect(page).to_have_url(f"{served}/fr/carte/")
    expect(page.get_by_role("list", name="Filtres en cours")).not_to_be_attached()
    context.close()
