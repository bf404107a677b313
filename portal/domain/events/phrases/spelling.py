"""The small words of dates in French and Occitan, and what a phrase looks like once they are plain (pure)."""

import re

from portal.domain.folding import fold

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv genier",
            "fevrier fev febrier",
            "mars marc",
            "avril avr abril",
            "mai",
            "juin junh",
            "juillet juil julhet",
            "aout agost",
            "septembre sept setembre",
            "octobre oct",
            "novembre nov",
            "decembre dec decembre",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "lundi diluns",
            "mardi dimars",
            "mercredi dimecres",
            "jeudi dijous",
            "vendredi divendres",
            "samedi dissabte",
            "dimanche dimenge",
        )
    )
    for name in names.split()
}
RANKS = {
    "premier": 1,
    "premiers": 1,
    "1er": 1,
    "primier": 1,
    "deuxieme": 2,
    "second": 2,
    "2e": 2,
    "2eme": 2,
    "troisieme": 3,
    "3e": 3,
    "3eme": 3,
    "quatrieme": 4,
    "4e": 4,
    "4eme": 4,
    "dernier": -1,
    "darrier": -1,
}
SILENT = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "d",
        "au",
        "aux",
        "a",
        "et",
        "ou",
        "en",
        "un",
        "une",
        "tous",
        "toutes",
        "tout",
        "chaque",
        "cada",
        "cade",
        "jours",
        "jour",
        "dates",
        "date",
        "suivants",
        "suivantes",
        "lo",
        "los",
        "del",
        "dels",
        "e",
        "lor",
        "ainsi",
        "que",
        "puis",
        "inclus",
        "h",
        "heure",
        "heures",
        "heura",
        "oras",
        "ora",
    ]
)
"""Words that say nothing once all else is read."""

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})s?"
RANK = rf"(?:{'|'.join(sorted(RANKS, key=len, reverse=True))})"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
YEAR = r"(?:19|20)[0-9]{2}"
CLOCK = r"(?:[01]?[0-9]|2[0-4]) ?(?:h ?(?:[0-5][0-9])?|:[0-5][0-9])|midi|minuit|miegjorn|miejanuech"
FULL = rf"{DAY}(?: de| d)? {MONTH}(?: de)?(?: {YEAR})?"
NUMERIC = rf"{DAY}/[01]?[0-9](?:/(?:{YEAR}|[0-9]{{2}}))?"


def plain(text: str) -> str:
    """Return a phrase in one spelling: no accent, no apostrophe, the first of a month as `1`, one space."""
    kept = re.sub(r"[’'`´]", " ", text)
    kept = re.sub(r"[–—−]", "-", kept)
    kept = fold_letters(kept)
    kept = re.sub(rf"\b1er\b(?! {WEEKDAY})", "1", kept)
    kept = re.sub(r"\b([0-9]{1,2}) ?h(?:eures?|oras?)? ?([0-5][0-9])\b", r"\1h\2", kept)
    kept = re.sub(r"\b([0-9]{1,2}) ?h(?:eures?|oras?)?\b", r"\1h", kept)
    return " ".join(kept.split())


def fold_letters(text: str) -> str:
    """Return small letters without accents, signs kept."""
    return "".join(fold(sign) if sign.isalpha() else sign for sign in text).lower()


def month_of(word: str) -> int:
    """Return the number of a month."""
    return MONTHS[word]


def weekday_of(word: str) -> int:
    """Return the number of a weekday, 0 for Monday; `lundis` too."""
    return WEEKDAYS[word] if word in WEEKDAYS else WEEKDAYS[word.removesuffix("s")]
