"""The map: towns fall in their département, borders are shared, and the whole stays light."""

import re

import pytest

from portal.domain.places.drawing import (
    BLUES,
    OUTLINES,
    Box,
    bounding_box,
    canal_path,
    departement_at,
    departement_path,
    outlines,
    project,
)

PREFECTURES = {
    "09": (1.605, 42.966),
    "11": (2.351, 43.213),
    "12": (2.575, 44.351),
    "30": (4.360, 43.837),
    "31": (1.444, 43.605),
    "32": (0.586, 43.646),
    "34": (3.877, 43.611),
    "46": (1.441, 44.448),
    "48": (3.500, 44.518),
    "65": (0.078, 43.233),
    "66": (2.896, 42.698),
    "81": (2.148, 43.929),
    "82": (1.355, 44.018),
}
EDGES = [
    ("Sète", 3.690, 43.405, "34"),
    ("Beaucaire", 4.636, 43.806, "30"),
    ("Céret", 2.748, 42.486, "66"),
    ("Figeac", 2.032, 44.609, "46"),
    ("Bordeaux", -0.579, 44.838, None),
    ("Paris", 2.352, 48.857, None),
]


@pytest.mark.parametrize(("code", "place"), PREFECTURES.items())
def test_each_prefecture_falls_in_its_departement(code, place):
    assert departement_at(*place) == code


@pytest.mark.parametrize(("name", "lon", "lat", "code"), EDGES, ids=[edge[0] for edge in EDGES])
def test_towns_near_an_edge_fall_on_the_right_side(name, lon, lat, code):
    assert departement_at(lon, lat) == code


def test_the_projection_is_the_one_of_the_drawn_map():
    assert project(1.444, 43.605) == pytest.approx((205.4, 231.3), abs=0.2)
    assert project(0, 45.04669) == pytest.approx((37.949, 0), abs=0.001)


@pytest.mark.parametrize("code", BLUES)
def test_a_path_is_made_of_closed_rings_with_one_decimal(code):
    path = departement_path(code)
    assert re.fullmatch(r"(M[\d.]+ [\d.]+(l-?[\d.]+ -?[\d.]+)+z)+", path)
    assert all(len(number.partition(".")[2]) <= 1 for number in re.findall(r"[\d.]+", path))


def test_the_thirteen_have_their_own_blue_and_stay_light():
    assert BLUES.keys() == outlines().keys() == PREFECTURES.keys()
    assert len(set(BLUES.values())) == 13
    assert OUTLINES.stat().st_size <= 40_000
    assert sum(len(departement_path(code)) for code in BLUES) <= 16_000


def test_neighbours_share_their_border_to_the_point():
    tarn, aveyron = ({point for ring in outlines()[code] for point in ring} for code in ("81", "12"))
    assert len(tarn & aveyron) > 15


def test_the_region_fills_the_plane():
    box = bounding_box([])
    assert box == bounding_box(BLUES)
    assert (box.x, box.y) == pytest.approx((0, 0), abs=2)
    assert (box.width, box.height) == pytest.approx((600, 436), abs=4)


def test_a_departement_stands_inside_the_region():
    tarn, region = bounding_box(["81"]), bounding_box([])
    assert region.x < tarn.x
    assert tarn.x + tarn.width < region.x + region.width
    assert Box(10, 20, 30, 40).view_box(5) == "5.0 15.0 40.0 50.0"


def test_the_canal_goes_from_toulouse_to_the_sea():
    assert canal_path().startswith("M202.4 230.3")
    assert canal_path().count("l") > 11
