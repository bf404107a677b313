"""The buttons of the form that change what is typed without keeping it: a date more, one less, dates to see."""

from collections.abc import Iterator
from typing import Any

from portal.domain.events import phrases
from portal.domain.events.phrases import Phrase
from portal.domain.events.rows import Event
from portal.domain.events.vocabulary import EventType
from portal.web.dashboard.events.typed import DATES, RULE, of_event
from portal.web.kit import clock, formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _

MOST = 200
TIME = frozenset({"when", "run", "rule", "occurrences"})
TOLD = "phrase_told"
"""Where what is to be said of the phrase stands among what is typed; nothing a browser sends."""


def change(sheet: dict[str, Any], asked: str) -> str:
    """Do what a button says to what is typed; return the field to go on from."""
    rows: list[dict[str, str]] = sheet["occurrences"]
    act, _blank, number = asked.partition(" ")
    if act == "add" and len(rows) < MOST:
        rows.append({name: rows[-1].get(name, "") for name in ("from", "to")} if rows else {})
        sheet["when"] = sheet.get("when") if sheet.get("when") == RULE else DATES
        return f"occurrences.{len(rows) - 1}.day"
    if act == "remove" and number.isdigit() and int(number) < len(rows):
        del rows[int(number)]
        return "occurrences.add"
    if act == "read":
        return _read(sheet)
    return "produced" if act == "see" else ""


def _read(sheet: dict[str, Any]) -> str:
    """Put the dates of a phrase into the fields, to be confirmed; say beside it what could not be read."""
    read = phrases.read(sheet.get("phrase", ""), clock.today())
    said = Event(EventType.OTHER, None, run=read.run, rule=read.rule, occurrences=read.occurrences)
    if not read.says_nothing:
        filled = of_event(said)
        sheet.update({name: filled[name] for name in filled if name.split(".")[0] in TIME})
    sheet[TOLD] = " ".join(_sentences(read))
    return "phrase"


def _sentences(read: Phrase) -> Iterator[str]:
    if read.says_nothing:
        yield _("Rien n’a pu être lu. Écrivez par exemple : les mercredis 3 et 10 juin 2026 à 14 h.")
        return
    yield _("Lu. Vérifiez les dates, puis gardez.")
    if read.unread:
        left = formats.sentence_list([f"«\u00a0{piece}\u00a0»" for piece in read.unread], page_language())
        yield _("Ceci n’a pas été compris : %(left)s.", left=left)
    if read.doubts:
        yield _("Le jour de la semaine et la date ne vont pas ensemble : vérifiez l’année.")
