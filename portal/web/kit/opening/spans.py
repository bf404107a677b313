"""When a season holds, in words: `du 1er avril au 31 octobre`, `de Pâques à la Toussaint`, and its title."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from portal.domain.hours.bounds import Bound, Span
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import Period
from portal.domain.hours.school import SchoolBreak
from portal.web.kit.dates import date_range, day_month, full_date, weekday_date
from portal.web.kit.formats import sentence_case, sentence_list
from portal.web.kit.languages import Language
from portal.web.kit.opening import words
from portal.web.kit.opening.weeks import day_name

A_LEAP_YEAR = 2028
MOST_NAMED = 3
"""How many days in a row are named one by one."""
_WHOLE_YEAR = Span(Bound(month=1, day=1), Bound(month=12, day=31))
_TOUSSAINT = Bound(month=11, day=1)

_FEASTS = {
    "fr": {0: "Pâques", 49: "la Pentecôte", 39: "l’Ascension"},
    "oc": {0: "Pascas", 49: "Pentacòsta", 39: "l’Ascension"},
}
_FEAST_DAYS = {
    "fr": {1: "lundi de Pâques", 50: "lundi de Pentecôte", -2: "vendredi saint", -47: "mardi gras"},
    "oc": {1: "diluns de Pascas", 50: "diluns de Pentacòsta", -2: "divendres sant", -47: "dimars gras"},
}


def span_words(when: Span | Iterable[SchoolBreak], language: Language) -> str:
    """Write when a season holds: its first and last days, or the school holidays."""
    if not isinstance(when, Span):
        return breaks_words(when, language)
    if when == _WHOLE_YEAR:
        return words.ALL_YEAR[language]
    if _is_month(when):
        return f"en {_month(when.first, language)}"
    if _is_plain(when):
        return _dates(when, language)
    if when.is_single_day:
        return _the(when.first, language)
    return f"{_from(when.first, language)} {_to(when, language)}"


def breaks_words(breaks: Iterable[SchoolBreak], language: Language) -> str:
    """Write `pendant les vacances de Noël et d’hiver (zone C)`; all five are `les vacances scolaires`."""
    named = sorted(breaks, key=list(SchoolBreak).index)
    if len(named) == len(SchoolBreak):
        which = "scolaires" if language == "fr" else "escolaras"
    else:
        which = sentence_list((words.BREAKS[language][each] for each in named), language)
    if language == "fr":
        return f"pendant les vacances {which} (zone\u00a0C)"
    return f"pendent las vacanças {which} (zòna\u00a0C)"


def period_title(period: Period, language: Language) -> str:
    """Return the title of a season: `Horaires d’été`, the museum's own name for it, or its dates."""
    if period.label in words.TITLES[language]:
        return words.TITLES[language][period.label]
    own = own_words(period.name, language)
    return own or sentence_case(when_words(period, language))


def when_words(period: Period, language: Language) -> str:
    """Write when a season holds, whichever way it says so."""
    return span_words(period.breaks if period.span is None else period.span, language)


def own_words(said: object, language: Language) -> str:
    """Return what a museum says in its own words in a language, on one line; French never stands for Occitan."""
    text = getattr(said, language, None)
    return " ".join(str(text).split()) if text else ""


def days_words(first: date, last: date, language: Language, *, year: bool) -> str:
    """Write dates that are near: `vendredi 19 juin`, `le 24, 25 et 26 juin`, `du 24 au 30 juin`."""
    if first == last and not year:
        return weekday_date(first, language)
    if first == last or (last - first).days >= MOST_NAMED or first.month != last.month:
        return date_range(first, last, language, year=year)
    numbers = [str(day) for day in range(first.day, last.day)]
    if first.day == 1:
        numbers[0] = "1er" if language == "fr" else "1èr"
    end = full_date(last, language) if year else day_month(last, language)
    return f"{'le' if language == 'fr' else 'lo'} {sentence_list([*numbers, end], language)}"


