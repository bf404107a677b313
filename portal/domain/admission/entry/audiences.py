"""For whom a price is, as people type it: `Plein tarif`, `moins de 18 ans`, `enfants de 6 à 12 ans`, `groupe dès 10`."""

import re
from dataclasses import dataclass

from portal.domain.admission.rows import OLDEST, Audience
from portal.domain.folding import fold

OLD_ENOUGH = 50
"""From this age on, `dès … ans` is said of elders."""


@dataclass(frozen=True, slots=True)
class Who:
    """What was understood; a name is to be kept as it was typed where nothing else says it."""

    audience: Audience
    age_from: int | None = None
    age_to: int | None = None
    group_min: int | None = None


_UNION = r"(de )?(l )?(union europe(enne|a)|ue|eu)"
_NAMES = {
    Audience.FULL: r"(tarif |tarifa )?(plein|normal|plena|normala)( tarif)?|(tarif )?adultes?|entree( plein tarif)?",
    Audience.REDUCED: r"tarif reduit|reduit|tarifa reducha|demi tarif",
    Audience.UNDER_18: r"mineurs?|menors?",
    Audience.CHILD: r"(tarif |tarifa )?(enfants?|jeunes?|joves?|jeune public)",
    Audience.YOUNG_EU: (
        rf"(jeunes |joves )?(de )?18 (a )?25 ans {_UNION}|(moins|mens) de 26 ans {_UNION}"
        r"|(jeunes )?(de )?18 (a )?25 ans (residents? (de )?)?(europeens?|l ue|l union europeenne)"
    ),
    Audience.SENIOR: r"(tarif )?(seniors?|retraites?|ainats?)",
    Audience.STUDENT: r"(tarif )?(etudiants?|etudiantes?|estudiants?)",
    Audience.JOB_SEEKER: r"demandeurs? d emploi|chomeurs?|demandaires? d emplec",
    Audience.MINIMUM_INCOME: (
        r"(beneficiaires? |beneficiaris )?(du |de l |des |dels )?"
        r"(minimas? sociaux|minims socials|rsa( et)? aspa|rsa|aspa)"
    ),
    Audience.DISABILITY: (
        r"(personnes? |personas? )?"
        r"(handicapees?|en situation de handicap|en situacion d andicap|a mobilite reduite|carte mobilite( inclusion)?)"
        r"( (et|e) (leurs? |un |son |lor )?(accompagnateurs?|accompagnants?|acompanhaires?))?"
    ),
    Audience.TEACHER: r"enseignants?|enseignantes?|professeurs?|pass education|ensenhaires?",
    Audience.FAMILY: r"(tarif |forfait |billet )?(familles?|familhas?)",
    Audience.SCHOOL: r"(groupes? |tarif )?scolaires?|ecoles?|grops? escolars?|classes?",
    Audience.RESIDENT: r"(habitants?|residents?)( de la (ville|commune))?|abitants?( de la vila)?",
    Audience.PROFESSIONAL: (
        r"(cartes? |cartas? )?(icom|(ministere|ministeri)( de la cultura?e?)?)"
        r"( (et|ou|o|e) (du |del )?(icom|(ministere|ministeri)( de la cultura?e?)?))?"
    ),
}
_KNOWN = [(audience, re.compile(pattern)) for audience, pattern in _NAMES.items()]
_PEOPLE = r"(?:tarif |tarifa )?(?:enfants?|jeunes?|joves?|personnes?|personas?|seniors?|ados?|adolescents?)?"
_AGE = r"(?P<{}>[0-9]{{1,3}})"
_UNDER = re.compile(rf"{_PEOPLE} ?(?:de |d )?(?:moins|mens) (?:de|d) {_AGE.format('to')}(?: ans?)?")
_UNTIL = re.compile(rf"{_PEOPLE} ?(?:jusqu a|fins a) {_AGE.format('to')}(?: ans?)?(?: inclus)?")
_BETWEEN = re.compile(
    rf"{_PEOPLE} ?(?:de |entre )?{_AGE.format('from')}(?: ans?)? (?:a|et|e) {_AGE.format('to')} ans?|{_PEOPLE} ?{_AGE.format('first')} {_AGE.format('last')} ans?"
)
_FROM = re.compile(
    rf"{_PEOPLE} ?(?:des|a partir de|a partir d|plus de|mai de) {_AGE.format('from')} ans?(?: et plus)?|{_PEOPLE} ?{_AGE.format('more')} ans et plus"
)
_GROUP = re.compile(
    r"(?:tarif (?:de )?|tarifa de )?(?:groupes?|grops?)(?: (?:adultes?))?(?: (?:des|a partir de|de|d au moins|minimum|de plus de) (?P<min>[0-9]{1,5})(?: personnes?| personas?| pers)?(?: et plus| minimum)?)?"
)
_PASS = re.compile(r"(?:carte |city )?pass(?:e)? .+|pass|.+ pass|carte musees.*")


def audience(text: str) -> Who:
    """Read for whom a price is; whatever no language knows is the museum's own words (`Audience.OTHER`)."""
    spelt = fold(text)
    return _known(spelt) or _aged(spelt) or _of_group(spelt) or _named(spelt)


def _known(spelt: str) -> Who | None:
    found = next((audience for audience, pattern in _KNOWN if pattern.fullmatch(spelt)), None)
    return None if found is None else Who(found)


def _aged(spelt: str) -> Who | None:
    if match := _UNDER.fullmatch(spelt):
        age = int(match["to"])
        return Who(Audience.UNDER_18) if age == 18 else Who(Audience.CHILD, age_to=age - 1)
    if match := _UNTIL.fullmatch(spelt):
        return Who(Audience.CHILD, age_to=int(match["to"]))
    if match := _BETWEEN.fullmatch(spelt):
        first, last = match["from"] or match["first"], match["to"] or match["last"]
        return Who(Audience.CHILD, int(first), int(last))
    if match := _FROM.fullmatch(spelt):
        age = int(match["from"] or match["more"])
        return Who(Audience.SENIOR if OLD_ENOUGH <= age <= OLDEST else Audience.CHILD, age_from=age)
    return None


def _of_group(spelt: str) -> Who | None:
    match = _GROUP.fullmatch(spelt)
    return (
        None if match is None else Who(Audience.GROUP, group_min=int(match["min"]) if match["min"] else None)
    )


def _named(spelt: str) -> Who:
    return Who(Audience.PASS if _PASS.fullmatch(spelt) else Audience.OTHER)
