"""Every sentence about opening hours, made from rows, in French and in Occitan.

Pure functions that take their language last: a page, the API, a door sign and a letter say the same. Sentences begin
with a capital, words and parts of sentences do not; none ends in a full stop.
"""

from portal.web.kit.opening.admission import last_admission_words
from portal.web.kit.opening.closures import closure_sentence, closure_words, reopening_words
from portal.web.kit.opening.exceptions import exception_sentence
from portal.web.kit.opening.holidays import (
    decision_words,
    holiday_day,
    holiday_name,
    holiday_sentence,
    holidays_sentence,
)
from portal.web.kit.opening.present import TodayLine, reopens_words, today_line
from portal.web.kit.opening.reasons import reason_words
from portal.web.kit.opening.rules import reason, rule_words
from portal.web.kit.opening.services import service_name
from portal.web.kit.opening.slots import day_hours, day_words, slot_words
from portal.web.kit.opening.spans import days_words, period_title, span_words, when_words
from portal.web.kit.opening.weeks import WeekRow, monthly_name, week_rows, week_sentence, weekdays_words
from portal.web.kit.opening.whole import whole_text

__all__ = [
    "TodayLine",
    "WeekRow",
    "closure_sentence",
    "closure_words",
    "day_hours",
    "day_words",
    "days_words",
    "decision_words",
    "exception_sentence",
    "holiday_day",
    "holiday_name",
    "holiday_sentence",
    "holidays_sentence",
    "last_admission_words",
    "monthly_name",
    "period_title",
    "reason",
    "reason_words",
    "reopening_words",
    "reopens_words",
    "rule_words",
    "service_name",
    "slot_words",
    "span_words",
    "today_line",
    "week_rows",
    "week_sentence",
    "weekdays_words",
    "when_words",
    "whole_text",
]
