"""Invented prices to try the portal with: every kind of row, over the museums that have none."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from portal.config import PARIS
from portal.db import db
from portal.domain import museums, revisions
from portal.domain.admission import block, snapshots
from portal.domain.admission.models import MuseumPrices
from portal.domain.admission.rows import FIRST_SUNDAY, FreeKind, FreeRule, Scope
from portal.domain.revisions import Author, ContentBlock, Revision, Snapshot

CHANNEL = revisions.DEMONSTRATION
_BY = Author(None, CHANNEL)
PATTERNS = 9
_UNENTERED = 4
_WORDS = ("name", "condition", "proof")


def make(now: datetime) -> int:
    """Give invented prices to the museums that have none; return how many got some."""
    today = now.astimezone(PARIS).date()
    session = db.session()
    known = set(session.scalars(select(MuseumPrices.museum_id)))
    done = 0
    for at, museum in enumerate(museums.guide().museums):
        pattern = at % PATTERNS
        if museum.id in known or pattern == _UNENTERED:
            continue
        _publish(museum.id, _invented(pattern, today), now)
        done += 1
    return done


def remove() -> int:
    """Take back the invented prices that nobody has written over; return how many museums had some."""
    session = db.session()
    written = select(Revision.museum_id).where(Revision.kind == block.KIND)
    others = set(session.scalars(written.where(Revision.channel != CHANNEL)))
    invented = set(session.scalars(written.where(Revision.channel == CHANNEL))) - others
    session.execute(delete(MuseumPrices).where(MuseumPrices.museum_id.in_(invented)))
    for table in (ContentBlock, Revision):
        session.execute(delete(table).where(table.museum_id.in_(invented), table.kind == block.KIND))
    return len(invented)


def _publish(museum_id: int, snapshot: Snapshot, now: datetime) -> None:
    session, key = db.session(), block.key(museum_id)
    seen = revisions.head(session, key).version
    kept = revisions.save_draft(session, key, snapshot, seen=seen, by=_BY, now=now)
    if kept is not None:
        revisions.publish(session, kept, by=_BY, now=now)


def _line(audience: str, amount: int, **more: Any) -> dict[str, Any]:
    said = {key: {"fr": value, "oc": None} if key in _WORDS else value for key, value in more.items()}
    return {"audience": audience, "amount": amount, **said}


def _invented(pattern: int, today: date) -> Snapshot:
    """Return the block of one pattern."""
    full = [
        _line("full", 600),
        _line("reduced", 400, condition="étudiants, dès 65 ans"),
        _line("group", 400, group_min=10, condition="sur réservation"),
    ]
    free = [
        _line("under_18", 0),
        _line("job_seeker", 0, proof="attestation de moins de six mois"),
        _line("disability", 0, proof="carte mobilité inclusion"),
    ]
    under_12 = [_line("full", 550), _line("child", 300, age_from=12, age_to=17), _line("child", 0, age_to=11)]
    exhibitions = [
        _line("full", 800),
        _line("full", 500, scope="permanent"),
        _line("under_18", 0),
        _line("young_eu", 0, scope="permanent", proof="pièce d’identité"),
        _line("child", 500, age_from=6, age_to=12, scope="visit", condition="sur réservation"),
    ]
    family = [
        *full[:2],
        _line("family", 1500, condition="deux adultes et deux enfants"),
        _line("child", 0, age_to=5),
    ]
    passes = [*full, _line("pass", 0, name="Pass Musées"), _line("professional", 0), _line("resident", 0)]
    summer = FreeRule(FreeKind.WEEKDAY, weekday=6, nth=1, month_from=10, month_to=6)
    night, heritage = FreeRule(FreeKind.MUSEUM_NIGHT, scope=Scope.BOTH), FreeRule(FreeKind.HERITAGE_DAYS)
    patterns: dict[int, tuple[list[Any], list[FreeRule], dict[str, Any]]] = {
        0: ([*full, *free], [FIRST_SUNDAY], {}),
        1: (under_12, [], {}),
        2: ([], [], {"always_free": "both"}),
        3: (exhibitions, [summer, night, heritage], {}),
        5: (family, [], {}),
        6: (
            [_line("full", 700, condition="exposition comprise")],
            [],
            {"valid_to": str(today + timedelta(days=30))},
        ),
        7: ([*passes, *free[:1]], [heritage], {"passes": ["Pass Musées", "Carte Sésame"]}),
        8: ([_line("full", 900, scope="temporary")], [], {"always_free": "permanent"}),
    }
    lines, rules, more = patterns[pattern]
    rows = snapshots.rows_of({"lines": lines, "payment": ["card", "cash", "holiday_voucher"], **more})
    return snapshots.snapshot_of(replace(rows, free_days=tuple(rules)))
