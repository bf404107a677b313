"""Reads a week as we write it: `du mardi au dimanche, 10 h – 18 h ; le premier dimanche du mois, fermé`."""

from portal.domain.hours import entry
from portal.domain.hours.rows import CLOSED, Day, Monthly, Week
from portal.domain.hours.sentences.days import days_at, together
from portal.domain.hours.sentences.errors import NotUnderstoodError


def week(text: str) -> Week:
    """Return the week of a sentence in plain spelling; days that are not named are closed."""
    days: list[Day] = [CLOSED] * 7
    monthly: list[Monthly] = []
    for said in text.split(" ; "):
        if said in {"ferme", "tampat"}:
            continue
        found = days_at(said, 0)
        if found is None or not said[found[1] :].startswith(","):
            raise NotUnderstoodError(said)
        named, slots = together(found[0]), entry.times(said[found[1] + 1 :])
        if named.nth is not None:
            monthly.append(Monthly(named.nth, min(named.weekdays), slots))
        for weekday in named.weekdays if named.nth is None else ():
            days[weekday] = slots
    return Week((days[0], days[1], days[2], days[3], days[4], days[5], days[6]), tuple(monthly))
