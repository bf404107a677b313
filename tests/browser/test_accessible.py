"""axe finds nothing on any page, with the contrasts of AAA, in either language, light or dark, wide or narrow."""

import itertools
import json
from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import AXE

PATHS = (
    "/",
    "/musees/",
    "/musees/?theme=beaux-arts&departement=31&q=toulouse",
    "/musees/?theme=textile&departement=48",
    "/musees/?page=abc&theme=rien",
    "/musees/musee-des-augustins/",
    "/musees/musee-d-art-hyacinthe-rigaud/",
    "/carte/",
    "/carte/?departement=48",
    "/carte/?q=musee&theme=beaux-arts&departement=31&departement=81&pres=albi&rayon=100",
    "/carte/?theme=textile&departement=48",
    "/recherche/",
    "/recherche/?q=toulouse",
    "/recherche/?q=champolion",
    "/recherche/?q=zzzzqqqq",
    "/ma-liste/",
    "/ma-liste/?m=musee-goya&m=musee-des-augustins&m=rien",
    "/themes/",
    "/themes/prehistoire/",
    "/departements/tarn/",
    "/communes/toulouse/",
    "/association/",
    "/mentions-legales/",
    "/accessibilite/",
    "/credits/",
    "/contact/",
    "/rien/",
)
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# AAA asks here for what a list of places cannot give: links alike lead to the same place on purpose.
LEFT = {"identical-links-same-purpose": {"enabled": False}}
EVERY = list(itertools.product(("fr", "oc"), ("light", "dark"), (390, 1280)))
# Between them, these two try each language, each theme and each width.
SAMPLE = [("fr", "dark", 390), ("oc", "light", 1280)]


def violations(
    chromium: Browser,
    address: str,
    scheme: str,
    width: int,
    cookie: str | None = None,
    kept: Sequence[str] = (),
) -> list[Any]:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # axe is injected by the test; the page itself is tried with its policy elsewhere
    )
    if cookie:
        context.add_cookies([{"name": "affichage", "value": cookie, "url": address}])
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('ma-liste', JSON.stringify({json.dumps(kept)}))")
    page.goto(address)
    found = judged(page)
    context.close()
    return found


def judged(page: Page) -> list[Any]:
    """Return what axe reproaches the page as it now stands."""
    page.add_script_tag(path=AXE)
    options = {"runOnly": RULES, "rules": LEFT | {"color-contrast-enhanced": {"enabled": True}}}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]


@pytest.mark.browser
@pytest.mark.parametrize(("language", "scheme", "width"), SAMPLE)
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(
    chromium: Browser,
    served: str,
    path: str,
    language: str,
    scheme: str,
    width: int,
) -> None:
    assert violations(chromium, f"{served}/{language}{path}", scheme, width) == []


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.parametrize(("language", "scheme", "width"), [each for each in EVERY if each not in SAMPLE])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_anywhere(
    chromium: Browser,
    served: str,
    path: str,
    language: str,
    scheme: str,
    width: int,
) -> None:
    assert violations(chromium, f"{served}/{language}{path}", scheme, width) == []


@pytest.mark.browser
@pytest.mark.parametrize("cookie", ["sombre.confort.reduit", "clair.confort.auto"])
def test_axe_finds_nothing_in_comfort(chromium: Browser, served: str, cookie: str) -> None:
    assert violations(chromium, f"{served}/fr/musees/musee-goya/", "light", 390, cookie) == []


@pytest.mark.browser
@pytest.mark.parametrize("retour", ["/fr/", "/oc/musees/"])
def test_axe_finds_nothing_on_the_display_page(chromium: Browser, served: str, retour: str) -> None:
    assert violations(chromium, f"{served}/affichage?retour={retour}", "dark", 390) == []


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("dark", 390), ("light", 1280)])
def test_axe_finds_nothing_on_the_page_of_the_api(
    chromium: Browser, served: str, scheme: str, width: int
) -> None:
    assert violations(chromium, f"{served}/api/v1/", scheme, width) == []


@pytest.mark.browser
@pytest.mark.parametrize(("language", "scheme", "width"), SAMPLE)
def test_axe_finds_nothing_on_a_list_of_ones_own(
    chromium: Browser, served: str, language: str, scheme: str, width: int
) -> None:
    address = f"{served}/{language}/ma-liste/?m=musee-goya&m=musee-des-augustins"

    assert violations(chromium, address, scheme, width, kept=["musee-goya"]) == []
