"""A museum with hours: what Aline published in June, on the clock of a Thursday at 10:41."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import update

from portal.config import PARIS
from portal.db import db
from portal.domain import hours, revisions
from portal.domain.accounts import UserSession
from portal.domain.hours import bounds, snapshots
from portal.domain.hours.bounds import Span
from portal.domain.hours.rows import Effect, Exceptional, Period, Reason, Rows, Slot, Week
from portal.domain.revisions import Author, Key, Revision
from tests.cast import Cast, Door, everything

NOW = datetime(2026, 6, 18, 10, 41, tzinfo=PARIS)
TODAY = date(2026, 6, 18)
NO_MONDAY = Week(((), *(((Slot(600, 1140),),) * 6)))
WINTER = Week(((), *(((Slot(600, 1020),),) * 6)))


def span(first: str, last: str | None = None) -> Span:
    return Span(bounds.parse(first), bounds.parse(last or first))


ROWS = Rows(
    periods=(
        Period(span("2026-04-01", "2026-10-31"), NO_MONDAY, label="summer"),
        Period(span("2026-11-01", "2027-03-31"), WINTER, label="winter"),
    ),
    exceptions=(
        Exceptional(span("2026-06-24", "2026-06-26"), Effect.CLOSED, reason=Reason.INSTALLATION),
        Exceptional(span("2026-06-19"), Effect.EXTRA, (Slot(1140, 1320),), reason=Reason.LATE_OPENING),
    ),
)


def stop_the_clock(app: Flask, now: datetime = NOW) -> None:
    """Let the whole site believe that it is this instant."""
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=now)


def at_desk(app: Flask, user_id: int) -> Door:
    """A browser signed in on the stopped clock."""
    door = Door(app, user_id)
    moment = NOW.astimezone(UTC)
    with everything(app) as session:
        session.execute(update(UserSession).values(made_at=moment, seen_at=moment))
    return door


def write(app: Flask, key: Key, content: Any, by: int, *, publishes: bool = False) -> int:
    """Write a block as somebody would from another room; return the revision's number in the database."""
    with everything(app):
        session, author = db.session(), Author(by)
        seen = revisions.head(session, key).version
        kept = revisions.save_draft(session, key, content, seen=seen, by=author, now=NOW)
        assert kept is not None
        if publishes:
            revisions.publish(session, kept, by=author, now=NOW - timedelta(days=3))
        return kept.id


def open_for_the_season(app: Flask, cast: Cast, rows: Rows = ROWS) -> None:
    """Publish hours, three days ago."""
    stop_the_clock(app)
    write(app, hours.key(cast.here), snapshots.hours_snapshot(rows), cast["aline"], publishes=True)
    exceptions = snapshots.exceptions_snapshot(rows)
    write(app, hours.exceptions_key(cast.here), exceptions, cast["aline"], publishes=True)


def head(app: Flask, key: Key) -> tuple[dict[str, Any] | None, Revision | None]:
    """Return what is live of a block, and what waits."""
    with everything(app) as session:
        found = revisions.head(session(), key)
        for each in (found.live, found.pending):
            if each is not None:
                session.expunge(each)
        return (found.live.content if found.live else None), found.pending


def day(app: Flask, cast: Cast, when: date) -> str:
    """Return what the public is told of a day: `open 10:00-19:00`, `closed`."""
    with everything(app):
        answer = hours.of(cast.here).schedule.on(when)
        times = [
            f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
            for start, end in answer.intervals
        ]
        return " ".join([answer.state.value, *times])


def form_of(door: Door, path: str, wanted: str = "") -> dict[str, str]:
    """Return what a browser would send of a page's form untouched: the first, or the one with this address."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    forms = [each for each in page.main.find_all("form") if re.search(wanted, each.get("action") or path)]
    found: dict[str, str] = {}
    for control in forms[0].find_all(["input", "select"]):
        if control.get("type") in {"radio", "checkbox"} and not control.has_attr("checked"):
            continue
        chosen = control.find("option", selected=True) or control.find("option")
        found[control["name"]] = chosen["value"] if chosen else control.get("value", "")
    return found
