"""Access said in both languages, made from facts: nothing to translate, nothing that can go stale."""

from datetime import date
from itertools import product

import pytest

from portal.domain.access import Comfort, Fact, Measure, Need
from portal.domain.access.snapshots import access_of, practical_of
from portal.web.kit import access as words
from portal.web.kit.access import words as vocabulary
from tests.accessible import TODAY, WHEELCHAIR, answers, outage, practical, told
from tests.architecture import occitan_rules as rules
from tests.architecture.occitan_spelling import misspelt, needs_dictionary


def said(need, language, outages=None, day=TODAY, **facts):
    found = words.all_needs(access_of(answers(**facts), outages), day, TODAY, language)
    one = next(each for each in found if each.need is need)
    return one.title, [line.plain(language) for line in one.lines]


def test_a_line_says_its_state_and_the_facts_behind_it():
    facts = {
        "entrance": "yes",
        "rooms": told("no", "L’étage compte 32 marches."),
        "lift": "no",
        "toilets": "yes",
        "wheelchair_loan": told("yes", "Deux, à l’accueil.", "Dos, a l’acuèlh."),
        "door_cm": "90",
    }

    assert said(Need.WHEELCHAIR, "fr", **facts) == (
        "Fauteuil roulant\u00a0: en partie",
        [
            "Entrée de plain-pied ou avec rampe, toilettes adaptées, porte de 90\u00a0cm",
            "Fauteuil roulant prêté\u00a0: Deux, à l’accueil.",
            "Pas d’ascenseur",
            "Pas toutes les salles en fauteuil\u00a0: L’étage compte 32 marches.",
        ],
    )
    title, lines = said(Need.WHEELCHAIR, "oc", **facts)
    assert title == "Fautuèlh rotlant\u00a0: en partida"
    assert lines[1] == "Fautuèlh rotlant prestat\u00a0: Dos, a l’acuèlh."


def test_what_nobody_said_asks_to_call_and_is_no_no():
    assert said(Need.COGNITIVE, "fr") == ("Handicap mental\u00a0: non renseigné", ["Appelez le musée"])
    assert said(Need.COGNITIVE, "oc") == ("Andicap mental\u00a0: pas indicat", ["Telefonatz al musèu"])
    assert said(Need.WHEELCHAIR, "fr", entrance="yes")[1][-1] == "Pour les salles, appelez le musée"


def test_an_outage_comes_first_with_its_end():
    outages = {"outages": [outage("lift", "2026-09-20", "2026-10-31", "Sonnez à la grille.")]}

    _, lines = said(Need.WHEELCHAIR, "fr", outages, entrance="yes", rooms="yes")
    assert lines[0] == "Ascenseur\u00a0: en panne jusqu’au 31 octobre\u00a0: Sonnez à la grille."
    _, lines = said(Need.WHEELCHAIR, "oc", outages, entrance="yes", rooms="yes")
    assert lines[0].startswith("Ascensor\u00a0: en pana fins al 31 d’octòbre")
    later = access_of(None, {"outages": [outage("toilets", "2026-11-03", "2027-01-09")]}).outages[0]
    assert words.outage_words(later, TODAY, TODAY, "fr").endswith(
        "hors service du 3 novembre 2026 au 9 janvier 2027"
    )


def test_a_mark_says_until_when():
    marked = {"marks": {"moteur": {"to": "2029-03-14"}}}

    assert said(Need.WHEELCHAIR, "fr", **marked)[1] == ["Marque Tourisme & Handicap jusqu’au 14 mars 2029"]
    assert said(Need.WHEELCHAIR, "oc", **marked)[1] == [
        "Marca Tourisme & Handicap fins al 14 de març de 2029"
    ]


@pytest.mark.parametrize(
    ("percent", "fr"),
    [
        (100, "Toute la visite est à l’abri"),
        (50, "Une bonne part de la visite à l’abri (50\u00a0%)"),
        (49, "Surtout dehors (49\u00a0% à l’abri)"),
        (0, "Toute la visite est dehors"),
    ],
)
def test_shelter_in_words(percent, fr):
    assert words.shelter_words(percent, "fr") == fr


def test_practical_facts_are_told_numbers_first_and_what_is_missing_last():
    kept = practical_of(
        practical(cafe="no", picnic=told("yes", "Dans le parc."), visit_minutes="90", station_metres="1200")
    )

    assert [line.plain("fr") for _, line in words.practical_lines(kept, "fr")] == [
        "Comptez 1\u00a0h\u00a030",
        "Gare à 1,2\u00a0km",
        "Aire de pique-nique\u00a0: Dans le parc.",
        "Pas de café",
    ]
    assert words.practical_lines(kept, "oc")[0][1].text == "Comptatz 1\u00a0h\u00a030"


def everything(language):
    for fact, is_yes in product([*Fact, *Comfort], (True, False)):
        yield words.fact_words(fact, is_yes=is_yes, language=language)
    for name in [*Fact, *Need]:
        one = access_of(None, {"outages": [outage(name.value, "2026-09-01", "2026-12-01")]}).outages[0]
        yield words.outage_words(one, TODAY, TODAY, language)
    for percent in (0, 20, 60, 100):
        yield words.measure_words(Measure.INDOOR_PERCENT, percent, language)
    for table in (vocabulary.FAMILIES, vocabulary.GROUPS, vocabulary.STATES, vocabulary.SOURCES):
        yield from (both[language] for both in table.values())
    for one in words.all_needs(access_of(WHEELCHAIR), date(2026, 10, 2), TODAY, language):
        yield from (one.title, *(line.text for line in one.lines))


def test_every_word_is_well_set_and_occitan_where_it_should_be():
    for text in everything("fr"):
        assert rules.typography_faults(text) == [], text
    for text in everything("oc"):
        plain = text.replace("Tourisme & Handicap", "").replace("acceslibre", "")
        assert rules.typography_faults(text) == [], text
        assert rules.language_faults(plain) == [], text


@needs_dictionary
def test_every_occitan_word_is_spelt_right():
    names = {"acceslibre", "braille", "audiodescripcion", "tourisme", "handicap"}
    wrong = {word for text in everything("oc") for word in misspelt(text)}

    assert {word.lower() for word in wrong} <= names
