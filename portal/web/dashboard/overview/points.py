"""The points of a museum's entry that a visitor needs, and which of them are there."""

from dataclasses import dataclass

from portal.domain.museums import Museum
from portal.web.kit.messages import LazyString, _l


@dataclass(frozen=True)
class Point:
    """One thing visitors look for, and what its absence costs them."""

    name: LazyString | str
    why: LazyString | str
    is_complete: bool
    room: str = ""
    """The endpoint of the room where it is settled, and the field there."""
    field: str = ""


def points_of(museum: Museum) -> list[Point]:
    """Return the points in the order visitors ask for them."""
    presentation = museum.presentation
    return [
        Point(
            _l("Présentation"),
            _l("Deux ou trois phrases : ce que lit la personne qui hésite encore."),
            presentation is not None and bool(presentation.fr),
        ),
        Point(
            _l("Présentation en occitan"),
            _l("En attendant, la page occitane montre le français, signalé comme tel."),
            presentation is not None and bool(presentation.oc),
        ),
        Point(
            _l("Téléphone"),
            _l("C’est par là qu’on vérifie avant de prendre la route."),
            museum.shown_phone is not None,
        ),
        Point(
            _l("Site"),
            _l("Le lien vers votre propre site, s’il y en a un."),
            museum.shown_website is not None,
        ),
        Point(
            _l("Nom en occitan"),
            _l("Il paraît dans les listes et sur la carte occitanes."),
            museum.name.oc is not None,
        ),
    ]
