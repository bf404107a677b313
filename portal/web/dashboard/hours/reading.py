"""Reads the screen of hours: the two blocks it says, and a sentence for every field that says nothing sensible."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.domain import hours
from portal.domain.errors import DomainError
from portal.domain.hours import snapshots
from portal.domain.hours.errors import PeriodsEqualError, PeriodsOverlapError
from portal.domain.hours.rows import Rows
from portal.domain.revisions import Snapshot
from portal.web.dashboard.hours.reading_days import closure_read, exception_read
from portal.web.dashboard.hours.reading_seasons import holiday_read, period_read
from portal.web.dashboard.hours.sheet import MOST_EXCEPTIONS, PeriodTyped, Sheet
from portal.web.dashboard.hours.told import Told
from portal.web.kit.messages import ngettext

_FIELDS = {"slots": "times", "at": "times", "like": "times", "label": "name"}
"""What the domain calls a field that has another name on the screen."""


@dataclass
class Reading:
    """What a screen says."""

    hours: Snapshot
    exceptions: Snapshot
    told: Told
    places: dict[str, str] = field(default_factory=dict)
    """The screen's place of every row of the blocks (`services.0.periods.1` is `services.cafe.periods.2`)."""
    broken: set[str] = field(default_factory=set)
    """The places of days and rows that cannot be read."""

    @property
    def rows(self) -> Rows:
        """The rows of both blocks, without what cannot be read."""
        return snapshots.rows_of(self.hours, self.exceptions)

    @property
    def errors(self) -> dict[str, str]:
        """The sentences by field."""
        return self.told.sentences

    def place(self, path: str) -> str:
        """Return the screen's field of a path of the domain."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            here = self.places.get(".".join(parts[:length]))
            if here is not None:
                path = ".".join([here, *parts[length:]])
                break
        head, _, last = path.rpartition(".")
        return f"{head}.{_FIELDS[last]}" if last in _FIELDS else path


def read(sheet: Sheet, today: date, invisible: AbstractSet[str] = frozenset()) -> Reading:
    """Return what a screen says; `invisible` names the fields that held signs no text is made of."""
    told = Told()
    reading = Reading({}, {}, told)
    periods = _periods("periods", "periods", sheet.periods, reading)
    services: list[dict[str, Any]] = []
    for kind, service in sheet.services.items():
        if service.mode not in {"same", "own"}:
            continue
        ours, theirs = f"services.{len(services)}", f"services.{kind.value}"
        reading.places[ours] = theirs
        own = _periods(f"{ours}.periods", f"{theirs}.periods", service.periods, reading)
        if service.mode == "own" and not own:
            told.say(f"{theirs}.mode", "service_empty")
        services.append({"kind": kind.value, "periods": own if service.mode == "own" else []})
    holidays = {
        holiday.value: rule
        for holiday, typed in sheet.holidays.items()
        if (rule := holiday_read(f"holidays.{holiday.value}", typed, told)) is not None
    }
    reading.hours = {"periods": periods, "holidays": holidays, "services": services}
    exceptions = _listed("exceptions", sheet.exceptions, exception_read, reading)
    closures = _listed("closures", sheet.closures, closure_read, reading)
    reading.exceptions = {"exceptions": exceptions, "closures": closures}
    reading.broken = set(told.sentences)
    for name in invisible:
        told.say(name, "invisible")
    _check(reading, today)
    return _counted(reading, sheet)


def _periods(ours: str, theirs: str, typed: list[PeriodTyped], reading: Reading) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for at, period in enumerate(typed):
        row = period_read(f"{theirs}.{at}", period, reading.told)
        if row is not None:
            reading.places[f"{ours}.{len(found)}"] = f"{theirs}.{at}"
            found.append(row)
    return found


def _listed(name: str, typed: list[Any], read_row: Any, reading: Reading) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for at, one in enumerate(typed):
        row = read_row(f"{name}.{at}", one, reading.told)
        if row is not None:
            reading.places[f"{name}.{len(found)}"] = f"{name}.{at}"
            found.append(row)
    return found


def _check(reading: Reading, today: date) -> None:
    """Have the domain check both blocks, and keep what it cleaned."""
    for name, check in (("hours", hours.checked_hours), ("exceptions", hours.checked_exceptions)):
        try:
            setattr(reading, name, check(getattr(reading, name), today))
        except hours.HoursRefusedError as refused:
            for path, error in refused.errors.items():
                _tell(reading, path, error)


def _tell(reading: Reading, path: str, error: DomainError) -> None:
    place = reading.place(path)
    row = place.rpartition(".")[0]
    ends = {f"{row}.from", f"{row}.to"}
    if place in ends and ends & reading.broken:
        return  # the dates were not read: what they would contradict is not known
    if isinstance(error, PeriodsOverlapError | PeriodsEqualError):
        seasons = path.rpartition(".")[0].rpartition(".")[0]
        error.other = int(reading.place(f"{seasons}.{error.other}").rpartition(".")[2])
    reading.told.tell(place, error)


def _counted(reading: Reading, sheet: Sheet) -> Reading:
    for place in sheet.too_many:
        if place == "exceptions":
            most = ngettext("%(num)s date au plus.", "%(num)s dates au plus.", MOST_EXCEPTIONS)
            reading.told.sentences.setdefault(place, most)
        else:
            reading.told.say(place, "too_many")
    return reading
