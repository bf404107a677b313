"""What holds of a museum's access on a day: never a no for want of an answer, never a yes that hides a limit."""

from datetime import date, timedelta

import pytest

from portal.domain.access import Fact, Family, Need, State, family_state, sheltered, standing, standings
from portal.domain.access.snapshots import access_of, practical_of
from tests.accessible import TODAY, WHEELCHAIR, answers, outage, practical, told

BEFORE, FIRST, LAST = date(2026, 6, 9), date(2026, 6, 10), date(2026, 6, 30)
AFTER = LAST + timedelta(days=1)
LIFT_OUT = {"outages": [outage("lift", str(FIRST), str(LAST), "L’étage n’est pas accessible en fauteuil.")]}


def state_of(need, day=TODAY, outages=None, **facts):
    return standing(access_of(answers(**facts), outages), need, day).state


def test_a_museum_that_said_nothing_is_not_known_in_six_lines():
    found = standings(access_of(None), TODAY)

    assert [one.need for one in found] == list(Need)
    assert {one.state for one in found} == {State.UNKNOWN}


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"entrance": "yes", "rooms": "yes"}, State.YES),
        ({"entrance": "yes", "rooms": told("no", "L’étage compte 32 marches.")}, State.LIMITED),
        ({"entrance": told("yes", "Par la cour, sonnez."), "rooms": "yes"}, State.LIMITED),
        ({"entrance": "yes"}, State.LIMITED),
        ({"entrance": "yes", "rooms": "yes", "door_cm": 70}, State.LIMITED),
        ({"entrance": "yes", "rooms": "yes", "door_cm": 77}, State.YES),
        ({"entrance": "no", "rooms": "yes"}, State.NO),
        ({"rooms": "yes", "lift": "yes"}, State.UNKNOWN),
        ({"entrance": "yes", "rooms": "yes", "toilets": "no", "lift": "no"}, State.YES),
        (
            {"entrance": "yes", "rooms": "yes", "wheelchair_loan": told("yes", "Deux, à l’accueil.")},
            State.YES,
        ),
    ],
)
def test_whoever_cannot_enter_sees_no_room_and_a_limit_is_a_yes_in_part(facts, state):
    assert state_of(Need.WHEELCHAIR, **facts) is state


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"sign_visits": told("yes", "Le troisième vendredi du mois."), "sign_guide": "no"}, State.YES),
        ({"sign_visits": "no", "sign_guide": "no"}, State.NO),
        ({"sign_visits": "no"}, State.UNKNOWN),
    ],
)
def test_one_offer_is_enough_and_no_needs_them_all(facts, state):
    assert state_of(Need.SIGN_LANGUAGE, **facts) is state


def test_a_dog_that_may_not_enter_everywhere_is_a_yes_in_part():
    assert state_of(Need.ASSISTANCE_DOG, dog_admitted=told("yes", "Sauf la serre.")) is State.LIMITED
    assert state_of(Need.ASSISTANCE_DOG, dog_admitted="yes") is State.YES


@pytest.mark.parametrize(
    ("day", "state", "count"),
    [
        (BEFORE, State.YES, 0),
        (FIRST, State.LIMITED, 1),
        (LAST, State.LIMITED, 1),
        (AFTER, State.YES, 0),
    ],
)
def test_a_lift_out_of_order_limits_the_days_it_says_and_no_other(day, state, count):
    found = family_state(access_of(WHEELCHAIR, LIFT_OUT), Family.MOTOR, day)

    assert found.state is state
    assert len(found.standings[0].outages) == count
    assert (Fact.LIFT, True) in [(fact, one.answer) for fact, one in found.standings[0].told]


def test_an_outage_makes_neither_a_no_better_nor_an_unknown_known():
    during = {"outages": [outage("wheelchair", str(FIRST), str(LAST))]}

    assert state_of(Need.WHEELCHAIR, FIRST, during, entrance="no") is State.NO
    assert state_of(Need.WHEELCHAIR, FIRST, during) is State.UNKNOWN
    assert state_of(Need.HEARING, FIRST, during, hearing_loop="yes") is State.YES


def test_a_family_is_its_better_need():
    found = access_of(answers(hearing_loop="no", subtitles="no", sign_visits="yes", braille="no"))

    assert family_state(found, Family.HEARING, TODAY).state is State.YES
    assert family_state(found, Family.SIGHT, TODAY).state is State.UNKNOWN
    assert family_state(found, Family.MENTAL, TODAY).state is State.UNKNOWN


def test_a_mark_vouches_while_it_is_valid_for_what_was_not_answered():
    marked = answers(marks={"moteur": {"from": "2024-03-15", "to": "2026-10-01"}})

    assert family_state(access_of(marked), Family.MOTOR, TODAY).state is State.YES
    assert family_state(access_of(marked), Family.MOTOR, TODAY + timedelta(days=1)).state is State.UNKNOWN
    assert family_state(access_of(marked), Family.MOTOR, date(2024, 3, 14)).state is State.UNKNOWN
    refuted = answers(entrance="no", marks={"moteur": {"to": "2026-10-01"}})
    assert family_state(access_of(refuted), Family.MOTOR, TODAY).state is State.NO


@pytest.mark.parametrize(("said", "is_sheltered"), [({}, None), ({"indoor_percent": "49"}, False)])
def test_shelter_is_half_of_the_visit_and_is_never_guessed(said, is_sheltered):
    assert sheltered(practical_of(practical(**said, cafe="yes"))) is is_sheltered
    assert sheltered(practical_of(practical(indoor_percent="50 %"))) is True
