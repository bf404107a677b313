"""Reads when a museum hopes to reopen, as we write it: `réouverture au printemps 2027`."""

import re
from collections.abc import Mapping

from portal.db.translated import Language
from portal.domain.hours.entry.calendar import MONTH, MONTH_OF
from portal.domain.hours.rows import Quarter, Reopening
from portal.domain.hours.sentences.errors import NotUnderstoodError

_QUARTERS: Mapping[Language, Mapping[str, Quarter]] = {
    "fr": {
        "au printemps": Quarter.SPRING,
        "a l'ete": Quarter.SUMMER,
        "a l'automne": Quarter.AUTUMN,
        "a l'hiver": Quarter.WINTER,
    },
    "oc": {
        "a la prima": Quarter.SPRING,
        "a l'estiu": Quarter.SUMMER,
        "a la tardor": Quarter.AUTUMN,
        "a l'ivern": Quarter.WINTER,
    },
}
_HOPED = re.compile(
    rf"(?:reouverture|redobertura) (?:en (?P<month>{MONTH})|en|(?P<quarter>[a-z' ]+?)) ?(?:de )?(?P<year>[0-9]{{4}})"
)
_UNFIXED = ("", "reouverture non fixee", "redobertura pas fixada")


def reopening(text: str, language: Language) -> Reopening | None:
    """Return the reopening of a text in plain spelling; `None` where none is hoped for yet."""
    if text in _UNFIXED:
        return None
    match = _HOPED.fullmatch(text)
    if match is None or (match["quarter"] and match["quarter"] not in _QUARTERS[language]):
        raise NotUnderstoodError(text)
    quarter = _QUARTERS[language][match["quarter"]] if match["quarter"] else None
    return Reopening(int(match["year"]), quarter, MONTH_OF[match["month"]] if match["month"] else None)
