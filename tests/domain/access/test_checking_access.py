"""What is typed of access: read as people write it, refused by the name of the field, never half-kept."""

import pytest

from portal.domain.access import AccessRefusedError, checked_access, checked_outage, checked_practical, errors
from portal.domain.access.entry import day, metres, minutes, percent
from portal.domain.access.snapshots import access_json, access_of, outages_json, practical_json, practical_of
from portal.domain.museums.profile import FrenchMissingError
from portal.domain.texts import TooLongError
from tests.accessible import TODAY, answers, practical, told


def refused(check, typed, *more, **named):
    with pytest.raises(AccessRefusedError) as told_:
        check(typed, *more, **named)
    return {path: type(error) for path, error in told_.value.errors.items()}


@pytest.mark.parametrize(
    ("read", "typed", "known"),
    [
        (minutes, "90", 90),
        (minutes, "1h30", 90),
        (minutes, "1 h 30", 90),
        (minutes, "2 heures", 120),
        (minutes, "45 min", 45),
        (percent, "70\u00a0%", 70),
        (metres, "900 m", 900),
        (metres, "1 200", 1200),
        (metres, "1,2 km", 1200),
        (metres, "0", 0),
        (minutes, "", None),
    ],
)
def test_numbers_are_read_as_people_write_them(read, typed, known):
    assert read(typed) == known


@pytest.mark.parametrize("typed", ["1e309", "-5", "nan", "٣", "beaucoup", "9" * 400, "0", "101", "1\x00"])
@pytest.mark.parametrize("read", [minutes, percent])
def test_what_is_no_number_in_bounds_is_refused(read, typed):
    if read is percent and typed == "0":
        assert percent(typed) == 0
        return
    if read is minutes and typed == "101":
        assert minutes(typed) == 101
        return
    with pytest.raises(errors.NumberError):
        read(typed)


def test_days_are_read_in_both_spellings_and_the_calendar_is_kept():
    assert day("14/03/2029") == day("2029-3-14") == day("14.03.2029")
    for typed in ("31/06/2026", "2026-13-01", "demain", "0000-01-01", "9" * 60):
        with pytest.raises(errors.DayError):
            day(typed)


def test_every_field_at_fault_is_named_at_once():
    typed = {
        "facts": {
            "entrance": {"answer": "maybe"},
            "lift": {"answer": "unknown", "words": {"fr": "En travaux."}},
            "rooms": {"answer": "no", "words": {"fr": "x" * 201, "oc": None}},
            "toilets": {"answer": "yes", "words": {"oc": "Al planpè."}},
        },
        "door_cm": "3 m",
        "marks": {
            "moteur": {"from": "2026-01-01"},
            "mental": {"from": "2026-02-01", "to": "2026-01-01"},
            "visuel": {"to": "2099-01-01"},
        },
        "origins": {"moteur": {"source": "rumour"}, "mental": {"since": "2027-01-01"}},
    }

    assert refused(checked_access, typed, TODAY) == {
        "facts.entrance.answer": errors.ChoiceError,
        "facts.lift.answer": errors.AnswerMissingError,
        "facts.rooms.words.fr": TooLongError,
        "facts.toilets.words.fr": FrenchMissingError,
        "door_cm": errors.NumberError,
        "marks.moteur.to": errors.EndMissingError,
        "marks.mental.to": errors.DaysInvertedError,
        "marks.visuel.to": errors.TooFarError,
        "origins.moteur.source": errors.ChoiceError,
        "origins.mental.since": errors.FutureError,
    }


@pytest.mark.parametrize(
    ("typed", "path", "error"),
    [
        ({"what": "lift"}, "to", errors.EndMissingError),
        ({"what": "lift", "to": "2026-09-30"}, "to", errors.EndedAlreadyError),
        ({"what": "lift", "from": "2026-10-09", "to": "2026-10-08"}, "to", errors.DaysInvertedError),
        ({"what": "lift", "to": "2031-10-08"}, "to", errors.TooFarError),
        ({"what": "piano", "to": "2026-10-08"}, "what", errors.ChoiceError),
        ({"what": "lift", "to": "le 8"}, "to", errors.DayError),
    ],
)
def test_an_outage_has_an_end_that_is_to_come(typed, path, error):
    assert refused(checked_outage, typed, TODAY, id_="a")[path] is error


def test_what_is_kept_reads_back_to_the_same():
    block = answers(
        entrance=told("yes", "Par la cour.", "Per la cort."),
        rooms="no",
        door_cm="90 cm",
        marks={"moteur": {"from": "15/03/2024", "to": "14/03/2029"}},
        origins={"moteur": {"source": "audit", "since": "2024-03-15"}},
    )
    assert access_json(access_of(block)) == block
    assert checked_access(block, TODAY) == block
    comfort = practical(cafe=told("no"), picnic="yes", visit_minutes="1 h 30", station_metres="900")
    assert practical_json(practical_of(comfort)) == comfort
    assert checked_practical(comfort) == comfort
    kept = checked_outage({"what": "lift", "to": "30/10/2026", "words": {"fr": "Un étage."}}, TODAY, id_="a")
    assert (kept.first, kept.words.fr) == (TODAY, "Un étage.")
    assert outages_json((kept,))["outages"][0]["to"] == "2026-10-30"


def test_a_content_of_another_age_is_read():
    assert access_of({"facts": {"escalator": told()}}).is_empty
    assert practical_of({"measures": {"stars": 5}}).is_empty
