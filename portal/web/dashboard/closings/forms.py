"""The form of an exceptional closing or opening: when, what, why."""

from datetime import date, timedelta
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from portal.db import Translated
from portal.domain.hours import entry
from portal.domain.hours.bounds import Span, dated
from portal.domain.hours.entry.clocks import clock as clock_of
from portal.domain.hours.entry.plain import plain
from portal.domain.hours.rows import CLOSED, Day, Effect, Exceptional, Reason
from portal.web.kit import clock
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import TextField, filled
from portal.web.kit.messages import _, _l
from portal.web.kit.once import CreateForm

LONGEST = 120
LONGEST_CLOSING = timedelta(days=92)
"""Beyond, it is a long closure, which has its own place among the hours."""
FARTHEST = timedelta(days=730)

WHEN = {
    "today": _l("Aujourd’hui"),
    "tomorrow": _l("Demain"),
    "date": _l("Une date"),
    "range": _l("Plusieurs jours"),
}
WHAT = {
    Effect.CLOSED: _l("Fermé"),
    Effect.CLOSES_EARLY: _l("Ferme plus tôt"),
    Effect.OPENS_LATE: _l("Ouvre plus tard"),
    Effect.EXTRA: _l("Ouvert en plus"),
}
WHY = {
    Reason.WEATHER: _l("Intempéries"),
    Reason.STAFF: _l("Personnel"),
    Reason.STRIKE: _l("Grève"),
    Reason.TECHNICAL: _l("Technique"),
    Reason.INSTALLATION: _l("Montage"),
    Reason.INVENTORY: _l("Inventaire"),
    Reason.EVENT: _l("Événement"),
    Reason.LATE_OPENING: _l("Nocturne"),
    Reason.BRIDGE: _l("Pont"),
    Reason.OTHER: _l("Autre"),
}


class ClosingForm(CreateForm):
    """When, what, why; two choices and a button suffice to close today."""

    when = RadioField(
        _l("Quand"), choices=[SelectChoice(value, name) for value, name in WHEN.items()], default="today"
    )
    first = DayField(_l("Le jour, ou le premier"))
    last = DayField(_l("Le dernier jour"))
    what = RadioField(
        _l("Quoi"),
        choices=[SelectChoice(effect.value, name) for effect, name in WHAT.items()],
        default=Effect.CLOSED.value,
    )
    at = TextField(_l("À quelle heure ?"), longest=30)
    hours = TextField(_l("Ouvert de… à…"), longest=60)
    why = RadioField(
        _l("Pourquoi"),
        choices=[SelectChoice(reason.value, name) for reason, name in WHY.items()],
        validators=[filled(_l("Choisissez une raison."))],
    )
    words_fr = TextField(_l("Ajouter un mot"), longest=LONGEST)
    words_oc = TextField(_l("Le même mot en occitan"), longest=LONGEST)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, and that together they say something."""
        super().validate(extra_validators)
        if not self.when.errors:
            self._check_days()
        if not self.what.errors:
            self._check_times()
        self._check_words()
        return not self.errors

    @property
    def days(self) -> tuple[date, date]:
        """The first and last days, once checked."""
        today = clock.today()
        if self.when.data == "today":
            return today, today
        if self.when.data == "tomorrow":
            return today + timedelta(days=1), today + timedelta(days=1)
        first = self.first.day or today
        return first, (self.last.day or first) if self.when.data == "range" else first

    @property
    def row(self) -> Exceptional:
        """The exception it announces, once checked."""
        first, last = self.days
        effect = Effect(self.what.data)
        return Exceptional(
            Span(dated(first), dated(last)),
            effect,
            self._slots() if effect is Effect.EXTRA else CLOSED,
            self._minutes() if effect in {Effect.CLOSES_EARLY, Effect.OPENS_LATE} else None,
            Reason(self.why.data),
            Translated(self.words_fr.data, self.words_oc.data or None) if self.words_fr.data else None,
        )

    def _check_days(self) -> None:
        is_range = self.when.data == "range"
        if self.when.data in {"date", "range"} and not self.first.day:
            _tell_first(self.first, _("Choisissez le jour."))
        if is_range and not self.last.day:
            _tell_first(self.last, _("Choisissez le dernier jour."))
        if self.first.errors or (is_range and self.last.errors):
            return
        (first, last), today = self.days, clock.today()
        if first < today:
            _tell(self.first, _("Ce jour est passé. Choisissez aujourd’hui ou un jour à venir."))
        elif first - today > FARTHEST:
            _tell(self.first, _("C’est dans plus de deux ans. Vérifiez l’année."))
        elif is_range and last < first:
            _tell(self.last, _("Le dernier jour vient avant le premier."))
        elif is_range and last - first >= LONGEST_CLOSING:
            _tell(
                self.last,
                _("Plus de trois mois, c’est une longue fermeture : elle s’écrit dans la page des horaires."),
            )

    def _check_times(self) -> None:
        effect = Effect(self.what.data)
        if effect in {Effect.CLOSES_EARLY, Effect.OPENS_LATE} and self._minutes() is None:
            _tell(self.at, _("Écrivez une heure, par exemple 16 h 30."))
        if effect is Effect.EXTRA:
            try:
                slots = self._slots()
            except entry.EntryError:
                slots = CLOSED
            if not slots:
                _tell(self.hours, _("Écrivez les heures, par exemple 18 h – 22 h."))

    def _check_words(self) -> None:
        if self.words_oc.data and not self.words_fr.data:
            _tell(self.words_fr, _("Écrivez d’abord ce mot en français."))

    def _minutes(self) -> int | None:
        return clock_of(plain(self.at.data or ""))

    def _slots(self) -> Day:
        return entry.times(self.hours.data or "")


def _tell(field: Any, sentence: str) -> None:
    field.errors = [*field.errors, sentence]


def _tell_first(field: Any, sentence: str) -> None:
    """Say what is missing, where the field has not said by itself what is wrong."""
    if not field.errors:
        _tell(field, sentence)
