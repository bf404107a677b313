"""Access and shelter as the guide's filters offer them, and what is said of the museums that may answer."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from portal.db import Translated
from portal.domain.museums import Guide, Selection
from portal.web.kit import freedom, reach, selections
from portal.web.kit.messages import _, ngettext
from portal.web.kit.questions import Question
from portal.web.public.museums.facets import Choice


def choices(question: Question, guide: Guide) -> list[tuple[str, Choice]]:
    """Return the choices with their parameters, each with how many museums it gives."""
    counts = selections.reaching(question, guide)
    families = [
        (
            reach.ACCESS,
            Choice(
                value,
                Translated(reach.family_name(family)),
                counts[value],
                family in question.reach.families,
            ),
        )
        for value, family in reach.FAMILIES.items()
    ]
    is_sheltered = question.reach.is_sheltered
    under = Choice(reach.SHELTERED, Translated(_("À l’abri")), counts[reach.SHELTERED], is_sheltered)
    return [*families, (reach.SHELTER, under)]


def reasons(question: Question, museum_ids: Iterable[int]) -> Mapping[int, str]:
    """Return what is known of each museum for what is asked of prices and of access."""
    ids = list(museum_ids)
    told = freedom.reasons(question.free, question.when, ids) if question.free else {}
    reached = reach.reasons(question.reach, question.when, ids) if question.reach else {}
    return {
        id_: " · ".join(each[id_] for each in (told, reached) if each.get(id_))
        for id_ in told.keys() | reached.keys()
    }


def perhaps(question: Question, guide: Guide) -> Selection | None:
    """Return the museums that may answer, those that do in part first."""
    found = selections.perhaps(question, guide)
    if found is None or not question.reach.families:
        return found
    known = {museum.id: museum for museum in found.museums}
    order = reach.in_part_first(question.reach, question.when, known)
    return replace(found, museums=tuple(known[id_] for id_ in order))


def apart(question: Question, total: int) -> str:
    """Return what is said above the museums that may answer."""
    if question.reach:
        return ngettext(
            "%(num)s musée ne répond qu’en partie, ou ne l’a pas dit. Téléphonez-lui avant de venir.",
            "%(num)s musées ne répondent qu’en partie, ou ne l’ont pas dit. Téléphonez-leur avant de venir.",
            total,
        )
    return ngettext(
        "De %(num)s musée, on ne sait pas s’il est gratuit ce jour-là : tarifs ou horaires manquent. Téléphonez-lui avant de venir.",
        "De %(num)s musées, on ne sait pas s’ils sont gratuits ce jour-là : tarifs ou horaires manquent. Téléphonez-leur avant de venir.",
        total,
    )
