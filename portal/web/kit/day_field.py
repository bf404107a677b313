"""A field for one date: as the browser's own picker sends it, or as people type it."""

from datetime import date, timedelta
from typing import Any

from wtforms.validators import ValidationError

from portal.domain.errors import DomainError
from portal.domain.hours import bounds, entry
from portal.web.kit import clock
from portal.web.kit.fields import TextField
from portal.web.kit.messages import _

LONGEST = 60
AROUND = timedelta(days=400)
"""How far from today a day may lie that is said to be around it."""


class DayField(TextField):
    """A date; `day` is what it says once the form is checked. Without a year it is the next such day."""

    day: date | None = None

    def __init__(self, label: Any = None, validators: tuple[Any, ...] = (), **kwargs: Any) -> None:
        super().__init__(label, validators, longest=LONGEST, **kwargs)

    def meant(self, bound: bounds.Bound, today: date) -> date:
        """Return the date that a bound means here."""
        return next_day(bound, today)

    @property
    def kind(self) -> str:
        """The sort of control that shows what was typed: a picker shows nothing of what is no date."""
        try:
            date.fromisoformat(self.data or "2026-01-01")
        except ValueError:
            return "text"
        return "date"

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Read the date once its text is known to be short."""
        super().post_validate(form, validation_stopped)
        if validation_stopped or not self.data or self.errors:
            return
        try:
            self.day = self.meant(entry.bound(self.data), clock.today())
        except (entry.ImpossibleDateError, entry.YearRefusedError) as error:
            sentence = _("Cette date n’existe pas : %(part)s. Regardez un calendrier.", part=error.part)
            raise ValidationError(sentence) from error
        except DomainError as error:
            raise ValidationError(_("Écrivez une date, par exemple 3 novembre 2026.")) from error


class NearDayField(DayField):
    """A date around today, past as well as to come: without a year, the one of them that is nearest."""

    def meant(self, bound: bounds.Bound, today: date) -> date:
        """Return the date that a bound means here."""
        years = (today.year - 1, today.year, today.year + 1)
        return min((bound.in_year(year) for year in years), key=lambda day: abs(day - today))

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Refuse a day of another time."""
        super().post_validate(form, validation_stopped)
        if self.day is not None and abs(self.day - clock.today()) > AROUND:
            raise ValidationError(_("Donnez un jour de cette année ou de la suivante."))


def next_day(bound: bounds.Bound, today: date) -> date:
    """Return the date of a bound: the next one, where it says no year."""
    day = bound.in_year(today.year)
    return day if bound.is_dated or day >= today else bound.in_year(today.year + 1)
