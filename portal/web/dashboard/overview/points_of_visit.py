"""The points that a visit is planned by: when, how much, for whom."""

from datetime import timedelta

from portal.domain import access, hours
from portal.domain.access import Comfort, Fact, Family, Measure
from portal.domain.admission import Audience
from portal.domain.hours.advice import ENDS_SOON_DAYS, HOLIDAY_DAYS
from portal.web.dashboard.overview.entry import Entry
from portal.web.dashboard.overview.point import Point, point
from portal.web.kit import access as access_words
from portal.web.kit import dates, opening
from portal.web.kit.hour_summary import A_YEAR
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l, ngettext

HALF_A_YEAR, YEAR = timedelta(days=183), timedelta(days=365)
FEW = 2
"""Missing things of one kind that are named one by one."""
CHILDREN = frozenset({Audience.CHILD, Audience.UNDER_18})


def hours_point(entry: Entry) -> Point:
    """Return whether hours are known far enough, and read within half a year."""
    kept, missing = entry.hours, list[str]()
    if kept.is_empty:
        missing.append(_("vos horaires"))
    else:
        last = hours.horizon(kept.schedule, entry.today)
        if last is not None and last < entry.today:
            missing.append(_("vos horaires d’aujourd’hui"))
        elif last is not None and last < entry.today + timedelta(days=ENDS_SOON_DAYS):
            day = dates.full_date(last, page_language())
            missing.append(_("vos horaires après le %(day)s", day=day))
    known = not kept.is_empty and (hours.horizon(kept.schedule, entry.today) or entry.today) >= entry.today
    return point(
        _l("Horaires"),
        entry,
        "dashboard.hours.edit",
        "saisons" if known else "periods.add",
        missing,
        is_bare=not known,
        read=(kept.confirmed_at, HALF_A_YEAR),
    )


def holidays_point(entry: Entry) -> Point:
    """Return whether every public holiday of the coming year is decided; a near one weighs most."""
    kept, language = entry.hours, page_language()
    if not kept.schedule.rows.periods:
        missing, near = [_("vos jours fériés")], True
    else:
        found = hours.undecided(kept.schedule, entry.today, days=A_YEAR)
        names = list(dict.fromkeys(opening.holiday_name(holiday, language) for _day, holiday in found))
        many = len(names) > FEW
        missing = [ngettext("%(num)s jour férié", "%(num)s jours fériés", len(names))] if many else names
        near = any((day - entry.today).days <= HOLIDAY_DAYS for day, _holiday in found)
    return point(
        _l("Jours fériés"), entry, "dashboard.hours.edit", "feries", missing, is_bare=near and bool(missing)
    )


def prices_point(entry: Entry) -> Point:
    """Return whether adults, children and groups know what they pay."""
    rows, missing = entry.prices.rows, list[str]()
    said = {line.audience for line in rows.lines}
    if not rows.always_free:
        wanted: list[tuple[bool, str]] = [
            (Audience.FULL in said, _("plein tarif")),
            (bool(said & CHILDREN), _("tarif des enfants")),
            (bool(said & {Audience.GROUP, Audience.SCHOOL}), _("tarif de groupe")),
        ]
        missing = [name for is_there, name in wanted if not is_there]
    return point(
        _l("Tarifs"),
        entry,
        "dashboard.prices.edit",
        "lines.add",
        missing,
        is_bare=not (rows.always_free or Audience.FULL in said),
        read=(entry.prices.confirmed_at, YEAR),
    )


def free_point(entry: Entry) -> Point:
    """Return whether it is said who enters free, or when."""
    rows = entry.prices.rows
    is_said = rows.always_free or rows.free_days or any(line.is_free for line in rows.lines)
    missing = [] if is_said else [_("qui entre gratuitement, ou quand")]
    return point(
        _l("Gratuité"),
        entry,
        "dashboard.prices.edit",
        "free_days.add",
        missing,
        is_bare=entry.prices.is_empty,
    )


def access_point(entry: Entry) -> Point:
    """Return whether the four families know if they can come."""
    known = entry.access.access
    silent = [family for family in Family if access.answered(known, family)[0] == 0]
    names = [access_words.GROUPS[family][page_language()] for family in silent]
    missing = [_("accès « %(family)s »", family=name) for name in names]
    if len(names) > FEW:
        missing = [ngettext("accès d’un public", "accès de %(num)s publics", len(names))]
    if Family.MOTOR not in silent and known.told(Fact.PARKING_SPACE).answer is None:
        missing.append(_("place de stationnement PMR"))
    return point(
        _l("Accessibilité"),
        entry,
        "dashboard.access.edit",
        f"famille-{silent[0].value}" if silent else "facts_parking_space_answer-0",
        missing,
        is_bare=len(silent) == len(Family),
        read=(entry.access.access_confirmed_at, YEAR),
    )


def practical_point(entry: Entry) -> Point:
    """Return whether a visit can be planned: how long, under which sky, where the car stands."""
    known = entry.access.practical
    wanted: list[tuple[bool, str]] = [
        (Measure.VISIT_MINUTES in known.measures, _("durée d’une visite")),
        (Measure.INDOOR_PERCENT in known.measures, _("part à l’abri")),
        (known.told(Comfort.CAR_PARK).answer is not None, _("parc de stationnement")),
    ]
    return point(
        _l("Pratique"),
        entry,
        "dashboard.access.edit",
        "measures_visit_minutes",
        [name for is_there, name in wanted if not is_there],
        is_bare=known.is_empty,
        read=(entry.access.practical_confirmed_at, YEAR),
        part="pratique",
    )
