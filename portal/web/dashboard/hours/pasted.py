"""Hours pasted as they were published: a sentence, or the `opening_hours` of OpenStreetMap, turned into the form's rows."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from portal.domain.errors import DomainError
from portal.domain.hours import sentences
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.osm import reading as osm
from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError
from portal.domain.hours.rows import Rows
from portal.domain.texts import TooLongError
from portal.web.dashboard.hours.filled import sheet_of_rows
from portal.web.dashboard.hours.sheet import MOST_CLOSURES, MOST_EXCEPTIONS, MOST_PERIODS, Sheet
from portal.web.kit import hour_refusals
from portal.web.kit.messages import LazyString, _, _l

Row = TypeVar("Row")
LONGEST = 5_000
"""Signs of a pasted text."""
_OSM = re.compile(
    r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|24/7)\b|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d"
)
_WHY: Mapping[OsmRefusal, LazyString] = {
    OsmRefusal.EMPTY: _l("Collez d’abord un texte."),
    OsmRefusal.TOO_LONG: _l("Ce texte est trop long pour des horaires."),
    OsmRefusal.SYNTAX: _l("Ce n’est pas écrit comme OpenStreetMap l’attend."),
    OsmRefusal.FALLBACK: _l("Ce qui vaut « sinon » n’a pas de ligne ici."),
    OsmRefusal.WEEK_NUMBERS: _l("Les numéros de semaine n’ont pas de ligne ici : écrivez des dates."),
    OsmRefusal.SUN: _l("Les heures du soleil changent chaque jour : écrivez des heures."),
    OsmRefusal.SCHOOL_HOLIDAYS: _l("Cochez plutôt les vacances scolaires d’une période."),
    OsmRefusal.OPEN_END: _l("Il manque l’heure de fermeture."),
    OsmRefusal.STEPS: _l("« Tous les tant » n’a pas de ligne ici."),
    OsmRefusal.SHIFTED_DAY: _l("La veille ou le lendemain d’un autre jour n’a pas de ligne ici."),
    OsmRefusal.NO_HOURS: _l("Il manque les heures : ce serait ouvert jour et nuit."),
    OsmRefusal.COMMENT_ALONE: _l("Ce commentaire ne dit pas si c’est ouvert."),
    OsmRefusal.UNKNOWN_HOURS: _l("Ces heures ne disent pas si c’est ouvert."),
    OsmRefusal.HOLIDAY_WEEKDAY: _l("Décidez plutôt les jours fériés un à un, plus bas."),
    OsmRefusal.HOLIDAY_VARIES: _l("Ce jour férié change d’une année à l’autre : décidez-le plus bas."),
    OsmRefusal.MOVING_ORDER: _l("Selon la date de Pâques, ces saisons changent d’ordre."),
    OsmRefusal.NIGHT: _l("Cette nuit après minuit se lit de deux façons."),
    OsmRefusal.OVERLAP: _l("Ces règles se contredisent sur les mêmes jours."),
}


def take_text(sheet: Sheet, today: date) -> str:
    """Turn the pasted text into rows of the screen, or return why not; then the text stays where it is."""
    try:
        rows = _rows(sheet.text, today)
    except OsmRefusedError as refused:
        why = str(_WHY[refused.reason])
        return _("« %(part)s » : %(why)s", part=refused.part[:60], why=why) if refused.part else why
    except DomainError as error:
        return hour_refusals.sentence(error)
    _add(sheet, rows)
    sheet.text = ""
    return ""


def _rows(text: str, today: date) -> Rows:
    if len(text) > LONGEST:
        raise TooLongError(len(text), LONGEST)
    if not text or _OSM.search(text):
        return osm.read(text, today)
    try:
        return sentences.read(text, "fr")
    except DomainError as error:
        try:
            return sentences.read(text, "oc")
        except DomainError:
            raise error from None


def _add(sheet: Sheet, rows: Rows) -> None:
    """Put rows after those that are there; what the screen had decided stands."""
    found = sheet_of_rows(rows)
    _append(sheet.periods, found.periods, MOST_PERIODS)
    _append(sheet.exceptions, found.exceptions, MOST_EXCEPTIONS)
    _append(sheet.closures, found.closures, MOST_CLOSURES)
    for holiday in Holiday:
        if sheet.holidays[holiday].decision == "undecided":
            sheet.holidays[holiday] = found.holidays[holiday]
    for kind, service in found.services.items():
        if sheet.services[kind].mode == "none":
            sheet.services[kind] = service


def _append(kept: list[Row], new: list[Row], most: int) -> None:
    kept.extend(new[: max(most - len(kept), 0)])
