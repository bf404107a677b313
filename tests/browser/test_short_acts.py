"""The short acts around hours in a real browser: a phone closes in four taps, and axe finds nothing on the way."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import databases
from tests.browser.conftest import _serve
from tests.browser.test_space import faults
from tests.cast import Cast, settle
from tests.databases import Workshop
from tests.web.auth.test_confirmations import ask
from tests.web.dashboard.seasons import TODAY, at_desk, day, open_for_the_season


@dataclass(frozen=True)
class Season:
    """A served museum with hours, the sessions of Aline and Denis, and a letter's link."""

    app: Flask
    address: str
    cast: Cast
    sessions: dict[str, str]
    link: str


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Season]:
    """A Thursday of June, at 10:41."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("acts"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        open_for_the_season(app, cast)
        link = ask(app, cast)
        sessions = {}
        for name in ("aline", "denis"):
            cookie = at_desk(app, cast[name]).client.get_cookie("session")
            assert cookie is not None
            sessions[name] = cookie.value
        for address in _serve(app):
            yield Season(app, address, cast, sessions, link)


def window(chromium: Browser, season: Season, who: str, width: int, **more: object) -> BrowserContext:
    context = chromium.new_context(
        base_url=season.address,
        reduced_motion="reduce",
        viewport={"width": width, "height": 900},
        **more,
    )
    if who:
        value = season.sessions[who]
        context.add_cookies([{"name": "session", "value": value, "url": season.address}])
    return context


def addresses(season: Season) -> list[tuple[str, str]]:
    here = f"/espace/{season.cast.here_slug}/horaires"
    pages = [("aline", f"{here}/{name}/") for name in ("fermer", "reconduire", "toujours-exact", "recu")]
    return [
        *pages,
        ("", season.link),
        ("denis", "/admin/calendrier-scolaire/"),
        ("denis", "/admin/calendrier-scolaire/1/"),
    ]


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_the_short_acts(
    chromium: Browser, season: Season, scheme: str, width: int
) -> None:
    wrong = []
    for who, path in addresses(season):
        context = window(chromium, season, who, width, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        wrong += faults(page, path)
        if path.endswith("/fermer/"):
            page.check("[name=when][value=range]")
            page.click("button[value=publish]")
            wrong += faults(page, "what is to be corrected")
        context.close()

    assert wrong == []


@pytest.mark.browser
def test_a_phone_closes_in_four_taps_and_takes_it_back(chromium: Browser, season: Season) -> None:
    context = window(chromium, season, "aline", 390, has_touch=True)
    page = context.new_page()
    page.goto(f"/espace/{season.cast.here_slug}/")

    page.get_by_role("link", name="Fermer exceptionnellement").tap()
    page.get_by_text("Intempéries", exact=True).tap()
    expect(page.locator("#apercu")).to_contain_text("fermé, intempéries. Rouvre demain à 10")
    expect(page.get_by_label("Le dernier jour")).to_be_hidden()
    assert (
        day(season.app, season.cast, TODAY) == "open 10:00-19:00"
    )  # reading what it will say says nothing yet
    page.get_by_role("button", name="Publier").tap()

    expect(page.locator("h1")).to_have_text("Publié. La page est à jour.")
    assert day(season.app, season.cast, TODAY) == "closed"
    page.get_by_role("button", name="Tout rétablir").tap()
    expect(page.get_by_text("C’est rétabli")).to_be_visible()
    assert day(season.app, season.cast, TODAY) == "open 10:00-19:00"
    context.close()


@pytest.mark.browser
def test_without_script_next_year_is_changed_line_by_line(chromium: Browser, season: Season) -> None:
    context = window(chromium, season, "aline", 1280, java_script_enabled=False)
    page: Page = context.new_page()
    page.goto(f"/espace/{season.cast.here_slug}/horaires/reconduire/")
    summer = page.locator(".line").filter(has_text="Horaires d’été")

    summer.get_by_label("Modifier").check()
    summer.locator("summary").click()
    summer.get_by_label("Dernier jour").fill("2027-11-07")
    page.get_by_role("button", name="Garder").click()

    expect(page.get_by_text("lignes sont gardées en brouillon")).to_be_visible()
    context.close()
