"""What scripts add to plain pages: suggestions, « Autour de moi », the kept list."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

ITEMS = [
    {
        "kind": "town",
        "title": "Albi",
        "lang": "fr",
        "detail": "Ville du Tarn",
        "url": "/fr/communes/albi/",
    },
    {
        "kind": "museum",
        "title": "Musée Toulouse-Lautrec",
        "lang": "fr",
        "detail": "Albi",
        "url": "/fr/musees/musee-toulouse-lautrec/",
    },
]


def suggesting(tab: Page, items: object = ITEMS, status: int = 200) -> list[str]:
    """Answer suggestions in the server's place, and return what was asked."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=status, content_type="application/json", body=json.dumps({"items": items}))

    tab.route("**/api/v1/suggestions?*", answer)
    return asked


def test_arrows_choose_a_suggestion_and_enter_goes_there(tab: Page) -> None:
    asked = suggesting(tab)
    tab.goto("/fr/")
    field = tab.get_by_role("combobox", name="Quel musée ?")
    field.press_sequentially("alb")
    expect(tab.get_by_role("listbox").get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(tab.locator(".suggests [role=status]")).to_have_text("2 suggestions. Flèches pour choisir.")
    field.press("ArrowDown")
    field.press("ArrowDown")
    chosen = tab.get_by_role("listbox").get_by_role("option", selected=True)
    expect(chosen).to_have_text(re.compile("Musée Toulouse-Lautrec"))
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    field.press("Enter")

    expect(tab).to_have_url(re.compile("/fr/musees/musee-toulouse-lautrec/$"))
    assert len(asked) == 1
    assert asked[0].endswith("/api/v1/suggestions?q=alb&langue=fr")


def test_escape_closes_the_suggestions_and_keeps_the_words(tab: Page) -> None:
    suggesting(tab)
    tab.goto("/fr/musees/")
    field = tab.get_by_role("combobox", name="Rechercher un musée")
    field.press_sequentially("alb")
    expect(tab.get_by_role("listbox")).to_be_visible()
    field.press("Escape")

    expect(tab.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("alb")
    field.press("Enter")
    expect(tab).to_have_url(re.compile(r"/fr/musees/\?q=alb"))


def test_suggestions_move_nothing(tab: Page) -> None:
    suggesting(tab)
    tab.goto("/fr/")
    before = tab.locator("main").bounding_box()
    tab.get_by_role("combobox").first.press_sequentially("alb")
    expect(tab.get_by_role("listbox")).to_be_visible()

    assert tab.locator("main").bounding_box() == before


@pytest.mark.parametrize("items", [[], None, [{"title": "Nulle part"}]])
def test_an_answer_that_is_none_leaves_a_plain_form(tab: Page, items: object) -> None:
    asked = suggesting(tab, items)
    tab.goto("/fr/")
    field = tab.get_by_role("combobox").first
    with tab.expect_response("**/api/v1/suggestions?*"):
        field.press_sequentially("alb")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    field.press("Enter")

    expect(tab).to_have_url(re.compile(r"/fr/musees/\?q=alb"))
    assert asked


def test_around_me_asks_and_shows_what_is_near(chromium: Browser, served: str) -> None:
    context = chromium.new_context(
        base_url=served,
        viewport={"width": 1280, "height": 900},
        geolocation={"latitude": 43.92812, "longitude": 2.14467},
        permissions=["geolocation"],
    )
    page = context.new_page()
    page.goto("/fr/musees/")
    page.get_by_role("button", name="Autour de moi").click()

    expect(page).to_have_url(re.compile(r"pres=43\.93(%2C|,)2\.14"))
    expect(page.locator("#liste .meta").nth(1)).to_have_text(re.compile("km|Albi"))
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_a_refusal_is_taken_politely(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, viewport={"width": 1280, "height": 900}, permissions=[])
    page = context.new_page()
    page.add_init_script(
        "navigator.geolocation.getCurrentPosition = (yes, no) => no({ code: 1, PERMISSION_DENIED: 1 })"
    )
    page.goto("/fr/musees/")
    page.get_by_role("button", name="Autour de moi").click()

    expect(page.locator("#autour-dit")).to_have_text(re.compile("^Vous avez préféré"))
    expect(page.get_by_label("Une commune ou un code postal")).to_be_focused()
    context.close()


def test_a_museum_is_kept_shown_and_dropped(tab: Page) -> None:
    for slug in ("musee-goya", "musee-des-augustins"):
        tab.goto(f"/fr/musees/{slug}/")
        toggle = tab.get_by_role("button", name="Garder dans ma liste")
        expect(toggle).to_have_attribute("aria-pressed", "false")
        toggle.press("Enter")
        expect(toggle).to_have_attribute("aria-pressed", "true")
    tab.get_by_role("link", name="Ma liste (2)").click()
    expect(tab.locator(".step h3")).to_have_text(["Musée Goya", "Musée des Augustins"])
    expect(tab).to_have_url(re.compile(r"/fr/ma-liste/\?m=musee-goya&m=musee-des-augustins$"))
    tab.goto("/fr/ma-liste/")
    expect(tab).to_have_url(re.compile(r"/fr/ma-liste/\?m=musee-goya&m=musee-des-augustins$"))
    tab.get_by_role("button", name="Retirer Musée Goya").click()

    expect(tab.locator(".step h3")).to_have_text(["Musée des Augustins"])
    assert tab.evaluate("localStorage.getItem('ma-liste')") == '["musee-des-augustins"]'


def test_a_shared_list_reads_without_script_and_says_what_it_left_out(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/ma-liste/?m=musee-goya&m=rien")

    expect(page.locator(".step h3")).to_have_text(["Musée Goya"])
    expect(page.get_by_text("1 musée de l’adresse n’existe pas ici")).to_be_visible()
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    page.goto("/fr/ma-liste/")
    expect(page.get_by_text("La liste est vide.")).to_be_visible()
    context.close()


def test_a_list_prints_on_one_sheet_without_what_only_a_screen_can_do(tab: Page) -> None:
    slugs = ["musee-goya", "musee-des-augustins", "musee-toulouse-lautrec", "musee-de-l-ephebe"]
    tab.add_init_script(f"localStorage.setItem('ma-liste', JSON.stringify({json.dumps(slugs)}))")
    tab.goto("/fr/ma-liste/")
    expect(tab.get_by_role("button", name="Retirer Musée Goya")).to_be_visible()
    tab.locator(".leaf .canal").wait_for(state="attached")
    printed = tab.pdf(format="A4")
    tab.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    expect(tab.get_by_role("button")).to_have_count(0)
    expect(tab.locator(".step h3")).to_have_count(4)
    expect(tab.locator(".drawn")).to_be_visible()
    expect(tab.locator(".leaf")).to_be_hidden()
