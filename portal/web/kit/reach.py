"""Whom a museum must suit, and whether it must give shelter: `acces` and `abri` of an address."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from portal.domain import access
from portal.domain.access import Family, Standing, State
from portal.web.kit import access as words
from portal.web.kit import clock
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _
from portal.web.kit.when import When

ACCESS, SHELTER = "acces", "abri"
SHELTERED = "1"
FAMILIES: Mapping[str, Family] = {family.value: family for family in Family}
_BEST = (State.YES, State.LIMITED, State.UNKNOWN, State.NO)


@dataclass(frozen=True)
class Reach:
    """What is asked of access; families are alternatives."""

    families: tuple[Family, ...] = ()
    is_sheltered: bool = False

    def __bool__(self) -> bool:
        """Return whether anything is asked."""
        return bool(self.families or self.is_sheltered)

    @property
    def values(self) -> list[str]:
        """The families as addresses write them."""
        return [family.value for family in self.families]


NOT_ASKED = Reach()


def read(arguments: MultiDict[str, str]) -> tuple[Reach, list[str]]:
    """Return what is asked, and the names of the parameters whose values make no sense."""
    given = {name: {value.strip() for value in arguments.getlist(name)} - {""} for name in (ACCESS, SHELTER)}
    refused = [
        name for name, known in ((ACCESS, set(FAMILIES)), (SHELTER, {SHELTERED})) if given[name] - known
    ]
    families = tuple(family for value, family in FAMILIES.items() if value in given[ACCESS])
    return Reach(families, SHELTERED in given[SHELTER]), refused


def museums(asked: Reach, when: When) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the museums known to be as is asked on the days asked about, and those that may be."""
    if asked.families:
        found = [access.reachable(asked.families, days.first, days.last) for days in when.days(clock.today())]
        known = frozenset.intersection(*(one.known for one in found))
        possible = frozenset[int]().union(*(one.known | one.possible for one in found))
        yield known, possible - known
    if asked.is_sheltered:
        sheltering = access.sheltering()
        yield sheltering.known, sheltering.possible


def family_name(family: Family) -> str:
    """Return what a family is called."""
    return words.FAMILIES[family][page_language()]


def asked_families(families: Iterable[Family]) -> str:
    """Return whom is asked about, in words: `fauteuil roulant ou handicap visuel`."""
    first, *others = (family_name(family).lower() for family in families)
    for name in others:
        first = _("%(one)s ou %(other)s", one=first, other=name)
    return first


def asked_shelter() -> str:
    """Return that shelter is asked for, in words."""
    return _("à l’abri")


def reasons(asked: Reach, when: When, museum_ids: Iterable[int]) -> Mapping[int, str]:
    """Return what is known of each museum for what is asked: `Fauteuil roulant : en partie. Ascenseur : en panne…`."""
    today, language = clock.today(), page_language()
    day = next(iter(when.days(today))).first
    told: dict[int, str] = {}
    for id_, kept in access.of_many(museum_ids).items():
        said = []
        if asked.families:
            found = [access.family_state(kept.access, family, day) for family in asked.families]
            best = min((one for each in found for one in each.standings), key=_rank)
            said += [words.title(best, language), words.limit_words(best, day, today, language)]
        if asked.is_sheltered:
            share = kept.practical.measures.get(access.Measure.INDOOR_PERCENT)
            said.append(
                words.shelter_words(share, language) if share is not None else _("Abri non renseigné")
            )
        told[id_] = ". ".join(one for one in said if one)
    return told


def in_part_first(asked: Reach, when: When, museum_ids: Iterable[int]) -> list[int]:
    """Return museums in the same order, but those that are known to suit in part before those that have not said."""
    day = next(iter(when.days(clock.today()))).first
    ranks = {
        id_: min(
            (_BEST.index(access.family_state(kept.access, one, day).state) for one in asked.families),
            default=0,
        )
        for id_, kept in access.of_many(museum_ids).items()
    }
    return sorted(ranks, key=lambda id_: ranks[id_])


def _rank(standing: Standing) -> int:
    return _BEST.index(standing.state)
