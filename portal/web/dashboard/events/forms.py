"""The small forms of the room: versions, keys, and what is asked about one date."""

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from portal.domain.events import Reach
from portal.domain.events.vocabulary import Standing
from portal.web.kit.events import words
from portal.web.kit.fields import LongTextField, TextField, filled
from portal.web.kit.messages import _l
from portal.web.kit.once import CreateForm
from portal.web.kit.versions import VersionedForm

REACHES = {
    Reach.THIS: _l("Cette date seulement"),
    Reach.FOLLOWING: _l("Celle-ci et les suivantes"),
    Reach.ALL: _l("Toutes les dates"),
}


class EventForm(VersionedForm):
    """The version of the block; the rest of the form is read by `typed`."""


class NewEventForm(CreateForm):
    """The key of a creation; the rest of the form is read by `typed`."""


class DateForm(VersionedForm):
    """What becomes of a date: asked every time whether the others change too."""

    standing = RadioField(
        _l("Cette date"),
        choices=[
            SelectChoice(one.value, words.STANDINGS[one])
            for one in (
                Standing.SCHEDULED,
                Standing.FULL,
                Standing.CANCELLED,
                Standing.POSTPONED,
                Standing.RESCHEDULED,
                Standing.MOVED_ONLINE,
            )
        ],
        validators=[filled(_l("Choisissez ce que devient cette date."))],
    )
    message_fr = TextField(_l("Un mot pour le public"), longest=300)
    message_oc = TextField(_l("Le même mot en occitan"), longest=300)
    day = TextField(_l("Le nouveau jour"), longest=60)
    starts = TextField(_l("De"), longest=20)
    ends = TextField(_l("À"), longest=20)
    title_fr = TextField(_l("Titre ce jour-là"), longest=120)
    title_oc = TextField(_l("Titre en occitan"), longest=120)
    place = TextField(_l("Lieu ce jour-là"), longest=200)
    price = TextField(_l("Prix ce jour-là"), longest=40)
    note_fr = LongTextField(_l("Note"), longest=300)
    note_oc = LongTextField(_l("Note en occitan"), longest=300)
    reach = RadioField(
        _l("Ce changement vaut pour"),
        choices=[SelectChoice(one.value, name) for one, name in REACHES.items()],
        validators=[filled(_l("Dites pour quelles dates."))],
    )
