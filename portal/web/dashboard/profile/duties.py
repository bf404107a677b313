"""What a museum has to do about what it says of itself: a presentation in both languages, a telephone."""

from collections.abc import Iterator
from datetime import date

from flask import url_for

from portal.domain.museums import MuseumEntry
from portal.web.kit import here
from portal.web.kit.messages import _
from portal.web.kit.tasks import Harm, Task


def tasks(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield what the museum's own staff have to do."""
    row = here.museum_row()
    if row.presentation is None:
        yield Task(
            Harm.LACKS_CONTEXT,
            _("La présentation manque"),
            _("Deux ou trois phrases : ce que lit la personne qui hésite encore."),
            _place(museum, "presentation_fr"),
            _("L’écrire"),
        )
    if row.shown_phone is None:
        yield Task(
            Harm.LACKS_CONTEXT,
            _("Aucun numéro de téléphone"),
            _("C’est par là qu’on vérifie avant de prendre la route."),
            _place(museum, "phone"),
            _("L’ajouter"),
        )


def occitan_tasks(museum: MuseumEntry, _today: date) -> Iterator[Task]:
    """Yield what whoever writes Occitan has to do."""
    row = here.museum_row()
    if row.presentation is not None and not row.presentation.oc:
        yield Task(
            Harm.IS_NOT_ADDRESSED,
            _("La présentation n’est pas en occitan"),
            _("En attendant, la page occitane montre le français, signalé comme tel."),
            _place(museum, "presentation_oc"),
            _("Traduire"),
        )


def _place(museum: MuseumEntry, field: str) -> str:
    return url_for("dashboard.profile.edit", museum=museum.slug, _anchor=field)
