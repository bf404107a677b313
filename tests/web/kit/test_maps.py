"""The drawn map keeps every number readable and shows one département alone where the page is about it."""

from types import SimpleNamespace

import pytest

from portal.db import Translated
from portal.web.kit import maps, sentences


def museum(identity, latitude=43.6, longitude=1.44):
    return SimpleNamespace(id=identity, latitude=latitude, longitude=longitude)


def test_numbered_pins_of_one_street_do_not_hide_one_another():
    street = [museum(identity) for identity in range(7)]

    drawn = maps.region_map(street, numbered=street)

    places = [(pin.x, pin.y) for pin in drawn.pins]
    assert sorted(pin.rank for pin in drawn.pins) == list(range(1, 8))
    assert len(set(places)) == 7


def test_a_museum_without_a_position_is_left_out():
    assert maps.region_map([museum(1, None, None)]).pins == ()


def test_one_departement_stands_alone_in_its_blue_among_outlines():
    drawn = maps.region_map([], only="81")

    assert [shape.code for shape in drawn.shapes if shape.blue] == ["81"]
    assert len(drawn.shapes) > 1


@pytest.mark.parametrize(
    ("codes", "alone"), [({"81"}, "81"), ({"81", "31"}, None), (set(), None), ({"75"}, None)]
)
def test_only_one_of_our_departements_can_be_alone(codes, alone):
    assert maps.alone_on_the_map(codes) == alone


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Beaux-arts", "beaux-arts"), ("Moyen Âge", "Moyen Âge"), ("Edat Mejana", "Edat Mejana")],
)
def test_a_theme_inside_a_sentence_keeps_the_capital_of_an_age(name, inside):
    assert sentences._lowered(Translated(name).fr) == inside
