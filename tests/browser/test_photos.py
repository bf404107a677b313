"""The room of photos in a real browser: sent without script, placed by touching, ordered by dragging; axe finds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from portal.jobs import copies
from tests import databases
from tests.browser.conftest import _serve
from tests.browser.test_space import Space, faults, window
from tests.cast import Door, settle
from tests.databases import NOW, Workshop
from tests.pictures import photo, scene
from tests.web.dashboard.test_pictures_room import describe, room, send


@pytest.fixture(scope="module")
def wall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    """Three photos with their copies, the first one online."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("wall"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        aline = Door(app, cast["aline"])
        send(aline, room(cast), *((f"{n}.jpg", photo(300 + n, 200)) for n in range(3)))
        with app.app_context():
            copies.make_due(NOW)
        describe(aline, f"{room(cast)}1/")
        cookie = aline.client.get_cookie("session")
        assert cookie is not None
        for address in _serve(app):
            yield Space(address, cast, cookie.value, "", {})


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390), ("light", 320)])
def test_axe_finds_nothing(chromium: Browser, wall: Space, scheme: str, width: int) -> None:
    viewport = {"width": width, "height": 900}
    context = window(chromium, wall, "aline", color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page, wrong = context.new_page(), []
    for path in (room(wall.cast), f"{room(wall.cast)}2/", f"/fr/musees/{wall.cast.here_slug}/"):
        page.goto(path)
        wrong += faults(page, path)
    page.goto(f"{room(wall.cast)}2/")
    page.click("button[value=publish]")
    wrong += faults(page, "what is missing")
    context.close()

    assert wrong == []


@pytest.mark.browser
def test_the_point_follows_the_finger_and_the_crops_follow_the_point(chromium: Browser, wall: Space) -> None:
    context = window(chromium, wall, "aline", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{room(wall.cast)}2/")
    frame = page.locator("[data-focal]").bounding_box()
    assert frame is not None

    page.click("[data-focal]", position={"x": frame["width"] * 0.9, "y": frame["height"] * 0.5})

    assert abs(int(page.input_value("#across")) - 90) <= 1
    card = page.locator(".crops svg").nth(1)
    assert card.get_attribute("viewBox") == "101 0 200 200"
    page.fill("#across", "0")
    assert card.get_attribute("viewBox") == "0 0 200 200"
    context.close()


@pytest.mark.browser
def test_dragging_changes_the_order(chromium: Browser, wall: Space) -> None:
    context = window(chromium, wall, "aline", viewport={"width": 1280, "height": 1200})
    page = context.new_page()
    page.goto(room(wall.cast))
    last = page.locator(".wall-l > li").nth(2)
    moved = last.get_attribute("id")

    last.locator(".cover").drag_to(page.locator(".wall-l > li").first.locator(".cover"))

    expect(page.locator(".wall-l > li").first).to_have_attribute("id", moved or "")
    expect(page.get_by_text("Des changements attendent")).to_be_visible()
    context.close()


@pytest.mark.browser
def test_files_are_sent_without_script(chromium: Browser, wall: Space, tmp_path: Path) -> None:
    scene(320, 200).save(tmp_path / "bonne.png")
    (tmp_path / "page.jpg").write_text("<html>", encoding="ascii")
    context = window(chromium, wall, "aline", java_script_enabled=False)
    page = context.new_page()
    page.goto(room(wall.cast))

    page.set_input_files("#photos", [tmp_path / "bonne.png", tmp_path / "page.jpg"])
    page.get_by_role("button", name="Envoyer").click()

    expect(page.locator("#refusees")).to_contain_text("page.jpg")
    expect(page.locator(".wall-l")).to_contain_text("bonne.png")
    context.close()
