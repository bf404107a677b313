"""A date and a time in Europe/Paris, asked again where clocks show it twice or never."""

from datetime import datetime
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from portal.config import PARIS
from portal.domain.hours.entry.clocks import clock
from portal.web.kit import moments
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import TextField
from portal.web.kit.instants import instants
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, _l
from portal.web.kit.versions import VersionedForm

FIRST, SECOND = "first", "second"
_TURNS = [
    SelectChoice(FIRST, _l("La première fois (heure d’été)")),
    SelectChoice(SECOND, _l("La seconde fois (heure d’hiver)")),
]


def _turn() -> RadioField:
    return RadioField(_l("Cette heure vient deux fois cette nuit-là"), choices=_TURNS, validate_choice=False)


class MomentForm(VersionedForm):
    """A form with moments; each is three fields, of which the third is only asked on one night of the year."""

    def moment(self, prefix: str, *, is_required: bool) -> datetime | None:
        """Return the instant that is typed, in UTC; nothing where none is, or where the fields say why not."""
        day, hour, turn = (self[f"{prefix}{name}"] for name in ("day", "hour", "turn"))
        if not day.data:
            if is_required and not day.errors:
                day.errors = [_("Écrivez une date, par exemple 1er juillet 2027.")]
            return None
        minute = clock(" ".join((hour.data or "0 h").lower().replace("\u00a0", " ").split()))
        if minute is None and not hour.errors:
            hour.errors = [_("Écrivez une heure, par exemple 8 h 30.")]
        if minute is None or day.day is None or day.errors or hour.errors:
            return None
        found = instants(day.day, minute)
        if not found:
            hour.errors = [
                _(
                    "Cette nuit-là, les horloges passent de 2 h à 3 h\u00a0: cette heure n’existe pas. Choisissez-en une autre."
                )
            ]
        elif len(found) > 1 and turn.data not in {FIRST, SECOND}:
            turn.errors = [_("Dites laquelle des deux.")]
        else:
            return found[-1 if turn.data == SECOND else 0]
        return None

    def asks_turn(self, prefix: str) -> bool:
        """Return whether the page must ask which of two hours of one name is meant."""
        turn = self[f"{prefix}turn"]
        return bool(turn.errors or turn.data)


class PlanForm(MomentForm):
    """From when the public reads a text, and until when."""

    day = DayField(_l("Le"))
    hour = TextField(_l("À"), longest=20)
    turn = _turn()
    end_day = DayField(_l("Le"))
    end_hour = TextField(_l("À"), longest=20)
    end_turn = _turn()


class EndForm(MomentForm):
    """Until when the public reads a text that it reads already."""

    day = DayField(_l("Le"))
    hour = TextField(_l("À"), longest=20)
    turn = _turn()


def filled(prefix: str, instant: datetime | None) -> dict[str, Any]:
    """Return the fields that say an instant; a midnight to change where there is none."""
    if instant is None:
        return {f"{prefix}day": "", f"{prefix}hour": "00:00", f"{prefix}turn": None}
    local = instant.astimezone(PARIS)
    turn = (SECOND if local.fold else FIRST) if moments.comes_twice(local) else None
    return {
        f"{prefix}day": local.date().isoformat(),
        f"{prefix}hour": f"{local:%H:%M}",
        f"{prefix}turn": turn,
    }


def said(instant: datetime) -> str:
    """Write an instant as the page's reader reads it."""
    return moments.moment(instant, page_language())
