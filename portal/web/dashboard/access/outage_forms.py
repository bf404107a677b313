"""The forms of outages: what fails, until when, and a word for the visitors; two choices and a button suffice."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from portal.domain import access
from portal.domain.access import FACTS_OF, Fact, Need
from portal.domain.access.checking import LONGEST_MESSAGE
from portal.web.kit import access as words
from portal.web.kit import clock
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import TextField
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm

FREQUENT = (Fact.LIFT, Fact.ENTRANCE, Fact.TOILETS, Fact.HEARING_LOOP)
OTHER, UNTIL = "other", "date"
DECEMBER = 12
ENDS = {
    "today": _l("Ce soir"),
    "week": _l("Dans une semaine"),
    "month": _l("Dans un mois"),
    UNTIL: _l("À une date"),
}


class EndForm(CreateForm):
    """Until when something fails."""

    until = RadioField(
        _l("Jusqu’à quand ?"),
        choices=[SelectChoice(*one) for one in ENDS.items()],
        default="week",
        validate_choice=False,
    )
    last = DayField(_l("Le dernier jour"))

    def end(self) -> str | None:
        """Return the last day as it was said, once the form is checked."""
        today = clock.today()
        days = {"today": today, "week": today + timedelta(days=7), "month": _a_month_later(today)}
        chosen = self.until.data or UNTIL
        if chosen in days:
            return days[chosen].isoformat()
        return self.last.day.isoformat() if self.last.day else self.last.data


class OutageForm(EndForm):
    """What fails, and until when."""

    what = RadioField(_l("Qu’est-ce qui ne marche pas ?"), validate_choice=False)
    other = SelectField(_l("Autre chose : quoi ?"), default="", validate_choice=False)
    first = DayField(_l("À partir du, si ce n’est pas aujourd’hui"))
    words_fr = TextField(_l("Un mot pour les visiteurs"), longest=LONGEST_MESSAGE)
    words_oc = TextField(_l("Le même mot en occitan"), longest=LONGEST_MESSAGE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = page_language()
        frequent = [SelectChoice(fact.value, words.outage_name(fact, language)) for fact in FREQUENT]
        self.what.choices = [*frequent, SelectChoice(OTHER, _("Autre chose"))]
        self.other.choices = [SelectChoice("", _("Choisir…")), *_others()]

    def typed(self) -> Mapping[str, Any]:
        """Return the outage as it was typed."""
        return {
            "what": self.other.data if self.what.data == OTHER else self.what.data,
            "from": self.first.day.isoformat() if self.first.day else self.first.data,
            "to": self.end(),
            "words": {"fr": self.words_fr.data, "oc": self.words_oc.data},
        }


def _others() -> list[SelectChoice]:
    """Return what else may fail, by need."""
    language, found = page_language(), []
    for need in Need:
        group = words.need_name(need, language)
        rare = [fact for fact in FACTS_OF[need] if fact not in FREQUENT]
        found += [
            SelectChoice(fact.value, words.outage_name(fact, language), optgroup=group) for fact in rare
        ]
        found.append(SelectChoice(need.value, _("Autre chose : %(need)s", need=group), optgroup=group))
    return found


def usual(museum_id: int) -> str | None:
    """Return what fails most often where the museum has it: the lift."""
    return Fact.LIFT.value if access.of(museum_id).access.told(Fact.LIFT).answer else None


def _a_month_later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == DECEMBER else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))
