"""What is doubtful about an event's dates: warned about, never refused (product row M29)."""

from typing import Any

from portal.domain import events, hours
from portal.domain.events import EventRefusedError
from portal.domain.events.rows import Event as Said
from portal.domain.events.rows import Occurrence
from portal.domain.events.vocabulary import PlaceKind
from portal.domain.hours import Schedule, State
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import Head
from portal.web.dashboard.events import saving
from portal.web.kit import clock, dates, formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext

MOST = 4
"""As many days as one warning names."""


def of(sheet: dict[str, Any], museum: MuseumEntry, head: Head | None) -> list[str]:
    """Return the warnings about what is typed; none while a field is wrong."""
    try:
        said = events.event_of(
            saving.checked(sheet, events.event_of(head.snapshot) if head else None, museum)
        )
    except EventRefusedError:
        return []
    if said.place.kind is not PlaceKind.MUSEUM:  # another museum's hours are its own business
        return []
    schedule = hours.of(museum.id).schedule
    today = clock.today()
    coming = [
        one for one in said.occurrences if one.start.date() >= today and said.standing_of(one).takes_place
    ]
    return [*_closed(coming, schedule), *_outside(coming, schedule), *_long(said, schedule)]


def _closed(coming: list[Occurrence], schedule: Schedule) -> list[str]:
    found = [one for one in coming if schedule.on(one.start.date()).state is State.CLOSED]
    if not found:
        return []
    sentence = ngettext(
        "%(days)s : les horaires disent que le musée est fermé ce jour-là.",
        "%(days)s : les horaires disent que le musée est fermé ces jours-là.",
        len(found),
        days=_days(found),
    )
    return [sentence]


def _outside(coming: list[Occurrence], schedule: Schedule) -> list[str]:
    found = [one for one in coming if not one.is_all_day and _is_outside(one, schedule)]
    if not found:
        return []
    return [_("%(days)s : c’est en dehors des heures d’ouverture. Est-ce voulu ?", days=_days(found))]


def _is_outside(one: Occurrence, schedule: Schedule) -> bool:
    answer = schedule.on(one.start.date())
    if answer.state is not State.OPEN:
        return False
    start = one.start.hour * 60 + one.start.minute
    return not any(opens <= start < closes for opens, closes in answer.intervals)


def _long(said: Said, schedule: Schedule) -> list[str]:
    run = said.run
    if run is None or run.last is None or schedule.rows.is_empty:
        return []
    horizon = hours.horizon(schedule, max(clock.today(), run.first or clock.today()))
    if horizon is None or horizon >= run.last:
        return []
    day = dates.full_date(horizon, page_language())
    return [
        _("L’exposition dure plus longtemps que les horaires connus, qui s’arrêtent le %(day)s.", day=day)
    ]


def _days(found: list[Occurrence]) -> str:
    language = page_language()
    named = [dates.weekday_date(one.start.date(), language) for one in found[:MOST]]
    more = len(found) - len(named)
    if more:
        named.append(ngettext("%(num)s autre", "%(num)s autres", more))
    return formats.sentence_case(formats.sentence_list(named, language))
