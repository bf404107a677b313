"""Where somebody wants to be near, as they type it."""

import pytest

from portal.domain.places.communes import communes
from portal.domain.places.near import Place, Refusal, UnlocatedCommune, resolve
from tests.domain.search.conftest import reading


@pytest.fixture
def found_app(shared_app):
    with reading(shared_app):
        yield shared_app


@pytest.mark.usefixtures("found_app")
@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("albi", "Albi"),
        ("ALBI", "Albi"),
        ("81000", "Albi"),
        ("31500", "Toulouse"),
        ("toulouse", "Toulouse"),
        ("Tolosa", "Toulouse"),
        ("Perpinhan", "Perpignan"),
        ("le-vigan", "Le Vigan"),
        ("vigan", "Le Vigan"),
        ("st-lizier", "Saint-Lizier"),
        ("ste leocadie", "Sainte-Léocadie"),
        ("l-isle-jourdain", "L’Isle-Jourdain"),
        ("Cap d'Agde", "Agde"),
        ("coeur-de-causse", "Cœur de Causse"),
        ("09330", "Montgailhard"),
        ("Luz, Saint-Sauveur", "Luz-Saint-Sauveur"),
    ],
)
def test_a_town_with_a_museum_is_a_place(value, name):
    found = resolve(value)

    assert isinstance(found, Place)
    assert found.name == name


@pytest.mark.usefixtures("found_app")
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("graulhet", UnlocatedCommune("Graulhet", "81")),
        ("81300", UnlocatedCommune("Graulhet", "81")),
        ("montgaillard-65", UnlocatedCommune("Montgaillard", "65")),
        ("montgaillard 81", UnlocatedCommune("Montgaillard", "81")),
        ("91,181", Refusal.OUT_OF_RANGE),
        ("-90.1,0", Refusal.OUT_OF_RANGE),
        ("nan,0", Refusal.NOT_NUMBERS),
        ("1e999,0", Refusal.NOT_NUMBERS),
        ("1_0,2", Refusal.NOT_NUMBERS),
        ("43,6,1,4", Refusal.NOT_NUMBERS),
        (",", Refusal.NOT_NUMBERS),
        ("0,0", Place(None, 0, 0, None)),
        (" 43.6, 1.44 ", Place(None, 43.6, 1.44, "31")),
        ("48.85,2.35", Place(None, 48.85, 2.35, None)),
        ("75001", None),
        ("paris", None),
        ("", None),
        ("\0", None),
        ("\ud800", None),
        ("'; DROP TABLE town", None),
        ("a" * 1_000_000, None),
        ("9" * 1_000_000, None),
    ],
)
def test_anything_else_is_told_apart(value, expected):
    assert resolve(value) == expected


def test_every_commune_of_today_is_known():
    known = communes()

    assert len({commune.insee for own in known.by_name.values() for commune in own}) == 4446
    assert all(own for own in known.by_postcode.values())


def test_of_two_namesakes_the_most_populous_goes_first():
    populations = [commune.population for commune in communes().by_name["montgaillard"]]

    assert len(populations) > 1
    assert populations == sorted(populations, reverse=True)
