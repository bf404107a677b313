"""What the desk asks of a museum: Occitan that lags behind what the public reads in French, machine drafts unread."""

from collections.abc import Iterator, Sequence
from datetime import date

from flask import url_for

from portal.domain.museums import MuseumEntry
from portal.domain.translations import Field, Standing
from portal.web.dashboard.translation.sights import Sight
from portal.web.kit import translating
from portal.web.kit.messages import _, _l, ngettext
from portal.web.kit.tasks import Harm, Task


def tasks(museum: MuseumEntry, today: date) -> Iterator[Task]:
    """Return what is to be done; each opens at the first text."""
    fields = translating.of_museum(museum, today)
    stale = [field for field in fields if field.standing is Standing.STALE and field.is_online]
    if stale:
        yield Task(
            Harm.IS_NOT_ADDRESSED,
            ngettext(
                "Un texte occitan ne dit plus ce que dit le français",
                "%(num)s textes occitans ne disent plus ce que dit le français",
                len(stale),
            ),
            _("La page occitane dit encore ce que le français ne dit plus."),
            _address(museum, stale),
            _l("Relire"),
        )
    drafts = [field for field in fields if field.standing is Standing.MACHINE]
    if drafts:
        yield Task(
            Harm.IS_NOT_ADDRESSED,
            ngettext(
                "Une traduction automatique attend d’être relue",
                "%(num)s traductions automatiques attendent d’être relues",
                len(drafts),
            ),
            _("En attendant, la page occitane montre le français."),
            _address(museum, drafts),
            _l("Relire"),
        )


def _address(museum: MuseumEntry, fields: Sequence[Field]) -> str:
    return url_for(
        "dashboard.translation.edit",
        museum=museum.slug,
        voir=Sight.TO_READ.value,
        _anchor=f"texte-{fields[0].name}",
    )
