"""Signing in and one's own account, in a real browser: with a key of its own, with a telephone's code, without script."""

import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyotp
import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import update
from werkzeug.serving import make_server

from portal import create_app
from portal.domain.accounts import User, passwords
from tests import databases
from tests.browser.conftest import AXE
from tests.cast import Cast, everything, settle
from tests.databases import Workshop

pytestmark = pytest.mark.browser
PASSWORD = "le canal passe sous Montauban"


@dataclass(frozen=True)
class House:
    """A portal served at its own public address, with the cast in it."""

    address: str
    app: Flask
    cast: Cast


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    workshop = Workshop("sqlite", tmp_path_factory.mktemp("doors"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://localhost:{port}"  # browsers bind keys to a name, never to an address of figures
    app = create_app(replace(workshop.settings(workshop.copy()), public_url=address))
    cast = settle(app)
    with everything(app) as session:
        session.execute(update(User).values(password_digest=passwords.digest(PASSWORD)))
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield House(address, app, cast)
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        databases.dispose()
    workshop.close()


@pytest.fixture
def window(chromium: Browser, house: House) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=house.address,
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        locale="fr-FR",
    )
    yield context
    context.close()


def sign_in(page: Page, name: str) -> None:
    page.goto("/connexion")
    page.get_by_label("Courriel").fill(f"{name}@musee.example")
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()


def plug_in_a_key(context: BrowserContext, page: Page) -> None:
    """Give the browser a key that checks its holder, as a computer with a fingerprint reader has."""
    protocol = context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_aline_adds_the_key_of_her_computer_and_comes_back_with_it(
    window: BrowserContext, house: House
) -> None:
    page = window.new_page()
    plug_in_a_key(window, page)
    sign_in(page, "aline")
    page.goto("/compte/second-facteur/")
    page.get_by_label(re.compile("^Nom de la clé")).fill("Ordinateur du bureau")
    page.get_by_role("button", name="Ajouter une clé").click()
    expect(page.get_by_text("La clé est enregistrée.")).to_be_visible()
    expect(page.get_by_text("Ordinateur du bureau")).to_be_visible()
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page).to_have_url(re.compile("/connexion$"))

    page.get_by_role("button", name="Avec une clé d’accès").click()

    expect(page).to_have_url(f"{house.address}/espace/{house.cast.here_slug}/")


def test_a_browser_without_keys_is_offered_none(window: BrowserContext) -> None:
    window.add_init_script("delete window.PublicKeyCredential")
    page = window.new_page()
    page.goto("/connexion")

    expect(page.get_by_role("button", name="Se connecter")).to_be_visible()
    expect(page.get_by_role("button", name="Avec une clé d’accès")).to_be_hidden()


def test_the_password_can_be_seen_while_it_is_typed(window: BrowserContext) -> None:
    page = window.new_page()
    page.goto("/connexion")
    field = page.get_by_label("Mot de passe", exact=True)
    field.fill(PASSWORD)
    page.get_by_role("button", name="Voir").click()

    expect(field).to_have_attribute("type", "text")
    expect(page.get_by_role("button", name="Cacher")).to_have_attribute("aria-pressed", "true")


def test_bernat_signs_in_and_sets_up_his_telephone_without_script(chromium: Browser, house: House) -> None:
    context = chromium.new_context(base_url=house.address, java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    sign_in(page, "bernat")
    page.goto("/compte/")
    page.get_by_role("link", name="Régler la double vérification").click()
    page.get_by_role("button", name="Mettre en place").click()
    secret = re.search(r"[A-Z2-7]{32}", page.locator("main").inner_text())[0]
    page.get_by_label("Code à six chiffres").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Vérifier le code").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Vos codes sur papier")
    codes = page.locator("code").all_inner_texts()
    page.get_by_role("button", name="Se déconnecter").click()
    sign_in(page, "bernat")
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Continuer").click()

    expect(page).to_have_url(f"{house.address}/espace/{house.cast.here_slug}/")
    context.close()


PAGES = (
    "/connexion",
    "/connexion/lien/",
    "/connexion/lien/x/",
    "/mot-de-passe/",
    "/mot-de-passe/x/",
    "/compte/",
    "/compte/second-facteur/",
    "/compte/preuve/",
    "/compte/effacer/",
    "/compte/adresse/x/",
)


@pytest.mark.parametrize(("scheme", "width"), [("dark", 390), ("light", 1280)])
def test_everybody_can_use_the_doors(chromium: Browser, house: House, width: int, scheme: str) -> None:
    context = chromium.new_context(
        base_url=house.address,
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="fr-FR",
        bypass_csp=True,
    )
    page = context.new_page()
    found = []
    for path in PAGES:
        if path == "/compte/":
            sign_in(page, "camille")
        page.goto(path)
        page.add_script_tag(path=AXE)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        answer = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)
        found += [(path, each["id"], each["nodes"][0]["html"][:120]) for each in answer["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append((path, "wider than the window", wide))
    context.close()

    assert found == []
