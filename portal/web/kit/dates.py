"""Writes dates and times as French and Occitan write them.

Babel gives the names of days and months; the sentences around them are ours, because CLDR's
Occitan has no ordinal for the first of the month and no usable interval (Occitan guide, §4).
"""

from datetime import date, time

from babel.dates import format_date
from markupsafe import Markup

from portal.web.kit.languages import Language
from portal.web.kit.occitan import NBSP, install
from portal.web.kit.typography import typographic_markup

# Importing the formats is using the locale: the corrections must be there before.
install()

FIRST = {"fr": "1er", "oc": "1èr"}
LONG_AGO, DAYS_A_MONTH = 60, 30.44
MIDNIGHT = {"fr": "minuit", "oc": "mièjanuèch"}


def weekday_name(day: date, language: Language) -> str:
    """Write `mercredi`, `dimècres`."""
    return format_date(day, "EEEE", locale=language)


def weekday_short(day: date, language: Language) -> str:
    """Write `mer.`, `dc.`, for the columns of a table."""
    return format_date(day, "EEE", locale=language)


def month_title(day: date, language: Language) -> str:
    """Write `novembre 2026`, `novembre de 2026`; the block it opens gives the capital."""
    return format_date(day, "LLLL", locale=language) + _year(day, language)


def month_short(day: date, language: Language) -> str:
    """Write `nov.`, for the columns of a table."""
    return format_date(day, "LLL", locale=language)


def long_date(day: date, language: Language) -> str:
    """Write `dimanche 1er novembre 2026`, `dissabte 1èr d’agost de 2026`."""
    return f"{weekday_name(day, language)} {full_date(day, language)}"


def long_date_markup(day: date, language: Language) -> Markup:
    """Write the long date with the French `er` raised; Occitan keeps `1èr` on the line."""
    return typographic_markup(long_date(day, language), language)


def full_date(day: date, language: Language) -> str:
    """Write `4 novembre 2026`, `4 de novembre de 2026`."""
    return day_month(day, language) + _year(day, language)


def day_month(day: date, language: Language) -> str:
    """Write `1er novembre`, `4 de novembre`, `1èr d’agost`."""
    # Babel's Occitan month carries its own preposition: `de novembre`, `d’agost`.
    return f"{_day_number(day, language)} {format_date(day, 'MMMM', locale=language)}"


def weekday_date(day: date, language: Language) -> str:
    """Write `mercredi 4 novembre`, `dimècres 4 de novembre`."""
    return f"{weekday_name(day, language)} {day_month(day, language)}"


def short_date(day: date, language: Language) -> str:
    """Write `04/11/2026`."""
    return format_date(day, "dd/MM/yyyy", locale=language)


def date_range(start: date, end: date, language: Language, *, year: bool = True) -> str:
    """Write `du 3 mars au 12 novembre 2026`, `del 3 al 12 de novembre de 2026`.

    What both dates share is said once. With `year=False` the year goes unsaid, unless it changes.
    Raise ValueError when the end comes first.
    """
    if end < start:
        raise ValueError(f"the range ends on {end}, before it starts on {start}")
    year = year or start.year != end.year
    last = full_date(end, language) if year else day_month(end, language)
    if start == end:
        return f"le {last}" if language == "fr" else f"lo {last}"
    if start.year != end.year:
        first = full_date(start, language)
    elif start.month != end.month:
        first = day_month(start, language)
    else:
        first = _day_number(start, language)
    return f"du {first} au {last}" if language == "fr" else f"del {first} al {last}"


def clock_time(moment: time | int, language: Language) -> str:
    """Write `10 h 30`, `10 h`, or midnight in words.

    An int counts minutes from the day's start and may run past midnight: 1500 is `1 h`.
    """
    minutes = moment if isinstance(moment, int) else moment.hour * 60 + moment.minute
    hour, minute = divmod(minutes % (24 * 60), 60)
    if not hour and not minute:
        # “Ferme à 0 h” is read nowhere: both languages have the word.
        return MIDNIGHT[language]
    return f"{hour}{NBSP}h" + (f"{NBSP}{minute:02}" if minute else "")


def time_range(start: time | int, end: time | int, language: Language) -> str:
    """Write `10 h – 18 h`; the dash never begins a line."""
    return f"{clock_time(start, language)}{NBSP}– {clock_time(end, language)}"


def time_range_words(start: time | int, end: time | int, language: Language) -> str:
    """Write `de 10 h à 18 h`, `de 10 h a 18 h`."""
    to = "à" if language == "fr" else "a"
    return f"de {clock_time(start, language)} {to} {clock_time(end, language)}"


def relative_days(days: int, language: Language) -> str:
    """Write `aujourd’hui`, `deman`, `dans 3 jours`, `fa 3 jorns`, counting from today."""
    near = {
        "fr": {-1: "hier", 0: "aujourd’hui", 1: "demain"},
        "oc": {-1: "ièr", 0: "uèi", 1: "deman"},
    }[language]
    if days in near:
        return near[days]
    if days <= -LONG_AGO:
        months = round(-days / DAYS_A_MONTH)
        return f"il y a {months} mois" if language == "fr" else f"fa {months} meses"
    if language == "fr":
        return f"dans {days} jours" if days > 0 else f"il y a {-days} jours"
    return f"d’aquí {days} jorns" if days > 0 else f"fa {-days} jorns"


def _day_number(day: date, language: Language) -> str:
    return FIRST[language] if day.day == 1 else str(day.day)


def _year(day: date, language: Language) -> str:
    return f" {day.year}" if language == "fr" else f" de {day.year}"
