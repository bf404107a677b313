"""Hours that run out are told once a threshold, in one letter a person, and to nobody who is up to date."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import Membership, MuseumRole
from portal.domain.letters import Letter
from portal.web.admin.coverage import reminders
from tests.cast import SINCE, Cast, everything
from tests.opening import CLOSED, SUMMER, USUAL, WINTER, publish, season, whole

DECIDED = dict.fromkeys(
    [
        "new_year",
        "easter_monday",
        "labour_day",
        "victory_day",
        "ascension",
        "whit_monday",
        "bastille_day",
        "assumption",
        "all_saints",
        "armistice",
        "christmas",
    ],
    USUAL,
)


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T03:30").replace(tzinfo=UTC)


def told(app: Flask, day: str) -> list[tuple[str, str]]:
    """Return who was written to that night, and the subject."""
    with everything(app) as session:
        before = set(session.scalars(select(Letter.id)))
        reminders.send(at(day))
        session.flush()
        letters = session.scalars(select(Letter).order_by(Letter.to_email)).all()
        return [(letter.to_name, letter.subject) for letter in letters if letter.id not in before]


def written(app: Flask, museum_id: int, block: dict, day: str = "2026-05-01") -> None:
    with everything(app) as session:
        publish(session, museum_id, block, now=at(day))


def names(found: list[tuple[str, str]]) -> set[str]:
    return {name for name, _subject in found}


def test_who_publishes_is_told_once_a_threshold_and_never_when_nothing_is_wrong(
    app: Flask, cast: Cast
) -> None:
    written(app, cast.here, whole(season("2026-01-01", "2026-10-31"), holidays=DECIDED))

    assert told(app, "2026-08-20") == []
    first = told(app, "2026-09-01")
    assert names(first) == {"Aline", "Bernat"}, (
        "the contributor does not publish, the other museum is not concerned"
    )
    assert "31 octobre 2026" in first[0][1]
    assert told(app, "2026-09-02") == []
    assert told(app, "2026-09-20") == []
    assert len(told(app, "2026-10-02")) == 2
    assert len(told(app, "2026-10-25")) == 2
    assert told(app, "2026-10-31") == []
    late = told(app, "2026-11-03")
    assert "ne sont plus connus" in late[0][1]
    assert told(app, "2026-11-20") == []

    written(app, cast.here, whole(SUMMER, WINTER, holidays=DECIDED), "2026-11-21")
    assert told(app, "2026-11-22") == []


def test_a_holiday_that_waits_is_told_forty_five_days_before(app: Flask, cast: Cast) -> None:
    waiting = {name: rule for name, rule in DECIDED.items() if name != "all_saints"}
    written(app, cast.here, whole(SUMMER, WINTER, holidays=waiting))

    assert told(app, "2026-09-16") == []
    found = told(app, "2026-09-17")
    assert len(found) == 2
    assert "jour férié" in found[0][1]
    assert told(app, "2026-10-10") == []


@pytest.mark.parametrize("decision", [CLOSED, USUAL])
def test_a_decision_ends_it(app: Flask, cast: Cast, decision: dict) -> None:
    written(app, cast.here, whole(SUMMER, WINTER, holidays={**DECIDED, "all_saints": decision}))
    assert told(app, "2026-10-01") == []


def test_somebody_with_two_museums_gets_one_letter(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        session.add(
            Membership(user_id=cast["aline"], museum_id=cast.elsewhere, role=MuseumRole.EDITOR, since=SINCE)
        )
    for museum_id in (cast.here, cast.elsewhere):
        written(app, museum_id, whole(season("2026-01-01", "2026-10-31"), holidays=DECIDED))

    found = told(app, "2026-09-15")
    assert sorted(name for name, _ in found) == ["Aline", "Bernat", "Camille"]
    assert dict(found)["Aline"] == "Vos musées\u00a0: des horaires à compléter"
