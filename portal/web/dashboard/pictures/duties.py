"""What a museum has to do about its pictures: none, without words for who does not see them, waiting for a credit."""

from collections.abc import Iterator
from datetime import date

from flask import url_for

from portal.domain.museums import MuseumEntry
from portal.web.dashboard.pictures.room import Item, wall_seen
from portal.web.kit.messages import _, ngettext
from portal.web.kit.tasks import Harm, Task


def tasks(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield what is to be done."""
    items = wall_seen(museum.id).items
    if not items:
        yield Task(
            Harm.LACKS_CONTEXT,
            _("Votre page n’a pas de photo"),
            _("Un dessin la remplace. Une seule photo montre déjà où l’on va."),
            url_for("dashboard.pictures.index", museum=museum.slug, _anchor="photos"),
            _("En envoyer une"),
        )
        return
    mute = [item for item in items if "alt.fr" in item.missing]
    if mute:
        yield Task(
            Harm.CANNOT_PERCEIVE,
            ngettext(
                "Une photo n’a pas de description", "%(num)s photos n’ont pas de description", len(mute)
            ),
            _("Les personnes aveugles ne savent pas ce qu’elles montrent. Une phrase suffit."),
            _place(museum, mute[0], "alt_fr"),
            _("Décrire"),
        )
    others = [item for item in items if item.missing and item not in mute]
    if others:
        yield Task(
            Harm.LACKS_CONTEXT,
            ngettext(
                "Une photo attend d’être complète", "%(num)s photos attendent d’être complètes", len(others)
            ),
            _("Sans auteur, licence ni accord, elle ne peut pas paraître."),
            _place(museum, others[0], "credit"),
            _("Compléter"),
        )


def _place(museum: MuseumEntry, item: Item, field: str) -> str:
    return url_for("dashboard.pictures.edit", museum=museum.slug, id_=item.picture.id, _anchor=field)
