"""The points of a museum's hours: known far enough, and the coming public holidays decided."""

from datetime import date, timedelta

from portal.domain import hours
from portal.domain.hours import Kept
from portal.domain.hours.advice import ENDS_SOON_DAYS, HOLIDAY_DAYS
from portal.web.dashboard.overview.points import Point
from portal.web.kit import dates, opening
from portal.web.kit.formats import sentence_case
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l

ROOM = "dashboard.hours.edit"


def hour_points(kept: Kept, today: date) -> list[Point]:
    """Return the points; each leads to the field that answers it."""
    return [_known(kept, today), *_holidays(kept, today)]


def _known(kept: Kept, today: date) -> Point:
    rows = kept.schedule.rows
    name = _l("Horaires")
    if not rows.periods:
        why = _("La page dit « Horaires non communiqués » : c’est ce que l’on cherche d’abord.")
        return Point(name, why, is_complete=False, room=ROOM, field="periods.add")
    last = hours.horizon(kept.schedule, today)
    if last is None or last >= today + timedelta(days=ENDS_SOON_DAYS):
        return Point(name, "", is_complete=True, room=ROOM)
    if last < today:
        why = _("Aucune période ne couvre aujourd’hui : la page dit « non confirmé ».")
    else:
        why = _(
            "Après le %(day)s, la page dira « non confirmé ».", day=dates.full_date(last, page_language())
        )
    return Point(name, why, is_complete=False, room=ROOM, field=f"periods.{len(rows.periods) - 1}.to")


def _holidays(kept: Kept, today: date) -> list[Point]:
    if not kept.schedule.rows.periods:
        return []
    language = page_language()
    points = [
        Point(
            sentence_case(opening.holiday_name(holiday, language)),
            _("Le %(day)s, serez-vous ouverts ?", day=dates.weekday_date(day, language)),
            is_complete=False,
            room=ROOM,
            field=f"holidays.{holiday.value}.decision",
        )
        for day, holiday in hours.undecided(kept.schedule, today, days=HOLIDAY_DAYS)
    ]
    return points or [Point(_l("Jours fériés"), "", is_complete=True, room=ROOM)]
