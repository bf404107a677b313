"""Completes Babel's Occitan (`oc`) locale, which CLDR 48 leaves half in its English-like root.

Days and months are right in CLDR. Numbers, durations and the plural rule are not: they come from
here, after the Occitan localisations of GNOME, Firefox and date-fns (Lengadocian, classical
spelling). Never use `oc_ES`, which is Aranese.
"""

from typing import Any

from babel import localedata
from babel.dates import parse_pattern
from babel.plural import PluralRule

NBSP = "\u00a0"

# Zero is singular, as in French: all 57 Occitan catalogues of GNOME and LibreOffice agree.
PLURAL = PluralRule({"one": "i = 0,1"})

# Singular and plural of each unit of time, then its short form.
DURATIONS = {
    "second": ("segonda", "segondas", "s"),
    "minute": ("minuta", "minutas", "min"),
    "hour": ("ora", "oras", "h"),
    "day": ("jorn", "jorns", "j"),
    "week": ("setmana", "setmanas", "set."),
    "month": ("mes", "meses", "mes"),
    "year": ("an", "ans", "an"),
}
LENGTHS = {
    "meter": ("mètre", "mètres", "m"),
    "kilometer": ("quilomètre", "quilomètres", "km"),
}

# Monday first, as Babel counts.
SHORT_DAYS = dict(enumerate(("dl.", "dm.", "dc.", "dj.", "dv.", "ds.", "dg.")))
SHORT_MONTHS = dict(
    enumerate(
        ("gen.", "febr.", "març", "abr.", "mai", "junh", "jul.", "ag.", "set.", "oct.", "nov.", "dec."),
        start=1,
    )
)


def install() -> None:
    """Lay the corrections over Babel's `oc` data; a second call changes nothing.

    Call it before the first page is served. Only `oc` changes: `localedata.merge` copies the parts
    that Occitan shares with the other locales before it writes to them.
    """
    data = localedata.load("oc")
    localedata.merge(data, _french_numbers() | _words())


def _french_numbers() -> dict[str, Any]:
    """Return French number formats: decimal comma, grouped thousands, the sign after the amount."""
    french = localedata.load("fr")
    return {
        "number_symbols": {"latn": dict(french["number_symbols"]["latn"])},
        "decimal_formats": dict(french["decimal_formats"]),
        "percent_formats": dict(french["percent_formats"]),
        "currency_formats": {name: french["currency_formats"][name] for name in ("standard", "accounting")},
    }


def _words() -> dict[str, Any]:
    units = {f"duration-{name}": _unit(*words) for name, words in DURATIONS.items()}
    units |= {f"length-{name}": _unit(*words) for name, words in LENGTHS.items()}
    return {
        "plural_form": PLURAL,
        "date_fields": {name: _distance(one, other) for name, (one, other, _) in DURATIONS.items()},
        "unit_patterns": units,
        "days": {"format": {"abbreviated": SHORT_DAYS, "short": SHORT_DAYS}},
        "months": {"format": {"abbreviated": SHORT_MONTHS}},
        # CLDR's short date has two figures for the year, its skeleton `yMd` four: the guide keeps four.
        "date_formats": {"short": parse_pattern("dd/MM/y")},
    }


def _distance(one: str, other: str) -> dict[str, dict[str, str]]:
    """Say how far a moment is, before (`fa`) or after (`d’aquí`) now."""
    return {
        "past": {"one": f"fa {{0}} {one}", "other": f"fa {{0}} {other}"},
        "future": {"one": f"d’aquí {{0}} {one}", "other": f"d’aquí {{0}} {other}"},
    }


def _unit(one: str, other: str, short: str) -> dict[str, dict[str, str]]:
    brief = {"one": f"{{0}}{NBSP}{short}", "other": f"{{0}}{NBSP}{short}"}
    return {
        "long": {"one": f"{{0}}{NBSP}{one}", "other": f"{{0}}{NBSP}{other}"},
        "short": brief,
        "narrow": brief,
    }
