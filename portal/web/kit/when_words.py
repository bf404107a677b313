"""The days a visitor asks about, in words: on chips, in headings, above lists."""

from collections.abc import Mapping
from datetime import date

from portal.web.kit import formats
from portal.web.kit.languages import Language
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.when import OPEN, TO_CONFIRM, TODAY, TOMORROW, WEEKEND, Days, When, meant


def asked(when: When, today: date) -> str:
    """Return what is asked of opening: `ouvert demain`, `à confirmer du 19 au 23 décembre 2026`, `demain`."""
    days = [_one(value, today) for value in when.dates] or [_("aujourd’hui")]
    told = formats.sentence_list(days, page_language())
    if when.wanted == {OPEN}:
        if any(not meant(value, today).is_one and value != WEEKEND for value in when.dates):
            return _("ouvert au moins un jour, %(days)s", days=told)
        return _("ouvert %(days)s", days=told)
    if when.wanted == {TO_CONFIRM}:
        return _("à confirmer %(days)s", days=told)
    if when.wanted:
        return _("ouvert ou à confirmer %(days)s", days=told)
    return told


def choices() -> Mapping[str, str]:
    """Return the days that need no calendar, by what addresses write."""
    return {TODAY: _("Aujourd’hui"), TOMORROW: _("Demain"), WEEKEND: _("Ce week-end")}


def named(value: str, today: date) -> str:
    """Return what a value says, as a choice of a list names it."""
    return choices().get(value) or formats.sentence_case(_one(value, today))


def on_days(days: Days, language: Language) -> str:
    """Write `le dimanche 1er novembre 2026`, `du 19 au 23 décembre 2026`."""
    if not days.is_one:
        return formats.date_range(days.first, days.last, language)
    the = "le" if language == "fr" else "lo"
    return f"{the} {formats.long_date(days.first, language)}"


def _one(value: str, today: date) -> str:
    words = {TODAY: _("aujourd’hui"), TOMORROW: _("demain"), WEEKEND: _("ce week-end")}
    return words.get(value) or on_days(meant(value, today), page_language())
