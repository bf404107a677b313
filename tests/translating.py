"""Gives a museum a French text in every block that holds prose, and no Occitan at all."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from portal.db import Translated
from portal.domain import access, admission, hours, media, revisions
from portal.domain.access import snapshots as access_rows
from portal.domain.access.facts import Comfort
from portal.domain.access.rows import Practical
from portal.domain.access.rows import Told as Known
from portal.domain.admission import Audience, PriceLine, Rows
from portal.domain.admission import snapshots as price_rows
from portal.domain.media import Format, Picture, State
from portal.domain.museums import profile
from portal.domain.revisions import Author, Key
from tests.accessible import answers, outage, told
from tests.opening import day_off, season, whole

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ALINE = Author(None, "test")
PRESENTATION = (
    "Ingres lègue son atelier à sa ville natale : 4 500 dessins et son violon.\n\n"
    "L’entrée coûte 6 € pour M. Tout-le-Monde. Depuis 2019, dix-huit salles ont rouvert."
)


def put(
    session: Session, key: Key, content: dict[str, Any], *, by: Author = ALINE, now: datetime = NOW
) -> None:
    """Publish a block."""
    seen = revisions.head(session, key).version
    kept = revisions.save_draft(session, key, content, seen=seen, by=by, now=now)
    if kept is not None:
        revisions.publish(session, kept, by=by, now=now)


def fiche(presentation: str | None = PRESENTATION, occitan: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a profile."""
    return profile.checked({"presentation": {"fr": presentation, "oc": occitan}, **more})


def furnish(session: Session, museum_id: int, today: Any) -> set[str]:
    """Publish French alone, everywhere; return what was written, to be found again."""
    soon = str(today + timedelta(days=3))
    put(session, profile.key(museum_id), fiche(usage_name={"fr": "Musée aux murs bleus", "oc": None}))
    words = {"fr": "Escalier condamné par prudence.", "oc": None}
    row = day_off(soon, reason="other", words=words)
    closure = {
        "from": str(today + timedelta(days=20)),
        "to": str(today + timedelta(days=30)),
        "reason": "works",
    }
    closure |= {"words": {"fr": "Toiture refaite entièrement.", "oc": None}, "reopening": None}
    name = {"fr": "Quand il pleut", "oc": None}
    put(session, hours.key(museum_id), hours.checked_hours(whole(season("01-01", "12-31", name=name)), today))
    put(
        session,
        hours.exceptions_key(museum_id),
        hours.checked_exceptions({"exceptions": [row], "closures": [closure]}, today),
    )
    lines = (
        PriceLine(Audience.FULL, 600, condition=Translated("sur réservation")),
        PriceLine(Audience.REDUCED, 400, condition=Translated("les jours de pluie")),
    )
    put(session, admission.key(museum_id), admission.checked(price_rows.snapshot_of(Rows(lines=lines))))
    put(session, access.key(museum_id), answers(entrance="yes", rooms=told("no", "Dix marches raides.")))
    lift = outage("lift", str(today), str(today + timedelta(days=9)), "Sonnez à la grille.", id_="abcd1234")
    put(session, access.outages_key(museum_id), {"outages": [lift]})
    comfort = {Comfort.SHOP: Known(True, Translated("Cartes et livres anciens."))}
    put(session, access.practical_key(museum_id), access_rows.practical_json(Practical(comfort, {})))
    picture = _picture(session, museum_id)
    photo = {
        "alt": {"fr": "Une salle aux murs bleus.", "oc": None},
        "credit": "© A. Roux",
        "licence": "cc-by",
    }
    photo = {**media.BLANK, **photo, "consent": True}
    put(session, media.key(museum_id), {"order": [picture], "photos": {str(picture): photo}})
    return {
        "Ingres lègue",
        "murs bleus",
        "Escalier condamné",
        "Toiture refaite",
        "Quand il pleut",
        "jours de pluie",
        "Dix marches",
        "Sonnez à la grille",
        "Cartes et livres",
    }


def _picture(session: Session, museum_id: int) -> int:
    """Add a photo whose copies are made."""
    picture = Picture(
        museum_id=museum_id,
        token=f"{museum_id:032x}",
        digest=f"{museum_id:064x}",
        filename="salle.jpg",
        format=Format.JPEG,
        bytes=1,
        width=600,
        height=400,
        state=State.MADE,
        sets=["entire", "50-50"],
        added_at=NOW,
    )
    session.add(picture)
    session.flush()
    return picture.id