def _is_plain(span: Span) -> bool:
    """Return whether both ends are dates of one kind, as a calendar writes them."""
    return all(bound.easter is None and bound.weekday is None for bound in (span.first, span.last)) and (
        span.last != Bound(month=2, day=29) and span.first.is_dated == span.last.is_dated
    )


def _is_month(span: Span) -> bool:
    """Return whether it is one whole month, each year."""
    month = span.first.month
    return month is not None and span == Span(
        Bound(month=month, day=1), Bound(month=month, day=monthrange(A_LEAP_YEAR, month)[1])
    )


def _month(bound: Bound, language: Language) -> str:
    return format_date(date(A_LEAP_YEAR, bound.month or 1, 1), "LLLL", locale=language)


def _dates(span: Span, language: Language) -> str:
    first = span.first.in_year(A_LEAP_YEAR)
    last = span.last.in_year(A_LEAP_YEAR, is_last=True)
    if first <= last:
        return date_range(first, last, language, year=span.is_dated)
    if language == "fr":
        return f"du {day_month(first, language)} au {day_month(last, language)}"
    return f"del {day_month(first, language)} al {day_month(last, language)}"


def _name(bound: Bound, language: Language) -> str:
    """Write a bound that takes an article: `1er avril`, `lundi de Pâques`, `troisième samedi de septembre`."""
    if bound.easter is not None:
        return _FEAST_DAYS[language][bound.easter]
    if bound.weekday is not None:
        month = _month(bound, language)
        of = f"d’{month}" if month[0] in "ao" else f"de {month}"
        return f"{words.ORDINALS[language][bound.nth or 1]} {day_name(bound.weekday, language)} {of}"
    day = bound.in_year(A_LEAP_YEAR)
    return full_date(day, language) if bound.is_dated else day_month(day, language)


def _bare(bound: Bound, language: Language) -> str | None:
    """Write a bound that takes no article of a date: `Pâques`, `la Toussaint`, `3 jours avant Pâques`."""
    if bound.easter is None or bound.easter in _FEAST_DAYS[language]:
        return None
    if bound.easter in _FEASTS[language]:
        return _FEASTS[language][bound.easter]
    days, is_after = abs(bound.easter), bound.easter > 0
    if language == "fr":
        return f"{days} jour{'s' if days > 1 else ''} {'après' if is_after else 'avant'} Pâques"
    return f"{days} jorn{'s' if days > 1 else ''} {'aprèp' if is_after else 'abans'} Pascas"


def _from(bound: Bound, language: Language) -> str:
    bare = _bare(bound, language)
    if bare is not None:
        return f"de {bare}"
    return f"{'du' if language == 'fr' else 'del'} {_name(bound, language)}"


def _to(span: Span, language: Language) -> str:
    to = words.AT[language]
    bare = _bare(span.last, language)
    if bare is not None:
        return f"{to} {bare}"
    if span.last == Bound(month=2, day=29):
        return "à la fin de février" if language == "fr" else "a la fin de febrièr"
    if span.last == _TOUSSAINT and span.first.easter is not None:
        return f"{to} la {words.HOLIDAYS['fr'][Holiday.ALL_SAINTS]}" if language == "fr" else f"{to} Totsants"
    return f"{'au' if language == 'fr' else 'al'} {_name(span.last, language)}"


def _the(bound: Bound, language: Language) -> str:
    bare = _bare(bound, language)
    if bare is None:
        return f"{'le' if language == 'fr' else 'lo'} {_name(bound, language)}"
    if bound.easter == 0:
        return "le dimanche de Pâques" if language == "fr" else "lo dimenge de Pascas"
    if bound.easter == 39:
        return "le jeudi de l’Ascension" if language == "fr" else "lo dijòus de l’Ascension"
    if bound.easter == 49:
        return "le dimanche de Pentecôte" if language == "fr" else "lo dimenge de Pentacòsta"
    return bare
