"""What visitors do, in a real browser: by keyboard, without script, on a small screen, on paper."""

import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_the_first_key_leads_to_the_content(tab: Page) -> None:
    tab.goto("/fr/musees/")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Aller au contenu")).to_be_focused()
    tab.keyboard.press("Enter")

    expect(tab.locator("main")).to_be_focused()


def test_a_family_finds_a_museum_by_keyboard(tab: Page) -> None:
    tab.goto("/fr/")
    tab.get_by_label("Quel musée ?").fill("toulouse lautrec")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Musée Toulouse-Lautrec").focus()
    tab.keyboard.press("Enter")

    expect(tab.get_by_role("heading", level=1)).to_have_text("Musée Toulouse-Lautrec")
    assert tab.get_by_role("link", name=re.compile("^Téléphone")).get_attribute("href") == "tel:+33563494870"


def test_filters_chips_and_the_back_button_work_without_script(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/musees/")
    page.get_by_label(re.compile("^Beaux-arts")).check()
    page.get_by_role("button", name="Appliquer").click()

    expect(page).to_have_url(re.compile("theme=beaux-arts"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Beaux-arts"))
    page.get_by_role("link", name=re.compile("Retirer le filtre.*Beaux-arts")).click()
    expect(page).to_have_url(f"{served}/fr/musees/")
    page.go_back()
    expect(page).to_have_url(re.compile("theme=beaux-arts"))
    context.close()


def test_filters_open_on_a_phone_without_script(chromium: Browser, served: str) -> None:
    context = chromium.new_context(
        base_url=served, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto("/fr/musees/")
    box = page.get_by_label(re.compile("^Beaux-arts"))
    expect(box).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Filtres")).click()

    expect(box).to_be_visible()
    context.close()


def test_filters_are_a_sheet_on_a_phone_that_escape_closes(chromium: Browser, served: str) -> None:
    context = chromium.new_context(
        base_url=served, viewport={"width": 390, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/fr/musees/")
    opener = page.get_by_text(re.compile("^Filtres")).first
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    context.close()


@pytest.mark.parametrize(
    "path", ["/fr/", "/oc/musees/", "/fr/musees/musee-goya/", "/oc/themes/beaux-arts/", "/fr/rien/"]
)
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_overflows_a_narrow_screen_or_large_text(
    chromium: Browser, served: str, path: str, size: int
) -> None:
    context = chromium.new_context(
        base_url=served, viewport={"width": 320 if size == 100 else 640, "height": 800}
    )
    page = context.new_page()
    page.goto(path)
    page.evaluate("size => { document.documentElement.style.fontSize = `${size}%` }", size)

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


@pytest.mark.parametrize("language", ["fr", "oc"])
def test_a_museum_prints_on_one_sheet(tab: Page, language: str) -> None:
    tab.goto(f"/{language}/musees/musee-des-augustins/")

    printed = tab.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page[^s]", io.BytesIO(printed).getvalue())) == 1


def test_one_chooses_how_pages_look_and_nothing_else_is_kept(tab: Page, served: str) -> None:
    tab.goto("/oc/musees/musee-goya/")
    tab.get_by_role("link", name="Afichatge").first.click()
    tab.get_by_label("Escur").check()
    tab.locator("form").filter(has=tab.get_by_label("Escur")).get_by_role("button").last.click()

    expect(tab).to_have_url(f"{served}/oc/musees/musee-goya/")
    assert tab.locator("html").get_attribute("data-theme") == "dark"
    assert [(kept["name"], kept["value"]) for kept in tab.context.cookies()] == [
        ("affichage", "sombre.normale.auto")
    ]


@pytest.mark.parametrize("path", ["/fr/", "/fr/musees/", "/fr/musees/musee-goya/", "/fr/themes/beaux-arts/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(chromium: Browser, served: str, path: str, width: int) -> None:
    context = chromium.new_context(base_url=served, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
        ".observe({type: 'layout-shift', buffered: true})",
    )
    page.goto(path)
    page.wait_for_load_state("networkidle")

    # Lighthouse's own precision: a title balanced anew in the frame its font arrives is thousandths.
    assert round(page.evaluate("window.shift"), 2) == 0
    context.close()


def test_the_language_pair_keeps_the_page(tab: Page, served: str) -> None:
    tab.goto("/fr/musees/?theme=beaux-arts")
    tab.locator(".top .lang a").click()

    expect(tab).to_have_url(f"{served}/oc/musees/?theme=beaux-arts")
