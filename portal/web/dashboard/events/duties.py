"""What a museum has to do about its events: two facts of its own contradict each other."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import url_for

from portal.domain import hours
from portal.domain.events import Asked, finding
from portal.domain.events.vocabulary import PlaceKind
from portal.domain.hours import State
from portal.domain.museums import MuseumEntry
from portal.web.kit import dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.tasks import Harm, Task

AHEAD = timedelta(days=60)
MOST = 200


def tasks(museum: MuseumEntry, today: date) -> Iterator[Task]:
    """Yield the events that the hours contradict: one task an event, at its first such date."""
    schedule = hours.of(museum.id).schedule
    told: set[int] = set()
    for one in finding.dates(Asked(today, today + AHEAD, museums=frozenset({museum.id})), limit=MOST):
        event, day = one.event, one.occurrence.start.date()
        place = one.occurrence.place or event.said.place
        is_here = event.museum_id == museum.id and place.kind is PlaceKind.MUSEUM
        if event.id in told or not is_here or not one.standing.takes_place:
            continue
        if schedule.on(day).state is State.CLOSED:
            told.add(event.id)
            yield Task(
                Harm.FINDS_DOOR_CLOSED,
                _("« %(title)s » un jour de fermeture", title=one.title.text(page_language())),
                _(
                    "L’agenda l’annonce le %(day)s, les horaires disent fermé : l’un des deux se trompe.",
                    day=dates.weekday_date(day, page_language()),
                ),
                url_for(
                    "dashboard.events.date",
                    museum=museum.slug,
                    number=event.id,
                    key=one.occurrence.key,
                ),
                _("Vérifier"),
                due=day,
            )
