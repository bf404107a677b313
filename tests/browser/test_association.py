"""The association's rooms in a real browser: axe finds nothing, nothing scrolls sideways, the letter shows in its frame."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests import databases
from tests.browser.conftest import AXE, _serve
from tests.browser.test_accessible import LEFT, RULES
from tests.cast import Door, settle
from tests.databases import Workshop

SAMPLE = [("light", 1280), ("dark", 390)]


@dataclass(frozen=True)
class Office:
    """A served portal with the cast in it, Denis's session, and Aline's number."""

    address: str
    session: str
    aline: int
    museum: str


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The portal after a morning of Denis's."""
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("office"))
    with databases.opened(workshop, workshop.copy()) as app:
        cast = settle(app)
        denis = Door(app, cast["denis"])
        denis.post(f"/admin/comptes/{cast['aline']}/lien/")
        denis.post(f"/admin/comptes/{cast['clara']}/suspendre/", {"reason": "Fin de contrat"})
        denis.post(f"/admin/comptes/{cast['bernat']}/association/", {"rights": ["translator"]})
        cookie = denis.client.get_cookie("session")
        assert cookie is not None
        for address in _serve(app):
            yield Office(address, cookie.value, cast["aline"], cast.here_slug)


def opened(chromium: Browser, office: Office, scheme: str, width: int, *, with_axe: bool) -> Page:
    """A tab of Denis's browser."""
    context = chromium.new_context(
        base_url=office.address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=with_axe,
    )
    context.add_cookies([{"name": "session", "value": office.session, "url": office.address}])
    return context.new_page()


def paths(office: Office) -> list[str]:
    account = f"/admin/comptes/{office.aline}/"
    return [
        "/admin/",
        "/admin/musees/",
        "/admin/musees/?compte=responsable",
        "/admin/comptes/",
        "/admin/comptes/?q=personne",
        account,
        f"{account}suspendre/",
        f"{account}voir/",
        f"{account}adresse/",
        f"{account}musees/",
        f"{account}musees/{office.museum}/",
        f"{account}association/",
        f"{account}effacer/",
        "/admin/journal/?verifier=1",
        "/admin/lettres/",
        "/admin/lettres/1/",
        "/admin/roles/",
    ]


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), SAMPLE)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    chromium: Browser, office: Office, scheme: str, width: int
) -> None:
    page = opened(chromium, office, scheme, width, with_axe=True)
    options = {"runOnly": RULES, "rules": LEFT | {"color-contrast-enhanced": {"enabled": True}}}
    wrong = []
    for path in paths(office):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((path, "wider than the window", []))
        page.add_script_tag(path=AXE)
        found = page.evaluate("options => axe.run(document, options)", options)["violations"]
        wrong += [(path, rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]
    page.context.close()

    assert wrong == []


@pytest.mark.browser
def test_the_letter_shows_in_its_frame_under_the_real_policy(chromium: Browser, office: Office) -> None:
    page = opened(chromium, office, "light", 1280, with_axe=False)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    page.goto("/admin/lettres/1/")

    frame = page.frame_locator("iframe.letter")
    assert frame.locator("h1").inner_text() == "Votre lien de connexion aux Musées d’Occitanie"
    button = frame.locator("a.b")
    assert button.evaluate("link => getComputedStyle(link).backgroundColor") == "rgb(27, 58, 99)"
    assert (button.get_attribute("href") or "").endswith("/connexion/lien/…/")
    page.context.close()
    assert complaints == []
