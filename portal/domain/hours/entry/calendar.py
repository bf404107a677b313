"""The names of days, months and feasts, French and Occitan, in plain spelling, as people type them."""

from portal.domain.hours.bounds import LAST

MONTHS = {
    1: "janvier|janv|genier|gen",
    2: "fevrier|fevr|fev|febrier|febr",
    3: "mars|marc",
    4: "avril|avr|abril|abr",
    5: "mai",
    6: "juin|junh",
    7: "juillet|juil|julhet|jul",
    8: "aout|agost|ag",
    9: "septembre|sept|setembre|set",
    10: "octobre|oct",
    11: "novembre|nov",
    12: "decembre|dec",
}
WEEKDAYS = {
    0: "lundi|lun|diluns|dl",
    1: "mardi|mar|dimars|dm",
    2: "mercredi|mer|dimecres|dc",
    3: "jeudi|jeu|dijous|dj",
    4: "vendredi|ven|divendres|dv",
    5: "samedi|sam|dissabte|ds",
    6: "dimanche|dim|dimenge|dg",
}
ORDINALS = {
    1: "1er|1ere|premier|premiere|1|primier|1er",
    2: "2e|2eme|2nd|2de|deuxieme|second|seconde|segond|2nd",
    3: "3e|3eme|troisieme|tresen|3en",
    4: "4e|4eme|quatrieme|quatren|4en",
    5: "5e|5eme|cinquieme|cinquen|5en",
    LAST: "dernier|derniere|darrier",
}
FEASTS = {
    "lundi de paques": "easter+1",
    "diluns de pascas": "easter+1",
    "dimanche de paques": "easter+0",
    "dimenge de pascas": "easter+0",
    "paques": "easter+0",
    "pascas": "easter+0",
    "vendredi saint": "easter-2",
    "divendres sant": "easter-2",
    "mardi gras": "easter-47",
    "dimars gras": "easter-47",
    "mercredi des cendres": "easter-46",
    "rameaux": "easter-7",
    "dimanche des rameaux": "easter-7",
    "jeudi de l'ascension": "easter+39",
    "dijous de l'ascension": "easter+39",
    "ascension": "easter+39",
    "dimenge de pentacosta": "easter+49",
    "lundi de pentecote": "easter+50",
    "diluns de pentacosta": "easter+50",
    "dimanche de pentecote": "easter+49",
    "pentecote": "easter+49",
    "pentacosta": "easter+49",
    "jour de l'an": "01-01",
    "cap d'an": "01-01",
    "epiphanie": "01-06",
    "chandeleur": "02-02",
    "fete du travail": "05-01",
    "festa del trabalh": "05-01",
    "fete de la musique": "06-21",
    "fete nationale": "07-14",
    "festa nacionala": "07-14",
    "assomption": "08-15",
    "assompcion": "08-15",
    "toussaint": "11-01",
    "totsants": "11-01",
    "armistice": "11-11",
    "noel": "12-25",
    "nadal": "12-25",
    "saint-sylvestre": "12-31",
    "saint sylvestre": "12-31",
}
"""Days that have a name, as snapshots write bounds."""


def pattern(names: dict[int, str]) -> str:
    """Return the alternatives of every name, the longest first, for an expression."""
    words = {word for alternatives in names.values() for word in alternatives.split("|")}
    return "|".join(sorted(words, key=len, reverse=True))


def meanings(names: dict[int, str]) -> dict[str, int]:
    """Return what each name means."""
    return {word: number for number, alternatives in names.items() for word in alternatives.split("|")}


MONTH, WEEKDAY, ORDINAL = pattern(MONTHS), pattern(WEEKDAYS), pattern(ORDINALS)
FEAST = "|".join(sorted(FEASTS, key=len, reverse=True))
MONTH_OF, WEEKDAY_OF, ORDINAL_OF = meanings(MONTHS), meanings(WEEKDAYS), meanings(ORDINALS)
