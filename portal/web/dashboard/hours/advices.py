"""What is worth a look, said beside the form: nothing here stops anybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.domain import hours
from portal.domain.hours import Advice, AdviceKind
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.school import SchoolCalendar
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.reading import Reading
from portal.web.dashboard.hours.sheet import Sheet
from portal.web.kit import dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

SHOWN = 6


@dataclass(frozen=True)
class Doubt:
    """One thing worth a look, and the field it is about."""

    place: str
    sentence: str


def doubts(sheet: Sheet, reading: Reading, school: SchoolCalendar, today: date) -> list[Doubt]:
    """Return what is worth a look of what is typed, the most harmful first."""
    found = hours.advice(reading.rows, school, today)
    return [Doubt(_place(reading, sheet, advice), _sentence(advice)) for advice in found[:SHOWN]]


def _place(reading: Reading, sheet: Sheet, advice: Advice) -> str:
    if advice.kind is AdviceKind.HOLIDAY_UNDECIDED:
        return f"{advice.path}.decision"
    if advice.path == "periods":
        return f"periods.{len(sheet.periods) - 1}.to" if sheet.periods else "saisons"
    return reading.place(advice.path)


_SENTENCES: Mapping[AdviceKind, Callable[[Advice], str]] = {
    AdviceKind.NOTHING_NOW: lambda _advice: _(
        "Aucune période ne couvre aujourd’hui : la page dit « non confirmé »."
    ),
    AdviceKind.GAP: lambda advice: _("Rien n’est dit à partir du %(day)s.", day=_day(advice.day)),
    AdviceKind.ENDS_SOON: lambda advice: _(
        "Après le %(day)s, la page dira « non confirmé ».", day=_day(advice.day)
    ),
    AdviceKind.NOTHING_AFTER: lambda advice: _("Rien n’est dit après le %(day)s.", day=_day(advice.day)),
    AdviceKind.PAST_PERIOD: lambda advice: _(
        "Une période est finie depuis le %(day)s. Elle peut partir.", day=_day(advice.day)
    ),
    AdviceKind.LAST_ADMISSION: lambda _advice: _("La dernière entrée tombe avant l’ouverture."),
    AdviceKind.HOLIDAY_UNDECIDED: lambda advice: _(
        "%(holiday)s, %(day)s : pas encore décidé. La page dira « non confirmé ».",
        holiday=_holiday(advice.path),
        day=_day(advice.day),
    ),
    AdviceKind.HIDDEN_EXCEPTION: lambda advice: _(
        "L’ouverture du %(day)s tombe pendant une longue fermeture : elle ne paraîtra pas.",
        day=_day(advice.day),
    ),
    AdviceKind.SCHOOL_UNKNOWN: lambda advice: _(
        "Les vacances scolaires ne sont pas encore connues après le %(day)s.", day=_day(advice.day)
    ),
}


def _sentence(advice: Advice) -> str:
    return _SENTENCES[advice.kind](advice)


def _holiday(path: str) -> str:
    return naming.holiday_name(Holiday(path.split(".")[1]))


def _day(day: date | None) -> str:
    return dates.full_date(day, page_language()) if day else ""
