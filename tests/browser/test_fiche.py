"""The Fiche in a real browser: an editor by keyboard, a paste from Word, drafts kept while one types, nobody overwritten."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import databases
from tests.browser.conftest import _serve
from tests.browser.test_space import faults
from tests.cast import Cast, Door, settle
from tests.databases import Workshop
from tests.web.dashboard.test_profile_room import public, room, write

WORD = """<p class=MsoNormal><b>Deux</b>&nbsp; salles<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1'>
<span style='mso-list:Ignore'>·</span>la cave</p><script>document.title = "pris"</script>"""
PASTE = """([area, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  document.getElementById(area).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Cast, str]]:
    """A portal where Aline has published two lines, and the address it answers at."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("fiche"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        write(
            Door(app, cast["aline"]), cast, presentation_fr="Au bord du canal.", history_fr="# Avant\n\nRien."
        )
        for address in _serve(app):
            yield app, cast, address


def opened(chromium: Browser, desk: tuple[Any, Cast, str], complaints: list[str], **more: Any) -> Page:
    """Aline's Fiche with its editors, and a clock that the test moves."""
    app, cast, address = desk
    context = chromium.new_context(base_url=address, reduced_motion="reduce", **more)
    secret = Door(app, cast["aline"]).client.get_cookie("session")
    assert secret is not None
    context.add_cookies([{"name": "session", "value": secret.value, "url": address}])
    page = context.new_page()
    page.clock.install()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(room(cast))
    expect(page.locator(".rt")).to_have_count(8)
    return page


@pytest.mark.browser
def test_a_text_is_written_with_the_keyboard_kept_while_typing_and_nobody_is_overwritten(
    chromium: Browser, desk: tuple[Any, Cast, str]
) -> None:
    complaints: list[str] = []
    app, cast, _address = desk
    page = opened(chromium, desk, complaints)
    before = page.locator("[name=version]").first.input_value()
    text = page.get_by_role("textbox", name="Histoire, Français")
    expect(text.locator("h3")).to_have_text("Avant")

    page.evaluate(PASTE, ["building_fr", WORD])
    expect(page.locator("#building_fr li")).to_have_text("la cave")
    expect(page.locator("#building_fr strong")).to_have_text("Deux")
    bar = page.locator("[aria-controls=history_fr]")
    bar.get_by_role("button", name="Titre", exact=True).focus()
    for key in ("ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    expect(bar.get_by_role("button", name="Gras")).to_be_focused()
    text.press("Control+End")
    text.type(" Puis")
    text.press("Control+b")
    text.type(" tout.")
    expect(bar.get_by_role("button", name="Gras")).to_have_attribute("aria-pressed", "true")

    page.clock.fast_forward(5_000)
    line = page.locator(".save [role=status]")
    expect(line).to_contain_text("Brouillon gardé à")
    assert page.locator("[name=version]").first.input_value() != before
    assert "Puis" not in public(app, cast)

    write(Door(app, cast["bernat"]), cast, "draft", history_fr="L’histoire de Bernat.")
    text.type(" Encore.")
    page.clock.fast_forward(5_000)
    expect(line).to_contain_text("Un texte de Bernat attend")
    expect(text).to_contain_text("Encore.")
    page.get_by_role("button", name="Publier").click()
    expect(page.locator("h1")).to_have_text("Bernat a écrit en même temps que vous")
    expect(page.locator(".ba").first).not_to_contain_text("<p>")
    page.context.close()

    # Refusals (409) are said by the browser's own console, and nothing else is.
    assert [told for told in complaints if "409" not in told] == []


@pytest.mark.browser
def test_axe_finds_nothing_among_the_editors(chromium: Browser, desk: tuple[Any, Cast, str]) -> None:
    complaints: list[str] = []
    viewport = {"width": 390, "height": 900}
    page = opened(chromium, desk, complaints, color_scheme="dark", viewport=viewport, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details.part').forEach((part) => (part.open = true))")
    page.locator("[aria-controls=history_fr]").get_by_role("button", name="Lien").click()
    wrong = faults(page, "the Fiche with its editors")
    small = page.evaluate(
        "[...document.querySelectorAll('.rt button, .part summary')].filter((each) => each.offsetParent &&"
        " (each.offsetHeight < 44 || each.offsetWidth < 44)).map((each) => each.outerHTML.slice(0, 80))"
    )
    page.context.close()

    assert wrong == []
    assert small == []
