"""Invented events to try the portal with: every type and every standing, in the months around today."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from portal.config import PARIS
from portal.db import db
from portal.domain import museums, revisions, search
from portal.domain.events import block, checking, keeping, snapshots
from portal.domain.events.models import Event
from portal.domain.revisions import Author, ContentBlock, Revision

CHANNEL = revisions.DEMONSTRATION
_BY = Author(None, CHANNEL)
PATTERNS = 7


def make(now: datetime, *, most: int | None = None) -> int:
    """Give invented events to the museums that have none, or to the first of them; return how many were made."""
    today, session = now.astimezone(PARIS).date(), db.session()
    known = set(session.scalars(select(Event.museum_id)))
    done = 0
    for at, museum in enumerate(museums.guide().museums[:most]):
        if museum.id in known:
            continue
        for typed in invented(at, today):
            snapshot = checking.checked(typed, today, museum_id=museum.id)
            said = snapshots.event_of(snapshot)
            written = snapshots.snapshot_of(keeping.with_rule(said, said, today))
            _event, draft = keeping.create(session, museum.id, written, by=_BY, now=now)
            revisions.publish(session, draft, by=_BY, now=now)
            done += 1
    return done


def remove() -> int:
    """Take back the invented events that nobody has written over; return how many there were."""
    session = db.session()
    written = select(Revision.subject_id).where(Revision.kind == block.KIND)
    others = set(session.scalars(written.where(Revision.channel != CHANNEL)))
    ids = set(session.scalars(written.where(Revision.channel == CHANNEL))) - others
    for table in (ContentBlock, Revision):
        session.execute(delete(table).where(table.kind == block.KIND, table.subject_id.in_(ids)))
    for id_ in ids:
        search.forget(search.Kind.EVENT, id_)
    session.execute(delete(Event).where(Event.id.in_(ids)))
    return len(ids)


def invented(at: int, today: date) -> list[dict[str, Any]]:
    """Return the events of the museum at this place of the list: one, and another for every third."""
    pool = (_exhibition, _workshop, _visit, _talk, _concert, _school, _late)
    chosen = [pool[at % PATTERNS], *([pool[(at + 3) % PATTERNS]] if at % 3 == 0 else [])]
    return [each(today, at) for each in chosen]


def _named(at: int, *titles: tuple[str, str]) -> dict[str, str]:
    return _both(*titles[at // PATTERNS % len(titles)])


def _both(french: str, occitan: str) -> dict[str, str]:
    return {"fr": french, "oc": occitan}


def _at(day: date, starts: str, ends: str, **more: Any) -> dict[str, Any]:
    return {"start": f"{day}T{starts}", "end": f"{day}T{ends}", **more}


def _next(today: date, weekday: int, weeks: int = 0) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7 + 7 * weeks)


def _exhibition(today: date, at: int) -> dict[str, Any]:
    last = today + timedelta(days=12 + 9 * (at % 11))
    return {
        "type": "exposition",
        "title": _named(
            at,
            ("Mains d’ici, gestes de toujours", "Mans d’aicí, gèstes de totjorn"),
            ("Les couleurs du pastel", "Las colors del pastèl"),
            ("Bêtes de pierre, bêtes de papier", "Bèstias de pèira, bèstias de papièr"),
            ("Un été au bord du canal", "Un estiu al bòrd del canal"),
        ),
        "summary": _both(
            "Outils, carnets et photographies racontent les métiers du pays.",
            "Aisinas, quasernets e fotografias contan los mestièrs del país.",
        ),
        "audiences": ["tout-public"],
        "price": {"kind": "compris"},
        "access": ["moteur"],
        "run": {
            "first": today - timedelta(days=40),
            "last": last,
            "extended_from": last - timedelta(days=30) if at % 3 == 0 else None,
        },
    }


def _workshop(today: date, at: int) -> dict[str, Any]:
    return {
        "type": "atelier",
        "title": _named(
            at,
            ("Petites mains, grandes idées", "Manetas, grandas idèas"),
            ("Mon carnet de voyage", "Mon quasernet de viatge"),
            ("De la terre et des doigts", "De tèrra e de dets"),
            ("Le musée dans une boîte", "Lo musèu dins una bóstia"),
        ),
        "summary": _both(
            "On regarde une œuvre, puis on essaie avec de l’encre et du papier.",
            "Òm espia una òbra, puèi òm ensaja amb d’encra e de papièr.",
        ),
        "audiences": ["enfants", "famille"],
        "age_from": 6,
        "age_to": 12,
        "price": {"kind": "payant", "least": 500},
        "registration": {"is_needed": True, "phone": "05 00 00 00 00", "seats": 12},
        "rule": {
            "frequency": "weekly",
            "first": _next(today, 1 + at % 5),
            "last": today + timedelta(days=120),
            "starts": f"{10 + at % 6}:30",
            "ends": f"{12 + at % 6}:00",
            "weekdays": [str(1 + at % 5)],
            "school": "except" if at % 2 else None,
        },
    }


def _visit(today: date, at: int) -> dict[str, Any]:
    return {
        "type": "visite",
        "title": _named(
            at,
            ("Visite en langue des signes", "Visita en lenga dels signes"),
            ("Les coulisses du musée", "L’endarrièr del musèu"),
            ("Une heure, une salle", "Una ora, una sala"),
        ),
        "audiences": ["tout-public"],
        "speeches": ["fsl", "fr"] if at // PATTERNS % 3 == 0 else ["fr"],
        "access": ["auditif"] if at // PATTERNS % 3 == 0 else [],
        "price": {"kind": "payant", "least": 600},
        "occurrences": [_at(_next(today, 2 + at % 5, week), "15:00", "16:30") for week in range(4)],
    }


def _talk(today: date, at: int) -> dict[str, Any]:
    return {
        "type": "conference",
        "title": _both("Que mangeait-on au Moyen Âge ?", "Qué se manjava a l’Edat Mejana ?"),
        "audiences": ["adultes", "ados"],
        "price": {"kind": "gratuit"},
        "speeches": ["fr", "oc"],
        "occurrences": [
            _at(_next(today, at % 5, 1), "18:00", "19:30", standing="full"),
            _at(_next(today, at % 5, 3), "18:00", "19:30"),
        ],
    }


def _concert(today: date, at: int) -> dict[str, Any]:
    return {
        "type": "spectacle",
        "title": _both("Voix et vielles au cloître", "Votz e sanfònhas a la clastra"),
        "audiences": ["tout-public"],
        "price": {"kind": "payant", "least": 800, "most": 1200},
        "occurrences": [
            _at(
                _next(today, 3 + at % 4, 1),
                "20:30",
                "22:00",
                standing="cancelled",
                message=_both("Un musicien est souffrant.", "Un musicaire es malaut."),
            ),
            _at(_next(today, 3 + at % 4, 2), "20:30", "22:00"),
        ],
    }


def _school(_today: date, _at_list: int) -> dict[str, Any]:
    return {
        "type": "offre-scolaire",
        "title": _both("Une classe au musée", "Una classa al musèu"),
        "audiences": ["scolaires", "groupes"],
        "price": {"kind": "payant", "least": 4000},
        "school": {
            "cycles": ["cycle-2", "cycle-3"],
            "minutes": "90",
            "most_pupils": "30",
            "pass_culture": True,
        },
        "registration": {"is_needed": True, "phone": "05 00 00 00 00"},
    }


def _late(today: date, at: int) -> dict[str, Any]:
    return {
        "type": "nocturne",
        "title": _both("Nocturne du premier vendredi", "Nueitenca del primièr divendres"),
        "audiences": ["tout-public"],
        "price": {"kind": "gratuit"} if at % 2 else {"kind": "compris"},
        "rule": {
            "frequency": "monthly",
            "first": today,
            "starts": "18:00",
            "ends": "21:00",
            "weekdays": ["4"],
            "nth": "1",
        },
    }
