"""The buttons of the screen that change the form and keep nothing: add, take away, move. Each says where to go on.

A button's value is a deed and what it is about: `add under_18`, `remove lines.3`, `up lines.3`.
"""

from typing import Any

from portal.domain.admission import Audience, FreeKind, FreeRule, PriceLine
from portal.domain.admission.rows import FREE
from portal.web.dashboard.prices.filled import line_typed
from portal.web.dashboard.prices.sheet import MOST_FREE_DAYS, MOST_LINES, FreeDayTyped, LineTyped, Sheet
from portal.web.kit import prices
from portal.web.kit.formats import sentence_case
from portal.web.kit.languages import Language

PRESETS = {
    "full": PriceLine(Audience.FULL, 1),
    "reduced": PriceLine(Audience.REDUCED, 1),
    "under_18": PriceLine(Audience.UNDER_18, FREE),
    "child": PriceLine(Audience.CHILD, 1, 6, 12),
    "young_eu": PriceLine(Audience.YOUNG_EU, 1),
    "student": PriceLine(Audience.STUDENT, 1),
    "job_seeker": PriceLine(Audience.JOB_SEEKER, 1),
    "minimum_income": PriceLine(Audience.MINIMUM_INCOME, 1),
    "disability": PriceLine(Audience.DISABILITY, 1),
    "group": PriceLine(Audience.GROUP, 1, group_min=10),
    "school": PriceLine(Audience.SCHOOL, 1),
    "family": PriceLine(Audience.FAMILY, 1),
    "teacher": PriceLine(Audience.TEACHER, 1),
    "resident": PriceLine(Audience.RESIDENT, 1),
    "professional": PriceLine(Audience.PROFESSIONAL, 1),
}
"""The common lines; the price is the museum's own to say, free for nobody but where the button says so."""
FREE_DAYS = {
    "first_sunday": FreeRule(FreeKind.WEEKDAY, weekday=6, nth=1),
    "museum_night": FreeRule(FreeKind.MUSEUM_NIGHT),
    "heritage_days": FreeRule(FreeKind.HERITAGE_DAYS),
}


def edit(sheet: Sheet, asked: str, language: Language) -> str:
    """Do what a button asks; return the field to go on from, nothing for a deed that makes no sense."""
    deed, _, what = asked.partition(" ")
    if deed == "add":
        return _add_line(sheet, what, language)
    if deed == "day":
        return _add_day(sheet, what, language)
    if deed == "remove":
        return _remove(sheet, what)
    return _move(sheet, what, {"up": -1, "down": 1}.get(deed, 0))


def _add_line(sheet: Sheet, name: str, language: Language) -> str:
    if len(sheet.lines) >= MOST_LINES or name not in {*PRESETS, "other"}:
        return ""
    typed = LineTyped()
    if preset := PRESETS.get(name):
        typed = line_typed(preset, language)
        typed.amount = typed.amount if preset.is_free else ""
    sheet.lines.append(typed)
    return f"lines.{len(sheet.lines) - 1}.{'who' if name in {'other', 'under_18'} else 'amount'}"


def _add_day(sheet: Sheet, name: str, language: Language) -> str:
    if len(sheet.free_days) >= MOST_FREE_DAYS or name not in {*FREE_DAYS, "other"}:
        return ""
    rule = FREE_DAYS.get(name)
    sheet.free_days.append(FreeDayTyped(sentence_case(prices.rule_words(rule, language)) if rule else ""))
    return f"free_days.{len(sheet.free_days) - 1}.when"


def _remove(sheet: Sheet, place: str) -> str:
    found = _row(sheet, place)
    if found is None:
        return ""
    rows, at = found
    del rows[at]
    name = place.partition(".")[0]
    if not rows:
        return f"{name}.add"
    return f"{name}.{min(at, len(rows) - 1)}.{'who' if name == 'lines' else 'when'}"


def _move(sheet: Sheet, place: str, by: int) -> str:
    found = _row(sheet, place)
    if found is None or not by:
        return ""
    rows, at = found
    to = min(max(at + by, 0), len(rows) - 1)
    rows.insert(to, rows.pop(at))
    name = place.partition(".")[0]
    return f"{name}.{to}.{'who' if name == 'lines' else 'when'}"


def _row(sheet: Sheet, place: str) -> tuple[list[Any], int] | None:
    name, _, number = place.partition(".")
    lists: dict[str, list[Any]] = {"lines": sheet.lines, "free_days": sheet.free_days}
    rows = lists.get(name)
    if rows is None or not (number.isascii() and number.isdigit() and len(number) < 5):
        return None
    return (rows, int(number)) if int(number) < len(rows) else None
