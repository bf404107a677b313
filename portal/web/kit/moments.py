"""Writes instants as people of Occitanie read them: in Europe/Paris, whatever the machine's own zone."""

from datetime import datetime

from portal.config import PARIS
from portal.web.kit import dates
from portal.web.kit.languages import Language

_TURNS = {"fr": ("heure d’été", "heure d’hiver"), "oc": ("ora d’estiu", "ora d’ivèrn")}
"""What tells apart the two hours that have one name."""


def day(instant: datetime, language: Language) -> str:
    """Write `24 novembre 2026`."""
    return dates.full_date(instant.astimezone(PARIS).date(), language)


def moment(instant: datetime, language: Language) -> str:
    """Write `24 novembre 2026 à 10 h 38`, `24 de novembre de 2026 a 10 h 38`."""
    local = instant.astimezone(PARIS)
    link = "a" if language == "oc" else "à"
    said = f"{dates.full_date(local.date(), language)} {link} {dates.clock_time(local.time(), language)}"
    return f"{said} ({_TURNS[language][local.fold]})" if comes_twice(local) else said


def comes_twice(local: datetime) -> bool:
    """Return whether clocks show this time of Europe/Paris twice, an hour apart, on an October night."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def age(instant: datetime, now: datetime, language: Language) -> str:
    """Write `aujourd’hui`, `il y a 12 jours`."""
    days = (instant.astimezone(PARIS).date() - now.astimezone(PARIS).date()).days
    return dates.relative_days(days, language)
