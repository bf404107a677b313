"""The museum's events as its staff see them: what waits, what is coming, what is over, what was removed."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select

from portal.db import db
from portal.domain import events
from portal.domain.accounts import Permission
from portal.domain.events import Event, EventDate
from portal.domain.events.vocabulary import EventType
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import ContentBlock, Revision, State
from portal.web.dashboard.events.blueprint import blueprint
from portal.web.kit import clock, gate
from portal.web.kit.events import moments, words
from portal.web.kit.locale import page_language

Span = tuple[date, date, int]
"""The first and the last day of an event's dates, and how many they are."""
KEPT_IN_BIN = timedelta(days=30)


@dataclass(frozen=True)
class Row:
    """An event in the list."""

    id: int
    title: str
    type: str
    when: str
    state: State | None
    """Where what waits of it stands; nothing where all is published."""
    is_live: bool


@blueprint.get("/")
@gate.requires(Permission.SPACE_ENTER)
def index(museum: MuseumEntry) -> ResponseReturnValue:
    """Show the museum's events."""
    rows = _rows(museum)
    query = " ".join(request.args.get("q", "").split())[:100]
    groups = {
        name: [row for row in found if query.lower() in row.title.lower()] for name, found in rows.items()
    }
    return render_template("dashboard/events/index.html", groups=groups, query=query)


def _rows(museum: MuseumEntry) -> dict[str, list[Row]]:
    today, found = clock.today(), {name: list[Row]() for name in ("waiting", "coming", "over", "removed")}
    held = list(
        db.session.scalars(select(Event).where(Event.museum_id == museum.id).order_by(Event.id.desc()))
    )
    spans, waiting = _spans(museum), _waiting(museum)
    for event in held:
        pending = waiting.get(event.id)
        row = _row(event, pending, spans.get(event.id))
        if event.removed_at is not None:
            if event.removed_at > clock.now() - KEPT_IN_BIN:
                found["removed"].append(row)
        elif pending is not None:
            found["waiting"].append(row)
        elif _is_over(event, spans.get(event.id), today):
            found["over"].append(row)
        else:
            found["coming"].append(row)
    return found


def _row(event: Event, pending: Revision | None, span: Span | None) -> Row:
    language = page_language()
    said = events.event_of(pending.content if pending else events.EVENTS.complete(event.content or {}))
    if said.run is not None:
        when = moments.run(said.run, clock.today(), language)
    elif span is not None and event.is_live:
        when = moments.span_words(*span, clock.today(), language)
    else:
        when = moments.number_of_dates(len(said.occurrences))
    return Row(
        event.id,
        said.title.text(language) if said.title else "",
        str(words.TYPES[EventType(said.type)]),
        when,
        pending.state if pending else None,
        event.is_live,
    )


def _spans(museum: MuseumEntry) -> dict[int, Span]:
    """Return of each event its first and last day and how many dates it has, in one statement."""
    columns = select(
        EventDate.event_id, func.min(EventDate.starts_on), func.max(EventDate.ends_on), func.count()
    )
    found = db.session.execute(columns.where(EventDate.museum_id == museum.id).group_by(EventDate.event_id))
    return {id_: (first, last, number) for id_, first, last, number in found}


def _waiting(museum: MuseumEntry) -> dict[int, Revision]:
    joined = select(ContentBlock.subject_id, Revision).join(
        Revision, Revision.id == ContentBlock.draft_revision_id
    )
    found = db.session.execute(
        joined.where(ContentBlock.museum_id == museum.id, ContentBlock.kind == events.KIND)
    )
    return {subject_id: revision for subject_id, revision in found}  # noqa: C416 - rows are no pairs to mypy


def _is_over(event: Event, span: Span | None, today: date) -> bool:
    if event.run_last is not None:
        return event.run_last < today
    return span is not None and span[1] < today
