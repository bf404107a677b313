"""The buttons of the screen that change the form and keep nothing: add, take away, copy. Each says where to go on.

A button's value is a deed and its place: `add periods`, `remove exceptions.3`, `next periods.0.week.1`.
"""

from copy import deepcopy
from typing import Any

from portal.domain.hours.rows import ServiceKind
from portal.web.dashboard.hours.sheet import (
    MOST_CLOSURES,
    MOST_EXCEPTIONS,
    MOST_LINES,
    MOST_PERIODS,
    ClosureTyped,
    ExceptionTyped,
    LineTyped,
    PeriodTyped,
    Sheet,
)

_NEW: dict[str, tuple[type[Any], int]] = {
    "periods": (PeriodTyped, MOST_PERIODS),
    "monthly": (LineTyped, MOST_LINES),
    "exceptions": (ExceptionTyped, MOST_EXCEPTIONS),
    "closures": (ClosureTyped, MOST_CLOSURES),
}
_FIRST_FIELD = {"periods": "name", "monthly": "nth", "exceptions": "from", "closures": "from"}


def edit(sheet: Sheet, asked: str) -> str:
    """Do what a button asks of the screen; return the field to go on from, nothing for a deed that makes no sense."""
    deed, _, place = asked.partition(" ")
    act = {"add": _add, "remove": _remove, "copy": _copy, "next": _next, "all": _all, "open": _open}.get(deed)
    return act(sheet, place) if act else ""


def _add(sheet: Sheet, place: str) -> str:
    rows, kind = _list(sheet, place), place.rpartition(".")[2]
    if rows is None:
        return ""
    make, most = _NEW[kind]
    if len(rows) < most:
        rows.append(make())
        if isinstance(rows[-1], ExceptionTyped):
            rows[-1].is_open = True
        _own(sheet, place)
    return f"{place}.{len(rows) - 1}.{_FIRST_FIELD[kind]}"


def _remove(sheet: Sheet, place: str) -> str:
    found = _row(sheet, place)
    if found is None:
        return ""
    rows, at = found
    del rows[at]
    whole = place.rpartition(".")[0]
    return f"{whole}.add"


def _copy(sheet: Sheet, place: str) -> str:
    """Copy a period under itself, without its dates: two periods of the same days say nothing."""
    found = _row(sheet, place)
    if found is None or not isinstance(found[0][found[1]], PeriodTyped) or len(found[0]) >= MOST_PERIODS:
        return ""
    rows, at = found
    twin = deepcopy(rows[at])
    twin.name = twin.name_oc = twin.first = twin.last = ""
    twin.breaks = []
    rows.insert(at + 1, twin)
    return f"{place.rpartition('.')[0]}.{at + 1}.name"


def _next(sheet: Sheet, place: str) -> str:
    """Copy the hours of a day to the days that follow."""
    return _spread(sheet, place, lambda week, day: range(day + 1, len(week)))


def _all(sheet: Sheet, place: str) -> str:
    """Copy the hours of a day to every day that has some."""
    return _spread(sheet, place, lambda week, _day: [at for at, typed in enumerate(week) if typed])


def _spread(sheet: Sheet, place: str, days_of: Any) -> str:
    whole, _, day = place.rpartition(".week.")
    found = _row(sheet, whole)
    if found is None or day not in set("0123456"):
        return ""
    period = found[0][found[1]]
    if not isinstance(period, PeriodTyped):
        return ""
    typed = period.week[int(day)]
    for at in days_of(period.week, int(day)):
        period.week[at] = typed
    return place


def _open(sheet: Sheet, place: str) -> str:
    found = _row(sheet, place)
    if found is None or not isinstance(found[0][found[1]], ExceptionTyped):
        return ""
    found[0][found[1]].is_open = True
    return f"{place}.from"


def _own(sheet: Sheet, place: str) -> None:
    """Adding a period to a service says that it has its own."""
    parts = place.split(".")
    if parts[0] == "services" and len(parts) == 3:
        sheet.services[ServiceKind(parts[1])].mode = "own"


def _list(sheet: Sheet, place: str) -> list[Any] | None:
    """Return the list of a place."""
    simple: dict[str, list[Any]] = {"exceptions": sheet.exceptions, "closures": sheet.closures}
    if place in simple:
        return simple[place]
    if place.endswith(".monthly"):
        found = _row(sheet, place.removesuffix(".monthly"))
        period = found[0][found[1]] if found else None
        return period.monthly if isinstance(period, PeriodTyped) else None
    return sheet.periods_at(place)


def _row(sheet: Sheet, place: str) -> tuple[list[Any], int] | None:
    """Return the list that holds a row, and where."""
    whole, _, number = place.rpartition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 5) or whole.count(".") > 4:
        return None
    rows = _list(sheet, whole)
    at = int(number)
    return (rows, at) if rows is not None and at < len(rows) else None
