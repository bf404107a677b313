"""What the agenda costs with many dates: `python -m bench.events` fills a database, then measures its questions.

Rows are written straight to the live tables: what is measured is reading them. Two sizes, in one run.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import event, insert

from bench.served import ROOT

FIRST = date(2026, 1, 1)
TODAY = date(2026, 11, 24)
SIZES = ((3_000, 20_000), (30_000, 200_000))
TYPES = ("atelier", "visite", "conference", "spectacle")
ROUNDS = 9


def main() -> None:
    """Measure both sizes and print what docs/performance.md quotes."""
    medians: dict[str, list[float]] = {}
    for events, dates in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            app = _furnished(folder, events, dates)
            print(f"\n{events} events, {dates} dates")
            for name, path in PAGES.items():
                spent, statements = _measured(app, path)
                medians.setdefault(name, []).append(spent)
                print(f"  {name:18} {spent:7.1f} ms of CPU, {statements} statements")
    for name, (small, large) in medians.items():
        print(f"  {name:18} × {large / small:.2f} with ten times the dates")


PAGES = {
    "agenda": "/fr/agenda/",
    "a day": "/fr/agenda/2026-12-05/",
    "filtered": "/fr/agenda/?type=atelier&departement=31&public=famille",
    "a month": "/fr/agenda/?date=2026-12-01..2026-12-31",
    "an event's API": "/api/v1/events?date=2026-12-05&per_page=50",
    "a museum": "/fr/musees/musee-des-augustins/",
}


def _furnished(folder: str, events: int, dates: int) -> Flask:
    os.environ.update(
        PORTAL_ENV="development",
        PORTAL_INSTANCE_PATH=folder,
        PORTAL_QA_NOW=f"{TODAY}T10:00:00",
        PORTAL_JOBS="none",
    )
    from portal import create_app  # noqa: PLC0415 - its settings are those just given
    from portal.db import WRITE_EVERYTHING, db, enter  # noqa: PLC0415

    for command in (["db", "upgrade"], ["seed", "register"]):
        flask = [Path(sys.executable).with_name("flask"), "--app", "wsgi", *command]
        subprocess.run(flask, cwd=ROOT, check=True, capture_output=True)
    app = create_app()
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        _fill(events, dates)
        db.session.commit()
    return app


def _fill(events: int, dates: int) -> None:
    from portal.db import Translated, db  # noqa: PLC0415
    from portal.domain import museums  # noqa: PLC0415
    from portal.domain.events import Event, EventDate, snapshots  # noqa: PLC0415
    from portal.domain.events.rows import Event as Said  # noqa: PLC0415
    from portal.domain.events.vocabulary import EventType  # noqa: PLC0415

    known, now = museums.guide().museums, datetime(2026, 1, 1, tzinfo=UTC)
    rows = []
    for number in range(1, events + 1):
        museum, type_ = known[number % len(known)], TYPES[number % len(TYPES)]
        title = Translated(f"Rendez-vous {number}")
        content = snapshots.snapshot_of(Said(EventType(type_), title))
        content.pop("occurrences")
        rows.append(
            {
                "id": number,
                "museum_id": museum.id,
                "short_id": f"b{number:06}",
                "slug": "rendez-vous",
                "created_at": now,
                "updated_at": now,
                "sequence": 0,
                "is_live": True,
                "content": content,
                "title": title,
                "type": type_,
                "departement": museum.departement.code,
                "town_id": museum.town.id,
                "tags": "|public:famille|" if number % 3 else "|",
            }
        )
    db.session.execute(insert(Event), rows)
    each, days = dates // events, 1_095
    made = []
    for number in range(dates):
        row = rows[number // max(each, 1) % events]
        start = datetime.combine(FIRST + timedelta(days=number * 7 % days - 365), datetime.min.time())
        start += timedelta(hours=9 + number % 10)
        made.append(
            {
                "museum_id": row["museum_id"],
                "event_id": row["id"],
                "key": f"d{number}",
                "starts_at": start.replace(tzinfo=UTC),
                "starts_on": start.date(),
                "ends_on": start.date(),
                "standing": "scheduled",
                "content": {"start": f"{start:%Y-%m-%dT%H:%M}", "key": f"d{number}"},
            }
        )
    for at in range(0, len(made), 5_000):
        db.session.execute(insert(EventDate), made[at : at + 5_000])


def _measured(app: Flask, path: str) -> tuple[float, int]:
    """Return the median CPU of one answer, in milliseconds, and how many statements it made."""
    from portal.db import db  # noqa: PLC0415

    client, counted = app.test_client(), [0]
    with app.app_context():
        engine = db.engine

    def count(*_given: object) -> None:
        counted[0] += 1

    for _ in range(3):
        client.get(path)
    event.listen(engine, "before_cursor_execute", count)
    answer = client.get(path)
    event.remove(engine, "before_cursor_execute", count)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        client.get(path)
        rounds.append((time.process_time() - start) * 1000)
    return statistics.median(rounds), counted[0]


if __name__ == "__main__":
    main()
