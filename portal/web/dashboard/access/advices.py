"""What is worth a look, in sentences, each leading to its field."""

from dataclasses import dataclass

from portal.domain import access
from portal.domain.access import Access, Advice, AdviceKind, Family, Practical
from portal.domain.access.standing import NARROW_CM
from portal.web.kit import access as words
from portal.web.kit import clock, dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Doubt:
    """One sentence, and the place of the page that it is about."""

    sentence: str
    place: str


def of(known: Access) -> list[Doubt]:
    """Return what is worth a look in the answers; what has ended is asked about among the outages."""
    found = access.advice(known, clock.today())
    return [doubt(one) for one in found if one.kind is not AdviceKind.OUTAGE_ENDED]


def of_practical(known: Practical) -> list[Doubt]:
    """Return what is worth a look in the practical facts."""
    return [doubt(one) for one in access.practical_advice(known)]


def doubt(one: Advice) -> Doubt:
    """Return one thing worth a look, in words, and its place."""
    group, _dot, name = one.path.partition(".")
    place = f"famille-{name}" if group in {"marks", "families"} else one.path.replace(".", "_")
    if group == "facts":
        place += "_answer-0"
    return Doubt(_sentence(one, name), place)


def _sentence(one: Advice, name: str) -> str:
    if one.kind in {AdviceKind.MARK_EXPIRED, AdviceKind.MARK_ENDS_SOON, AdviceKind.FAMILY_UNKNOWN}:
        return _of_family(one, words.GROUPS[Family(name)][page_language()])
    return {
        AdviceKind.DOOR_NARROW: _(
            "Une porte de moins de %(cm)s cm ne laisse pas passer un fauteuil : l’entrée est-elle vraiment libre ?",
            cm=NARROW_CM,
        ),
        AdviceKind.LIFT_MISSING: _("Une panne d’ascenseur est annoncée, et aucun ascenseur n’est dit ici."),
        AdviceKind.SHELTER_UNKNOWN: _(
            "Sans la part à l’abri, aucune recherche « quand il pleut » ne trouve le musée."
        ),
        AdviceKind.VISIT_UNKNOWN: _("La durée d’une visite aide à choisir l’heure du train."),
    }[one.kind]


def _of_family(one: Advice, family: str) -> str:
    if one.day is None:
        return _(
            "%(family)s : aucune réponse. La page dit d’appeler ; trois réponses suffisent souvent.",
            family=family,
        )
    day = dates.full_date(one.day, page_language())
    if one.kind is AdviceKind.MARK_EXPIRED:
        return _(
            "%(family)s : la marque a pris fin le %(day)s. Est-elle renouvelée ?", family=family, day=day
        )
    return _("%(family)s : la marque prend fin le %(day)s.", family=family, day=day)
