"""National operations: the programme of each, département by département, to read and to print."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from flask import abort, g, render_template
from flask.typing import ResponseReturnValue

from portal.domain.events import finding, operations
from portal.domain.events.finding import Asked
from portal.domain.museums import DepartementEntry
from portal.web.kit import when_words
from portal.web.kit.clock import today
from portal.web.kit.events import listing
from portal.web.kit.events.listing import Day, Slot
from portal.web.kit.locale import page_language
from portal.web.kit.when import Days
from portal.web.public.agenda.blueprint import blueprint

MOST = 600
AHEAD = timedelta(days=400)


@dataclass(frozen=True)
class Part:
    """A département's part of a programme."""

    departement: DepartementEntry
    days: tuple[Day, ...]
    runs: tuple[Slot, ...]


@blueprint.get("/operations/<slug:slug>/")
def operation(slug: str) -> ResponseReturnValue:
    """Show the programme of a national operation, from today on."""
    found = operations.operation(slug)
    if found is None:
        abort(404)
    now, language = today(), page_language()
    asked = Asked(now, now + AHEAD, operation=slug)
    days = listing.days(finding.dates(asked, limit=MOST), now, language)
    runs = listing.run_slots(finding.runs(asked, limit=MOST), now, language)
    coming = _coming(found, now)
    g.canonical_parameters = {}
    return render_template(
        "public/agenda/operation.html",
        operation=found,
        others=[one for one in operations.OPERATIONS if one.slug != slug],
        coming=coming and when_words.on_days(coming, language),
        parts=_parts(days, runs),
        total=sum(len(day.slots) for day in days) + len(runs),
        today=now,
    )


def _coming(found: operations.Operation, now: date) -> Days | None:
    """Return the next days of an operation whose days a rule gives."""
    for year in (now.year, now.year + 1):
        days = found.days(year)
        if days is not None and days[1] >= now:
            return Days(*days)
    return None


def _parts(days: list[Day], runs: list[Slot]) -> list[Part]:
    """Return what each département holds, in the order of their codes; what is online belongs to its museum's."""
    dated = [(slot.museum.departement, day.day, slot) for day in days for slot in day.slots]
    known = {each.code: each for each, _day, _slot in dated} | {
        slot.museum.departement.code: slot.museum.departement for slot in runs
    }
    parts = []
    for code in sorted(known):
        own = [(day, slot) for each, day, slot in dated if each.code == code]
        by_day = groupby(own, key=lambda pair: pair[0])
        parts.append(
            Part(
                known[code],
                tuple(Day(day, tuple(slot for _day, slot in pairs)) for day, pairs in by_day),
                tuple(slot for slot in runs if slot.museum.departement.code == code),
            )
        )
    return parts
