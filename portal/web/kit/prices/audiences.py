"""For whom a price is, in words: `moins de 18 ans`, `enfants de 6 à 12 ans`, `groupes dès 10 personnes`."""

from collections.abc import Mapping

from portal.domain.admission import Audience, PriceLine
from portal.domain.admission.rows import NAMED
from portal.web.kit.languages import Language
from portal.web.kit.prices.pieces import Piece, own

GROWN_UP = 18

_NAMES: Mapping[Language, Mapping[Audience, str]] = {
    "fr": {
        Audience.FULL: "plein tarif",
        Audience.REDUCED: "tarif réduit",
        Audience.CHILD: "enfants",
        Audience.UNDER_18: "moins de 18 ans",
        Audience.YOUNG_EU: "18 – 25 ans de l’Union européenne",
        Audience.SENIOR: "seniors",
        Audience.STUDENT: "étudiants",
        Audience.JOB_SEEKER: "demandeurs d’emploi",
        Audience.MINIMUM_INCOME: "bénéficiaires des minima sociaux",
        Audience.DISABILITY: "personnes handicapées et leur accompagnant",
        Audience.TEACHER: "enseignants",
        Audience.FAMILY: "familles",
        Audience.GROUP: "groupes",
        Audience.SCHOOL: "groupes scolaires",
        Audience.RESIDENT: "habitants de la ville",
        Audience.PROFESSIONAL: "carte ICOM ou du ministère de la Culture",
        Audience.PASS: "pass",
        Audience.OTHER: "autres",
    },
    "oc": {
        Audience.FULL: "tarifa plena",
        Audience.REDUCED: "tarifa reducha",
        Audience.CHILD: "enfants",
        Audience.UNDER_18: "mens de 18 ans",
        Audience.YOUNG_EU: "18 – 25 ans de l’Union Europèa",
        Audience.SENIOR: "ainats",
        Audience.STUDENT: "estudiants",
        Audience.JOB_SEEKER: "demandaires d’emplec",
        Audience.MINIMUM_INCOME: "beneficiaris dels minims socials",
        Audience.DISABILITY: "personas en situacion d’andicap e lor acompanhaire",
        Audience.TEACHER: "ensenhaires",
        Audience.FAMILY: "familhas",
        Audience.GROUP: "grops",
        Audience.SCHOOL: "grops escolars",
        Audience.RESIDENT: "abitants de la vila",
        Audience.PROFESSIONAL: "carta ICOM o del ministèri de la Cultura",
        Audience.PASS: "pass",
        Audience.OTHER: "autres",
    },
}
_UNDER = {"fr": "moins de {} ans", "oc": "mens de {} ans"}
_BETWEEN = {"fr": "de {} à {} ans", "oc": "de {} a {} ans"}
_FROM = {"fr": "à partir de {} ans", "oc": "a partir de {} ans"}
_CHILDREN = {"fr": "enfants", "oc": "enfants"}
_GROUP = {"fr": "groupes dès {} personnes", "oc": "grops a partir de {} personas"}


def audience_words(line: PriceLine, language: Language) -> Piece:
    """Write for whom a line is, without a capital."""
    if line.audience in NAMED and line.name is not None:
        return own(line.name, language)
    if line.ages is not None and line.audience is not Audience.UNDER_18:
        return Piece(_ages(line, language), language)
    if line.group_min is not None:
        return Piece(_GROUP[language].format(line.group_min), language)
    return Piece(_NAMES[language][line.audience], language)


def _ages(line: PriceLine, language: Language) -> str:
    first, last = line.age_from, line.age_to
    if last is None:
        return _FROM[language].format(first)
    if not first:
        return _UNDER[language].format(last + 1)
    said = _BETWEEN[language].format(first, last)
    return f"{_CHILDREN[language]} {said}" if last < GROWN_UP else said
