"""What a browser says of a visit: that the page was opened, from a search or not, and which link was followed."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Response

pytestmark = pytest.mark.browser


def heard(tab: Page) -> list[tuple[list[str], int]]:
    """Every message that the page sends, with what the portal answered."""
    found: list[tuple[list[str], int]] = []

    def keep(response: Response) -> None:
        if response.url.endswith("/mesure"):
            said = parse_qs(response.request.post_data or "")
            assert set(said) == {"musee", "langue", "quoi"}
            found.append((said["quoi"], response.status))

    tab.on("response", keep)
    return found


def opened(tab: Page, number: int, found: list[tuple[list[str], int]]) -> None:
    for _turn in range(50):
        if len(found) >= number:
            break
        tab.wait_for_timeout(50)


def test_a_visit_from_a_search_says_what_was_asked_and_never_its_words(tab: Page) -> None:
    found = heard(tab)
    tab.goto("/fr/musees/?q=toulouse-lautrec&gratuit_pour=tous")
    tab.goto("/fr/musees/?q=toulouse-lautrec")
    tab.locator("main article h3 a, main article h2 a").first.click()
    tab.wait_for_url("**/fr/musees/*/")
    opened(tab, 1, found)
    # A telephone number leads nowhere here, and the way is on another site: the message alone is looked at.
    tab.evaluate("addEventListener('click', (event) => event.preventDefault())")
    tab.locator(".actions a[data-suivi=itineraire]").click()
    tab.locator("dl a[data-suivi=appel]").click()
    opened(tab, 3, found)

    assert found == [(["vue", "recherche"], 204), (["itineraire"], 204), (["appel"], 204)]
    assert tab.context.cookies() == []


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
        "Object.defineProperty(navigator, 'doNotTrack', { value: '1' })",
        "document.cookie = 'atelier=1'",
    ],
)
def test_who_refuses_and_who_works_here_say_nothing(tab: Page, refusal: str) -> None:
    found = heard(tab)
    tab.add_init_script(refusal)
    tab.goto("/fr/musees/?q=toulouse-lautrec")
    tab.locator("main article h3 a, main article h2 a").first.click()
    tab.wait_for_url("**/fr/musees/*/")
    tab.wait_for_timeout(400)  # a message would have left as the page opened

    assert found == []
