"""What the door says now: the words of the contract, the same everywhere."""

from datetime import date, datetime

import pytest

from portal.config import PARIS
from portal.domain.hours import entry
from portal.domain.hours.bounds import Span, dated, yearly
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.moments import present
from portal.domain.hours.rows import (
    Closure,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Period,
    Quarter,
    Reason,
    Reopening,
    Rows,
    Week,
)
from portal.domain.hours.schedule import Schedule, State
from portal.web.kit import opening

OPEN, CLOSED = entry.times("10h-12h / 14h-18h"), ()
WEEK = Week((OPEN, CLOSED, OPEN, OPEN, OPEN, entry.times("20h-1h"), entry.times("sur rendez-vous")))
SUMMER = Period(Span(yearly(4, 1), yearly(10, 31)), WEEK, label="summer")
CHRISTMAS = HolidayRule(Holiday.CHRISTMAS, Decision.CLOSED)


def line(rows, *moment, language="fr"):
    now = datetime(*moment, tzinfo=PARIS)
    return str(opening.today_line(present(Schedule(rows), now), language)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("moment", "french", "occitan"),
    [
        # Thursday 2 April 2026
        ((2026, 4, 2, 9), "Fermé · rouvre à 10 h", "Tampat · torna dobrir a 10 h"),
        ((2026, 4, 2, 10), "Ouvert · ferme à 12 h", "Dobèrt · tampa a 12 h"),
        ((2026, 4, 2, 12), "Fermé · rouvre à 14 h", "Tampat · torna dobrir a 14 h"),
        ((2026, 4, 2, 17, 59), "Ouvert · ferme à 18 h", "Dobèrt · tampa a 18 h"),
        ((2026, 4, 2, 18), "Fermé · rouvre demain à 10 h", "Tampat · torna dobrir deman a 10 h"),
        ((2026, 4, 20, 18), "Fermé · rouvre mercredi à 10 h", "Tampat · torna dobrir dimècres a 10 h"),
        ((2026, 4, 4, 23), "Ouvert · ferme à 1 h", "Dobèrt · tampa a 1 h"),
        ((2026, 4, 5, 0, 30), "Ouvert · ferme à 1 h", "Dobèrt · tampa a 1 h"),
        ((2026, 4, 5, 9), "Fermé · sur rendez-vous", "Tampat · sus rendètz-vos"),
        (
            (2026, 3, 31, 9),
            "Horaires non confirmés pour aujourd’hui",
            "Oraris pas confirmats per uèi",
        ),
    ],
)
def test_the_line_of_an_ordinary_season(moment, french, occitan):
    rows = Rows((SUMMER,))

    assert line(rows, *moment) == french
    assert line(rows, *moment, language="oc") == occitan


def test_a_museum_that_never_said_anything():
    assert str(opening.today_line(None, "fr")) == "Horaires non communiqués"
    assert str(opening.today_line(None, "oc")) == "Oraris pas indicats"


def test_closed_with_nothing_known_beyond_says_no_more():
    assert line(Rows((SUMMER,), (CHRISTMAS,)), 2026, 12, 25, 10) == "Fermé"


def exception(first, last):
    return Exceptional(Span(dated(first), dated(last)), Effect.CLOSED, reason=Reason.INVENTORY)


def test_an_opening_beyond_the_week_is_said_by_its_date():
    rows = Rows((SUMMER,), exceptions=(exception(date(2026, 4, 1), date(2026, 4, 21)),))

    assert line(rows, 2026, 4, 2, 9) == "Fermé · rouvre le 22 avril à 10 h"
    assert line(rows, 2026, 4, 2, 9, language="oc") == "Tampat · torna dobrir lo 22 d’abril a 10 h"


def test_an_opening_far_in_another_year_says_the_year():
    rows = Rows((SUMMER,), exceptions=(exception(date(2026, 9, 1), date(2027, 4, 1)),))

    assert line(rows, 2026, 9, 2, 9) == "Fermé · rouvre le 2 avril 2027 à 10 h"
    assert line(rows, 2026, 11, 2, 9) == "Fermé · rouvre le 2 avril à 10 h"


@pytest.mark.parametrize(
    ("closure", "french", "occitan"),
    [
        (
            Closure(dated(date(2026, 1, 5)), None, reopening=Reopening(2027, Quarter.SPRING)),
            "Fermé pour travaux, réouverture au printemps 2027",
            "Tampat per òbras, redobertura a la prima de 2027",
        ),
        (
            Closure(dated(date(2026, 1, 5)), None, reopening=Reopening(2027, month=4)),
            "Fermé pour travaux, réouverture en avril 2027",
            "Tampat per òbras, redobertura en abril de 2027",
        ),
        (
            Closure(dated(date(2026, 1, 5)), None, Reason.DISASTER, reopening=Reopening(2028)),
            "Fermé après un sinistre, réouverture en 2028",
            "Tampat aprèp un sinistre, redobertura en 2028",
        ),
        (
            Closure(dated(date(2026, 1, 5)), None),
            "Fermé pour travaux, réouverture non fixée",
            "Tampat per òbras, redobertura pas fixada",
        ),
        (
            Closure(dated(date(2026, 1, 5)), dated(date(2026, 4, 21)), Reason.BETWEEN_EXHIBITIONS),
            "Fermé entre deux expositions, réouverture le 22 avril 2026",
            "Tampat entre doas exposicions, redobertura lo 22 d’abril de 2026",
        ),
        (
            Closure(dated(date(2026, 1, 5)), dated(date(2026, 11, 21)), Reason.TECHNICAL),
            "Fermé au public jusqu’au 21 novembre 2026",
            "Tampat al public fins al 21 de novembre de 2026",
        ),
    ],
)
def test_a_long_closure_says_when_it_ends_as_far_as_it_is_known(closure, french, occitan):
    rows = Rows((SUMMER,), closures=(closure,))

    assert line(rows, 2026, 4, 2, 9) == french
    assert line(rows, 2026, 4, 2, 9, language="oc") == occitan


def test_the_first_word_stands_apart_to_be_bold():
    now = datetime(2026, 4, 2, 10, tzinfo=PARIS)
    said = opening.today_line(present(Schedule(Rows((SUMMER,))), now), "fr")

    assert (said.state, said.strong) == (State.OPEN, "Ouvert")
    assert said.rest == " · ferme à 12\u00a0h"
