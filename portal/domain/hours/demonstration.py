"""Invented hours to try the portal with: every state and every kind of row, over the museums that have none."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from portal.config import PARIS
from portal.db import db
from portal.domain import museums, revisions
from portal.domain.hours import blocks
from portal.domain.hours.models import MuseumHours, OpeningDay
from portal.domain.revisions import Author, ContentBlock, Key, Revision, Snapshot

CHANNEL = revisions.DEMONSTRATION
_BY = Author(None, CHANNEL)
_ALL_DAY, _SPLIT, _AFTERNOON = ["10:00-18:00"], ["10:00-12:30", "14:00-18:00"], ["14:00-17:30"]
_USUAL_HOLIDAYS = ("easter_monday", "victory_day", "ascension", "whit_monday", "bastille_day", "assumption")
_CLOSED_HOLIDAYS = ("new_year", "labour_day", "all_saints", "christmas")
PATTERNS = 11
_UNENTERED = 7


def make(now: datetime) -> int:
    """Give invented hours to the museums that have none; return how many got some."""
    today = now.astimezone(PARIS).date()
    session = db.session()
    known = set(session.scalars(select(MuseumHours.museum_id)))
    done = 0
    for at, museum in enumerate(museums.guide().museums):
        pattern = at % PATTERNS
        if museum.id in known or pattern == _UNENTERED:
            continue
        written, exceptions = invented(pattern, today)
        _publish(blocks.key(museum.id), written, now)
        if exceptions is not None:
            _publish(blocks.exceptions_key(museum.id), exceptions, now)
        done += 1
    return done


def remove() -> int:
    """Take back the invented hours that nobody has written over; return how many museums had some."""
    session = db.session()
    kinds = (blocks.HOURS_KIND, blocks.EXCEPTIONS_KIND)
    written = select(Revision.museum_id).where(Revision.kind.in_(kinds))
    others = set(session.scalars(written.where(Revision.channel != CHANNEL)))
    invented = set(session.scalars(written.where(Revision.channel == CHANNEL))) - others
    session.execute(delete(OpeningDay).where(OpeningDay.museum_id.in_(invented)))
    session.execute(delete(MuseumHours).where(MuseumHours.museum_id.in_(invented)))
    session.execute(
        delete(ContentBlock).where(ContentBlock.museum_id.in_(invented), ContentBlock.kind.in_(kinds))
    )
    session.execute(delete(Revision).where(Revision.museum_id.in_(invented), Revision.kind.in_(kinds)))
    return len(invented)


def _publish(key: Key, snapshot: Snapshot, now: datetime) -> None:
    session = db.session()
    kept = revisions.save_draft(
        session, key, snapshot, seen=revisions.head(session, key).version, by=_BY, now=now
    )
    if kept is not None:
        revisions.publish(session, kept, by=_BY, now=now)


def _season(first: str, last: str, week: list[list[str]], **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"label": "", "name": None, "breaks": [], "monthly": [], "last_admission": None}
    return {**row, "from": first, "to": last, "week": week, **more}


def _week(*closed: int, slots: list[str] | None = None) -> list[list[str]]:
    return [[] if weekday in closed else list(slots or _ALL_DAY) for weekday in range(7)]


def _holidays(*, decided: bool = True) -> dict[str, Any]:
    usual: dict[str, Any] = {
        name: {"decision": "usual", "slots": [], "like": None} for name in _USUAL_HOLIDAYS
    }
    closed: dict[str, Any] = {
        name: {"decision": "closed", "slots": [], "like": None} for name in _CLOSED_HOLIDAYS
    }
    armistice = {"armistice": {"decision": "special", "slots": ["14:00-18:00"], "like": None}}
    return {**usual, **closed, **armistice} if decided else closed


def _off(first: date, last: date | None = None, **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "effect": "closed",
        "slots": [],
        "at": None,
        "reason": "installation",
        "words": None,
    }
    return {"from": str(first), "to": str(last or first), **row, **more}


def invented(pattern: int, today: date) -> tuple[Snapshot, Snapshot | None]:
    """Return the blocks of one pattern; exceptions lie in the coming weeks."""
    summer = _season("04-01", "10-31", _week(0), label="summer", last_admission=30)
    winter = _season("11-01", "03-31", _week(0, slots=_SPLIT), label="winter", last_admission=30)
    late = _season(
        "01-01",
        "12-31",
        _week(1),
        label="all_year",
        monthly=[{"nth": 1, "weekday": 4, "slots": ["10:00-21:00"]}],
    )
    sundays = _season("01-01", "12-31", [*[["appointment"]] * 2, *[_AFTERNOON] * 5], label="all_year")
    easter = _season("easter+0", "11-01", _week(0, slots=_SPLIT), label="high")
    school = _season("", "", _week(0, slots=_SPLIT), label="school") | {
        "from": None,
        "to": None,
        "breaks": ["all_saints", "christmas", "winter", "spring"],
    }
    short = _season(str(today - timedelta(days=60)), str(today + timedelta(days=25)), _week(0, slots=_SPLIT))
    ended = _season(str(today - timedelta(days=200)), str(today - timedelta(days=20)), _week(0))
    night = _off(today + timedelta(days=9), effect="extra", slots=["18:00-22:00"], reason="late_opening")
    works = {
        "from": str(today - timedelta(days=80)),
        "to": None,
        "reason": "works",
        "words": None,
        "reopening": {"year": today.year + 1, "quarter": "spring", "month": None},
    }
    shop = {"kind": "library", "periods": [_season("01-01", "12-31", _week(0, 5, 6, slots=_AFTERNOON))]}
    periods, services, exceptions, closures = {
        0: (
            (summer, winter),
            (shop,),
            (_off(today + timedelta(days=15), today + timedelta(days=17)), night),
            (),
        ),
        1: ((late,), (), (night,), ()),
        2: ((summer, winter), (), (), ()),
        3: ((sundays,), (), (), ()),
        4: ((easter,), (), (), ()),
        5: ((short,), (), (), ()),
        6: ((ended,), (), (), ()),
        8: ((summer, winter), (), (), (works,)),
        9: ((school, _season("01-01", "12-31", [[], [], *[_AFTERNOON] * 5])), (), (), ()),
        10: ((_season("01-01", "12-31", _week(0, slots=_SPLIT), label="all_year"),), (), (), ()),
        _UNENTERED: ((), (), (), ()),
    }[pattern]
    written = {
        "periods": list(periods),
        "holidays": _holidays(decided=pattern != 2),
        "services": list(services),
    }
    if not (exceptions or closures):
        return written, None
    return written, {"exceptions": list(exceptions), "closures": list(closures)}
