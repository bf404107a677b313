"""Invented access and practical facts to try the portal with: every state and every kind of row."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from portal.config import PARIS
from portal.db import db
from portal.domain import museums, revisions
from portal.domain.access import blocks, checking
from portal.domain.access.models import MuseumAccess
from portal.domain.revisions import Author, ContentBlock, Key, Revision, Snapshot

CHANNEL = revisions.DEMONSTRATION
_BY = Author(None, CHANNEL)
PATTERNS = 7
_UNENTERED = 5
_COMFORT = ("cool", "cafe", "shop", "lockers", "pushchair", "baby_change", "picnic", "dogs", "car_park")


def make(now: datetime) -> int:
    """Give invented access to the museums that have none; return how many got some."""
    today = now.astimezone(PARIS).date()
    known = set(db.session.scalars(select(MuseumAccess.museum_id)))
    done = 0
    for at, museum in enumerate(museums.guide().museums):
        pattern = at % PATTERNS
        if museum.id in known or pattern == _UNENTERED:
            continue
        _publish(blocks.key(museum.id), checking.checked_access(_answers(pattern, today), today), now)
        _publish(blocks.practical_key(museum.id), checking.checked_practical(_practical(at)), now)
        if pattern == 0:
            _publish(blocks.outages_key(museum.id), {"outages": [_lift(today)]}, now)
        done += 1
    return done


def remove() -> int:
    """Take back the invented access that nobody has written over; return how many museums had some."""
    session = db.session()
    written = select(Revision.museum_id).where(Revision.kind.in_(blocks.KINDS))
    others = set(session.scalars(written.where(Revision.channel != CHANNEL)))
    invented = set(session.scalars(written.where(Revision.channel == CHANNEL))) - others
    session.execute(delete(MuseumAccess).where(MuseumAccess.museum_id.in_(invented)))
    for table in (ContentBlock, Revision):
        session.execute(delete(table).where(table.museum_id.in_(invented), table.kind.in_(blocks.KINDS)))
    return len(invented)


def _publish(key: Key, snapshot: Snapshot, now: datetime) -> None:
    session = db.session()
    seen = revisions.head(session, key).version
    kept = revisions.save_draft(session, key, snapshot, seen=seen, by=_BY, now=now)
    if kept is not None:
        revisions.publish(session, kept, by=_BY, now=now)


def _told(answer: str, fr: str | None = None, oc: str | None = None) -> dict[str, Any]:
    return {"answer": answer, "words": {"fr": fr, "oc": oc}}


def _all(answer: str, *facts: str) -> dict[str, Any]:
    return {fact: _told(answer) for fact in facts}


def _answers(pattern: int, today: date) -> dict[str, Any]:
    """Return the answers of one pattern, as they would be typed."""
    easy = _all("yes", "entrance", "rooms", "lift", "toilets", "parking_space", "seats", "dog_admitted")
    easy["wheelchair_loan"] = _told("yes", "Deux, à l’accueil.", "Dos, a l’acuèlh.")
    upstairs = _told("no", "L’étage compte 32 marches.", "Lo solièr a 32 escalons.")
    heard = {"hearing_loop": _told("yes", "À l’accueil.", "A l’acuèlh."), **_all("no", "subtitles")}
    signed = {"sign_visits": _told("yes", "Le troisième vendredi du mois.", "Lo tresen divendres del mes.")}
    seen = {"tactile": _told("yes", "Douze œuvres.", "Dotze òbras."), **_all("yes", "large_print", "braille")}
    calm = _all("yes", "easy_to_read", "calm_hours", "trained_staff")
    year = timedelta(days=365)
    patterns: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {
        0: ({**easy, **heard, **seen}, {"door_cm": "95"}),
        1: ({**easy, "rooms": upstairs, **_all("no", "lift"), **signed}, {}),
        2: (_all("no", "entrance", "lift", "ramp", "sign_visits", "sign_guide"), {}),
        3: ({**easy, **heard, **signed, **seen, **calm}, {"marks": _mark(today, 2 * year)}),
        4: (_all("yes", "entrance", "dog_admitted"), {"marks": _mark(today, -timedelta(days=40))}),
        6: ({**heard, "dog_admitted": _told("yes", "Sauf dans la serre.", "Levat dins la sèrra.")}, {}),
    }
    facts, more = patterns[pattern]
    return {"facts": facts, **more}


def _mark(today: date, left: timedelta) -> dict[str, Any]:
    return {"moteur": {"from": str(today - timedelta(days=900)), "to": str(today + left)}}


def _practical(at: int) -> dict[str, Any]:
    facts = {fact: _told("no" if (at + place) % 4 == 0 else "yes") for place, fact in enumerate(_COMFORT)}
    measures = {
        "visit_minutes": ("45", "60", "90", "120")[at % 4],
        "indoor_percent": ("100", "80", "60", "30", "0")[at % 5],
        "station_metres": ("400", "1200", "")[at % 3],
    }
    return {"facts": facts, "measures": measures}


def _lift(today: date) -> dict[str, Any]:
    words = {
        "fr": "Le rez-de-chaussée reste accessible en fauteuil.",
        "oc": "Lo planpè demòra accessible en fautuèlh.",
    }
    first, last = today - timedelta(days=6), today + timedelta(days=20)
    named = {"id": "demo", "what": "lift", "settled": False}
    return {**named, "from": str(first), "to": str(last), "words": words}
