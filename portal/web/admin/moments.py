"""When things happened, as the association reads it: how long ago, or the day and the hour in Paris."""

from datetime import datetime

from portal.config import PARIS
from portal.web.kit import formats
from portal.web.kit.clock import now
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _


def ago(instant: datetime | None) -> str:
    """Write `jamais`, `hier`, `il y a 12 jours`, `il y a 14 mois`."""
    if instant is None:
        return _("jamais")
    days = (instant.astimezone(PARIS).date() - now().astimezone(PARIS).date()).days
    return formats.relative_days(days, page_language())


def day(instant: datetime) -> str:
    """Write `2 juin`, with the year where it is not this one."""
    here = instant.astimezone(PARIS).date()
    is_this_year = here.year == now().astimezone(PARIS).year
    return (formats.day_month if is_this_year else formats.full_date)(here, page_language())


def moment(instant: datetime) -> str:
    """Write `jeu. 18 juin, 10 h 41`."""
    here = instant.astimezone(PARIS)
    weekday = formats.weekday_short(here.date(), page_language())
    return f"{weekday} {day(instant)}, {formats.clock_time(here.time(), page_language())}"
