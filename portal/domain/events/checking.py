"""What was typed of an event, as its block keeps it; each error by the path of its field.

Typed contents have the shape of the snapshots with texts anywhere. A date is `{"start", "end"}`, or `{"day", "from",
"to"}` as a form has it.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from portal.domain import texts
from portal.domain.events import checking_dates, reading, snapshots
from portal.domain.events import errors as E  # noqa: N812 - a vocabulary, read as one
from portal.domain.events.checking_parts import place, price
from portal.domain.events.faults import Faults
from portal.domain.events.rows import Event, Registration, SchoolOffer
from portal.domain.events.vocabulary import Audience, Cycle, EventType, Speech, Standing
from portal.domain.museums import contacts
from portal.domain.revisions import Snapshot

LONGEST_TITLE = 120
LONGEST_SUMMARY = 300
LONGEST_TEXT = 8_000
LONGEST_MESSAGE = 300
OLDEST_AGE = 120
FAMILIES = ("moteur", "auditif", "visuel", "mental")

Typed = Mapping[str, Any]


def checked(typed: Typed, today: date, *, museum_id: int | None = None) -> Snapshot:
    """Return an event as its block keeps it; raise `EventRefusedError` with every field at fault."""
    faults = Faults()
    title = faults.words("title", typed.get("title"), LONGEST_TITLE)
    if title is None:
        faults.errors.setdefault("title.fr", E.TitleMissingError())
    least, most = _ages(faults, typed)
    run, rule, occurrences = checking_dates.dates(faults, typed, today)
    event = Event(
        type=faults.choice("type", typed.get("type"), EventType) or EventType.OTHER,
        title=title,
        summary=faults.words("summary", typed.get("summary"), LONGEST_SUMMARY),
        text=faults.words("text", typed.get("text"), LONGEST_TEXT, texts.lines),
        audiences=faults.choices("audiences", typed.get("audiences"), Audience),
        age_from=least,
        age_to=most,
        theme=faults.tried("theme", partial(texts.line, typed.get("theme"), 120)),
        speeches=faults.choices("speeches", typed.get("speeches"), Speech),
        access=faults.choices("access", typed.get("access"), _family),
        price=price(faults, "price", typed.get("price")),
        registration=_registration(faults, typed.get("registration") or {}, today),
        place=place(faults, "place", typed.get("place"), museum_id),
        co_organisers=_partners(faults, typed.get("co_organisers"), museum_id),
        operation=faults.tried("operation", partial(texts.line, typed.get("operation"), 60)),
        school=_school(faults, typed.get("school")),
        picture=faults.tried("picture", partial(texts.line, typed.get("picture"), 60)),
        standing=faults.choice("standing", typed.get("standing"), Standing) or Standing.SCHEDULED,
        message=faults.words("message", typed.get("message"), LONGEST_MESSAGE),
        run=run,
        rule=rule,
        occurrences=occurrences,
    )
    faults.raise_if_any()
    return snapshots.snapshot_of(event)


def _ages(faults: Faults, typed: Typed) -> tuple[int | None, int | None]:
    least, most = (
        faults.tried(name, partial(reading.whole, typed.get(name), most=OLDEST_AGE))
        for name in ("age_from", "age_to")
    )
    if least is not None and most is not None and most < least:
        faults.errors.setdefault("age_to", E.AgesError())
    return least, most


def _family(name: str) -> str:
    if name not in FAMILIES:
        raise ValueError(name)
    return name


def _registration(faults: Faults, typed: Typed, today: date) -> Registration:
    return Registration(
        is_needed=bool(typed.get("is_needed")),
        link=faults.tried("registration.link", partial(contacts.website, typed.get("link"))),
        phone=faults.tried("registration.phone", partial(contacts.phone, typed.get("phone"))),
        email=faults.tried("registration.email", partial(contacts.email, typed.get("email"))),
        deadline=faults.tried("registration.deadline", partial(reading.day, typed.get("deadline"), today)),
        seats=faults.tried("registration.seats", partial(reading.whole, typed.get("seats"), least=1)),
    )


def _partners(faults: Faults, typed: Any, museum_id: int | None) -> tuple[int, ...]:
    numbers = (
        faults.tried("co_organisers", partial(reading.whole, one)) for one in dict.fromkeys(typed or ())
    )
    return tuple(one for one in numbers if one is not None and one != museum_id)


def _school(faults: Faults, typed: Typed | None) -> SchoolOffer | None:
    if not typed:
        return None
    offer = SchoolOffer(
        faults.choices("school.cycles", typed.get("cycles"), Cycle),
        faults.tried("school.minutes", partial(reading.whole, typed.get("minutes"), least=5, most=1_440)),
        faults.tried(
            "school.most_pupils", partial(reading.whole, typed.get("most_pupils"), least=1, most=500)
        ),
        bool(typed.get("pass_culture")),
    )
    return None if offer == SchoolOffer() else offer
