"""What a field of the screen is called where it is spoken of from elsewhere: in what is to be corrected, in advice."""

from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import ServiceKind
from portal.web.dashboard.hours import naming
from portal.web.dashboard.hours.sheet import PeriodTyped, Sheet
from portal.web.dashboard.hours.written import WEEKDAYS
from portal.web.kit.messages import LazyString, _, _l

_NAMES: dict[str, LazyString] = {
    "from": _l("du"),
    "to": _l("au"),
    "name": _l("nom"),
    "name_oc": _l("nom en occitan"),
    "last_admission": _l("dernière entrée"),
    "times": _l("horaires"),
    "reopening": _l("réouverture espérée"),
    "reason": _l("raison"),
    "words": _l("précisions"),
    "words_oc": _l("précisions en occitan"),
}
_WHOLE: dict[str, LazyString] = {
    "lines": _l("Dates collées"),
    "text": _l("Texte collé"),
    "exceptions": _l("Dates exceptionnelles"),
    "closures": _l("Longues fermetures"),
    "periods": _l("Périodes"),
}


def place_name(sheet: Sheet, place: str) -> str:
    """Return `Été, mardi`, `Noël, horaires`, `24 décembre 2026, du`; a field that nobody drew has no other name."""
    try:
        return _named(sheet, place)
    except (IndexError, KeyError, ValueError):
        return place


def anchor(place: str) -> str:
    """Return the control to go to: of a whole list, the button that adds to it."""
    is_list = place.rpartition(".")[2] in {"periods", "monthly", "exceptions", "closures"}
    return f"{place}.add" if is_list else place


def _named(sheet: Sheet, place: str) -> str:
    parts = place.split(".")
    if len(parts) == 1 or parts[-1] == "periods":
        return str(_WHOLE.get(parts[-1], place))
    row = _row_name(sheet, parts)
    if "week" in parts:
        return f"{row}, {WEEKDAYS[int(parts[-1])]}"
    if "monthly" in parts:
        return _("%(period)s, ligne %(rank)s", period=row, rank=int(parts[-2]) + 1)
    name = _NAMES.get(parts[-1])
    return f"{row}, {name}" if name else row


def season_name(period: PeriodTyped, at: int) -> str:
    """Return a period's name, or its rank."""
    return period.name or _("Période %(rank)s", rank=at + 1)


def _row_name(sheet: Sheet, parts: list[str]) -> str:
    if parts[0] == "holidays":
        return naming.holiday_name(Holiday(parts[1]))
    if parts[0] == "services":
        service = naming.service_name(ServiceKind(parts[1]))
        if len(parts) < 5:
            return service
        at = int(parts[3])
        return f"{service}, {season_name(sheet.services[ServiceKind(parts[1])].periods[at], at)}"
    at = int(parts[1])
    if parts[0] == "periods":
        return season_name(sheet.periods[at], at)
    rows = sheet.exceptions if parts[0] == "exceptions" else sheet.closures
    return rows[at].first or _("Ligne %(rank)s", rank=at + 1)
