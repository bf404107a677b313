"""The form of the page: for each row a choice, and the dates to take instead."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from portal.domain.hours.reconduction import Row, at
from portal.web.dashboard.reconduction.lines import Shown
from portal.web.kit.day_field import DayField
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm

ACCEPT, CHANGE, LEAVE = "accept", "change", "leave"
CHOICES = {ACCEPT: _l("Accepter"), CHANGE: _l("Modifier"), LEAVE: _l("Laisser")}
LONGEST_YEARS = 3


class LinesForm(CreateForm):
    """The choices about the lines of a year; `form_of` gives it a field for each."""

    asked: tuple[Shown, ...] = ()

    def choice(self, shown: Shown) -> Any:
        """Return the field of the choice about a line."""
        return self[f"choice_{shown.code}"]

    def dates(self, shown: Shown) -> tuple[DayField, DayField]:
        """Return the fields of the dates of a line."""
        return self[f"first_{shown.code}"], self[f"last_{shown.code}"]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the dates of the lines that are changed; what is typed beside the others is nobody's business."""
        super().validate(extra_validators)
        for shown in self.asked:
            first, last = self.dates(shown)
            if self.choice(shown).data != CHANGE:
                first.errors, last.errors = [], []
                continue
            self._check(first, last)
        return not self.errors

    def rows(self) -> list[Row]:
        """Return the rows to add, once checked: those accepted, and those with other dates."""
        found = []
        for shown in self.asked:
            choice, moved = self.choice(shown).data, shown.line.moved
            if choice == ACCEPT and shown.line.after is not None:
                found.append(shown.line.after)
            elif choice == CHANGE and moved is not None:
                first, last = self.dates(shown)
                found.append(at(shown.line.before, first.day or moved[0], last.day or moved[1]))
        return found

    @staticmethod
    def _check(first: DayField, last: DayField) -> None:
        for field in (first, last):
            if not field.data and not field.errors:
                field.errors = [_("Écrivez une date, par exemple 3 novembre 2026.")]
        if first.day is None or last.day is None or first.errors or last.errors:
            return
        if last.day < first.day:
            last.errors = [_("Le dernier jour vient avant le premier.")]
        elif last.day > date(first.day.year + LONGEST_YEARS, first.day.month, min(first.day.day, 28)):
            last.errors = [_("C’est plus de trois ans. Vérifiez l’année.")]


def form_of(lines: Iterable[Shown]) -> LinesForm:
    """Return the form of these lines, filled with what is sent, or with what is proposed."""
    asked = tuple(lines)
    fields: dict[str, Any] = {"asked": asked}
    for shown in asked:
        first, last = shown.line.moved or (date.min, date.min)
        has_proposal = shown.line.after is not None
        choices = [
            SelectChoice(value, name) for value, name in CHOICES.items() if has_proposal or value != ACCEPT
        ]
        default = ACCEPT if has_proposal else LEAVE
        fields[f"choice_{shown.code}"] = RadioField(shown.title, choices=choices, default=default)
        fields[f"first_{shown.code}"] = DayField(_("Premier jour"), default=first.isoformat())
        fields[f"last_{shown.code}"] = DayField(_("Dernier jour"), default=last.isoformat())
    made: LinesForm = type("LinesFormOfYear", (LinesForm,), fields)()
    return made
