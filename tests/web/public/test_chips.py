"""Each filter in force is a link that takes it away and nothing else, on the guide and on the map."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.reader import Page, Reader

QUESTIONS = [
    "?departement=48",
    "?theme=beaux-arts&theme=archeologie&departement=31&tri=commune",
    "?q=mus%C3%A9e&commune=toulouse&label=musee-de-france",
    "?q=toulouse&tri=pertinence",
    "?pres=albi&rayon=60&theme=beaux-arts&tri=distance",
    "?ouvert=1&date=demain&departement=81",
]


def asked(address: str) -> set[tuple[str, str]]:
    return set(parse_qsl(urlsplit(address).query))


def chips(page: Page) -> list[str]:
    return [link["href"] for link in page.select(".chips li a.chip")]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("path", ["/fr/musees/", "/oc/carte/"])
def test_a_chip_takes_its_own_filter_away(reader: Reader, path: str, question: str) -> None:
    page = reader.open(f"{path}{question}")
    found = chips(page)
    given = asked(page.select_one("link[rel=canonical]")["href"])

    assert found
    for address in found:
        less = reader.open(address)
        assert urlsplit(address).path == path
        assert asked(address) < given
        assert len(chips(less)) == len(found) - 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_guide_and_map_name_the_same_filters(reader: Reader, question: str) -> None:
    guide, atlas = (reader.open(f"/fr/{path}/{question}") for path in ("musees", "carte"))

    words = [[chip.get_text() for chip in page.select(".chips li a.chip")] for page in (guide, atlas)]
    assert words[0] == words[1]
    assert [page.select_one(".chips .arrow")["href"] for page in (guide, atlas)] == [
        "/fr/musees/",
        "/fr/carte/",
    ]


@pytest.mark.parametrize(("parameter", "order"), [("q=toulouse", "pertinence"), ("pres=albi", "distance")])
def test_an_order_goes_with_what_it_orders_by(reader: Reader, parameter: str, order: str) -> None:
    [chip] = chips(reader.open(f"/fr/carte/?{parameter}&tri={order}"))

    assert chip == "/fr/carte/"


def test_nothing_asked_is_nothing_to_take_away(reader: Reader) -> None:
    assert not reader.open("/fr/carte/").select(".chips")
