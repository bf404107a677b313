"""Figures in words: what thirty days say, beside thirty others that were counted whole."""

from collections import Counter
from datetime import date, timedelta

import pytest
from flask import Flask

from portal.domain.measures import Days, Kind
from portal.web.kit import figures
from portal.web.kit.figures import Month

TODAY = date(2026, 11, 24)


def month(*counted: tuple[int, Kind, str, int]) -> Month:
    """A month in which so many days ago something was counted so often."""
    cells = {(TODAY - timedelta(days=ago), kind, said): number for ago, kind, said, number in counted}
    return Month(Days(TODAY - timedelta(days=59), TODAY, Counter(cells)), TODAY)


@pytest.mark.parametrize(
    ("now", "before", "began", "sentence"),
    [
        (12, 10, 58, "C’est 2 de plus que les trente jours d’avant."),
        (10, 1210, 58, "C’est 1\u202f200 de moins que les trente jours d’avant."),
        (10, 10, 58, "C’est autant que les trente jours d’avant."),
        (12, 10, 40, ""),  # counting had only just begun
        (12, 0, 58, ""),
    ],
)
def test_a_month_is_compared_with_one_that_was_counted_whole(
    shared_app: Flask, now: int, before: int, began: int, sentence: str
) -> None:
    found = month((0, Kind.VIEW, "fr", now), (began, Kind.VIEW, "fr", before))

    with shared_app.test_request_context("/fr/"):
        assert figures.comparison(found).replace("\xa0", "\u202f") == sentence


def test_what_was_searched_is_told_in_its_order(shared_app: Flask) -> None:
    found = month(
        (0, Kind.VIEW, "fr", 9),
        (29, Kind.VIEW, "oc", 3),
        (30, Kind.VIEW, "oc", 100),  # a day too old
        (1, Kind.SEARCH, "fr", 7),
        (1, Kind.SEARCH_FREE, "fr", 2),
        (2, Kind.SEARCH_OPEN, "oc", 5),
        (1, Kind.ROUTE, "fr", 1),
        (1, Kind.SITE, "fr", 2),
    )

    with shared_app.test_request_context("/fr/"):
        assert figures.views_sentence(found) == "12 ouvertures de votre page, dont 3 en occitan."
        assert figures.gestures_sentence(found) == "1 itinéraire et 2 départs vers votre site."
        said = figures.searches_sentence(found)
        assert said.startswith("7 ouvertures viennent d’une recherche du portail")
        assert said.endswith("on cherchait d’abord un musée ouvert, puis l’entrée gratuite.")
        assert figures.searches_sentence(month()) == figures.gestures_sentence(month()) == ""
    weeks = found.days.weeks()
    assert all(first.weekday() == 0 for first, _last in weeks)
    assert weeks[-1] == (date(2026, 11, 23), TODAY)
