"""Hours in a real browser: axe on every state, the door sign on one sheet of paper, another day with script."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from portal.db import WRITE_EVERYTHING, db, enter
from portal.domain.museums import Museum
from tests import databases
from tests.browser.conftest import _serve
from tests.browser.test_accessible import violations
from tests.databases import Workshop
from tests.opening import CLOSED, SUMMER, WINTER, day_off, publish, season, whole

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OPEN, DOUBT, WORKS, CROWDED = "musee-goya", "musee-champollion", "musee-fabre", "musee-ingres-bourdelle"
THREE = ["09:00-11:00", "13:00-15:30", "20:00-25:00"]
SERVICE = {"kind": "library", "periods": [season("01-01", "12-31")]}
STATES = [
    ("musees/musee-goya/?date=2026-12-25", "dark", 390),
    ("musees/musee-goya/?date=n’importe quoi", "light", 1280),
    ("musees/musee-champollion/", "light", 390),
    ("musees/musee-fabre/", "dark", 1280),
    ("musees/musee-goya/affiche/", "dark", 390),
    ("musees/narbo-via/affiche/", "light", 1280),
    ("musees/?ouvert=1&date=2026-12-01", "light", 1280),
    ("carte/?ouvert=a-confirmer", "dark", 390),
]


def hours_of(slug: str) -> tuple[dict, dict]:
    """Return what is published of a museum: every state between them, and more than a sheet of paper holds."""
    off = [day_off("2026-12-01", "2026-12-03"), day_off("2026-12-08", effect="closes_early", at="16:00")]
    works = {"from": "2026-09-01", "to": None, "reason": "works", "words": None, "reopening": None}
    many = [
        day_off(f"2026-12-{day:02}", words={"fr": "Un mot de plus. " * 6, "oc": None}) for day in range(1, 31)
    ]
    months = [
        season(
            "11-01",
            "11-30",
            [list(THREE)] * 7,
            last_admission=45,
            monthly=[{"nth": 1, "weekday": 6, "slots": THREE}],
        ),
        season("12-01", "12-31", [[*THREE, "groups"]] * 7, last_admission=45),
    ]
    holidays = {"christmas": CLOSED, "new_year": CLOSED, "labour_day": CLOSED, "ascension": CLOSED}
    return {
        OPEN: (
            whole(SUMMER, WINTER, holidays=holidays) | {"services": [SERVICE]},
            {"exceptions": off, "closures": []},
        ),
        DOUBT: (whole(season("2026-04-01", "2026-10-31"), season("2027-04-04", "2027-10-31")), {}),
        WORKS: (whole(), {"exceptions": [], "closures": [works]}),
        CROWDED: (whole(*months, holidays=holidays), {"exceptions": many, "closures": []}),
    }[slug]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal where four museums have hours."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("hours"))
    with databases.opened(workshop, workshop.filled) as app:
        app.extensions["settings"] = replace(app.extensions["settings"], qa_now=NOW)
        _publish_all(app)
        yield from _serve(app)


def _publish_all(app: Flask) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        for slug in (OPEN, DOUBT, WORKS, CROWDED):
            museum = db.session.scalars(select(Museum).where(Museum.slug == slug)).one()
            written, exceptions = hours_of(slug)
            publish(db.session(), museum.id, written, exceptions or None)
        db.session.commit()


@pytest.mark.browser
@pytest.mark.parametrize(("path", "scheme", "width"), STATES)
def test_axe_finds_nothing_in_any_state(
    chromium: Browser, served: str, path: str, scheme: str, width: int
) -> None:
    assert violations(chromium, f"{served}/fr/{path}", scheme, width) == []


@pytest.mark.browser
@pytest.mark.parametrize("slug", [OPEN, DOUBT, WORKS, CROWDED])
def test_a_door_sign_is_one_sheet_and_nothing_is_cut(chromium: Browser, served: str, slug: str) -> None:
    page = chromium.new_page(base_url=served, viewport={"width": 794, "height": 1123})
    page.goto(f"/fr/musees/{slug}/affiche/")
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="print")
    overflow = page.evaluate(
        "() => { const a = document.querySelector('.a4'); return a.scrollHeight - a.clientHeight; }"
    )
    page.close()

    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", printed), "A4"
    assert overflow <= 0


@pytest.mark.browser
def test_a_museum_prints_with_its_hours(chromium: Browser, served: str) -> None:
    page = chromium.new_page(base_url=served)
    page.goto(f"/fr/musees/{OPEN}/")
    page.emulate_media(media="print")

    assert page.locator(".hours .week").is_visible()
    assert not page.locator(".hours .answer").is_visible()
    page.close()


@pytest.mark.browser
def test_another_day_is_chosen_with_script_as_without(tab: Page) -> None:
    tab.goto("/fr/musees/?departement=81")
    tab.get_by_label("Ouvert ce jour-là").check()
    tab.wait_for_url(re.compile("ouvert=1"))
    tab.get_by_label("Un autre jour").fill("2026-12-05")
    tab.get_by_role("button", name="Voir", exact=True).click()
    tab.wait_for_url(re.compile("date=2026-12-05"))

    assert tab.locator("article.hit h3").all_inner_texts() == ["Musée Goya"]
    assert "ouvert le samedi 5 décembre 2026" in tab.locator("h1").inner_text()
    assert "12 musées" in tab.locator(".may").inner_text()
