"""The screen of hours in a real browser: an employee's spring without script, the preview with it, axe on what is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import databases
from tests.browser.conftest import _serve
from tests.browser.test_space import SAMPLE, Space, faults, window
from tests.cast import Door, settle
from tests.databases import Workshop
from tests.web.dashboard.hours.screen import both_seasons, room


@pytest.fixture(scope="module")
def hours_space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    """The portal with a museum that has written summer and winter."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("hours"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        aline, bernat = Door(app, cast["aline"]), Door(app, cast["bernat"])
        both_seasons(aline, cast)
        bernat.get(room(cast))
        sessions = [door.client.get_cookie("session") for door in (aline, bernat)]
        for address in _serve(app):
            yield Space(address, cast, *(cookie.value for cookie in sessions if cookie), {})


def opened(context: BrowserContext, space: Space) -> Page:
    page = context.new_page()
    answer = page.goto(room(space.cast))
    assert answer is not None
    assert answer.status == 200
    return page


def field(page: Page, place: str) -> str:
    return page.locator(f'[id="{place}"]').input_value()


@pytest.mark.browser
def test_a_spring_without_script(chromium: Browser, hours_space: Space) -> None:
    context = window(
        chromium, hours_space, "aline", java_script_enabled=False, viewport={"width": 320, "height": 800}
    )
    page = opened(context, hours_space)

    page.fill('[id="periods.0.week.1"]', "10h-19h")
    page.click('button[value="all periods.0.week.1"]')
    assert field(page, "periods.0.week.6") == "10h-19h"
    page.click('button[value="add periods.0.monthly"]')
    page.fill('[id="periods.0.monthly.0.times"]', "9h-19h")
    page.check('[name="holidays.assumption.decision"][value=usual]', force=True)
    page.press('[id="periods.0.to"]', "Enter")
    expect(page.locator("h1")).to_have_text("Horaires")
    assert field(page, "periods.0.week.6") == "10h-19h"
    page.fill('[id="periods.0.to"]', "31 juin")
    page.click("button[value=publish]")
    page.click("#a-corriger a")
    assert page.url.endswith("#periods.0.to")
    page.fill('[id="periods.0.to"]', "31 octobre")
    page.click("button[value=publish]")
    expect(page).not_to_have_url(f"{hours_space.address}{room(hours_space.cast)}")
    page.goto(room(hours_space.cast))

    assert field(page, "periods.0.week.6") == "10\u00a0h\u00a0– 19\u00a0h"
    assert field(page, "periods.0.monthly.0.times") == "9\u00a0h\u00a0– 19\u00a0h"
    assert page.locator('[name="holidays.assumption.decision"][value=usual]').is_checked()
    context.close()


@pytest.mark.browser
def test_the_two_weeks_follow_what_is_typed(chromium: Browser, hours_space: Space) -> None:
    context = window(chromium, hours_space, "bernat", viewport={"width": 1280, "height": 900})
    page = opened(context, hours_space)
    weeks = page.locator("#apercu")

    expect(page.get_by_role("button", name="Prévisualiser")).to_be_hidden()
    expect(weeks).not_to_contain_text("16")
    for day in range(7):
        page.fill(f'[id="periods.1.week.{day}"]', "14h-16h30")
    expect(weeks.locator("tr").first).to_contain_text("16\u00a0h\u00a030")
    page.fill('[id="periods.1.week.0"]', "midi pile")
    expect(weeks).to_contain_text("à corriger")
    page.press('[id="periods.1.week.0"]', "Enter")
    expect(page.locator('[id="periods.1.week.0"]')).to_be_focused()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [*SAMPLE, ("light", 320)])
def test_axe_finds_nothing_on_the_screen_of_hours(
    chromium: Browser, hours_space: Space, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 900}
    context = window(chromium, hours_space, "bernat", color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page = opened(context, hours_space)
    wrong = faults(page, "as it is")

    page.fill('[id="periods.0.week.2"]', "25:00")
    page.click('button[value="add exceptions"]')
    page.fill('[id="exceptions.0.from"]', "31 février")
    page.click('button[value="add closures"]')
    page.fill('[id="closures.0.from"]', "jamais")
    page.click('button[value="add services.cafe.periods"]')
    page.click("button[value=publish]")
    expect(page.locator("#a-corriger a")).to_have_count(4)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    wrong += faults(page, "what is to be corrected")
    context.close()

    assert wrong == []
