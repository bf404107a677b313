"""A museum's space in a real browser: axe finds nothing, two texts are settled without script, the edit link appears."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import databases
from tests.browser.conftest import AXE, _serve
from tests.browser.test_accessible import LEFT, RULES
from tests.cast import Cast, Door, settle
from tests.databases import Workshop
from tests.web.dashboard.test_profile_room import fields, room, write

SAMPLE = [("light", 1280), ("dark", 390)]


@dataclass(frozen=True)
class Space:
    """A served portal, its cast, and the sessions of Aline and of Bernat."""

    address: str
    cast: Cast
    aline: str
    bernat: str
    opened: dict[str, str]
    """The Fiche as Aline had it before Bernat wrote."""


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    """The portal after a day of work: a Fiche online, a proposal waiting, somebody invited."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("space"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        aline, bernat, clara = (Door(app, cast[name]) for name in ("aline", "bernat", "clara"))
        write(aline, cast, presentation_fr="Un musée au bord du canal.", phone="04 68 77 73 70")
        opened = fields(aline, room(cast))
        write(bernat, cast, presentation_fr="Un grand musée au bord du canal.")
        write(clara, cast, "submit", presentation_fr="Un grand musée, trois salles.")
        team = f"/espace/{cast.here_slug}/equipe/"
        guest = {"name": "Dominique Roux", "email": "roux@musee.example", "role": "editor", "language": "fr"}
        aline.post(team, guest | {"once": "k" * 32})
        sessions = [door.client.get_cookie("session") for door in (aline, bernat)]
        for address in _serve(app):
            yield Space(address, cast, *(cookie.value for cookie in sessions if cookie), opened)


def window(chromium: Browser, space: Space, who: str, **more: object) -> BrowserContext:
    """A browser signed in as somebody."""
    context = chromium.new_context(base_url=space.address, reduced_motion="reduce", **more)
    if who:
        cookies = {"session": getattr(space, who), "atelier": "1"}
        context.add_cookies(
            [{"name": name, "value": value, "url": space.address} for name, value in cookies.items()]
        )
    return context


def paths(space: Space) -> list[str]:
    here = f"/espace/{space.cast.here_slug}/"
    pages = ["", "description/", "historique/", "historique/2/", "equipe/", "equipe/quitter/"]
    pages += ["acces/", "acces/pratique/", "acces/panne/"]
    return ["/compte/", *(here + page for page in pages)]


def faults(page: Page, path: str) -> list[object]:
    options = {"runOnly": RULES, "rules": LEFT | {"color-contrast-enhanced": {"enabled": True}}}
    found: list[object] = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append((path, "wider than the window"))
    page.add_script_tag(path=AXE)
    violations = page.evaluate("options => axe.run(document, options)", options)["violations"]
    found += [(path, rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in violations]
    return found


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), SAMPLE)
def test_axe_finds_nothing_in_the_space(chromium: Browser, space: Space, scheme: str, width: int) -> None:
    viewport = {"width": width, "height": 900}
    context = window(chromium, space, "aline", color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page, wrong = context.new_page(), []
    for path in paths(space):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        wrong += faults(page, path)
    page.goto(f"/espace/{space.cast.here_slug}/description/")
    page.evaluate("document.querySelector('#joindre').open = true")  # folded on a telephone
    page.fill("#phone", "appelez-nous")
    page.click("button[value=publish]")
    wrong += faults(page, "what is to be corrected")
    context.close()

    assert wrong == []


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), SAMPLE)
def test_two_texts_are_settled_field_by_field_without_script(
    chromium: Browser, space: Space, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 900}
    seeing = window(chromium, space, "aline", color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page = seeing.new_page()
    page.goto(f"/espace/{space.cast.here_slug}/description/")
    page.evaluate(
        "version => document.querySelector('[name=version]').value = version", space.opened["version"]
    )
    page.fill("#presentation_fr", "Un vieux musée au bord du canal.")
    page.click("button[value=draft]")

    expect(page.locator("h1")).to_have_text("Clara a écrit en même temps que vous")
    wrong = faults(page, "two texts")
    seeing.close()

    assert wrong == []


@pytest.mark.browser
def test_the_public_page_offers_to_edit_to_those_who_may_and_is_the_same_for_all(
    chromium: Browser, space: Space
) -> None:
    here, elsewhere = (f"/fr/musees/{slug}/" for slug in (space.cast.here_slug, space.cast.elsewhere_slug))
    staff, visitor = window(chromium, space, "bernat"), window(chromium, space, "")
    asked: list[str] = []
    page, other = staff.new_page(), visitor.new_page()
    other.on("request", lambda request: asked.append(request.url))

    page.goto(here)
    expect(page.get_by_role("link", name="Modifier cette page")).to_be_visible()
    page.get_by_role("link", name="Modifier cette page").click()
    expect(page).to_have_url(f"{space.address}/espace/{space.cast.here_slug}/")
    page.goto(elsewhere)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("link", name="Modifier cette page")).to_be_hidden()
    other.goto(here)
    other.wait_for_load_state("networkidle")

    assert not [address for address in asked if "/espace/" in address]
    expect(other.get_by_role("link", name="Modifier cette page")).to_be_hidden()
    staff.close()
    visitor.close()
