"""What people type, and what they find; on both databases."""

import pytest
from sqlalchemy import select

from portal.db import db
from portal.domain import search
from portal.domain.museums import Museum
from portal.domain.search import Kind
from tests.domain.search.conftest import reading

pytestmark = pytest.mark.usefixtures("found_app")


def slugs(query):
    named = {museum.id: museum.slug for museum in db.session.execute(select(Museum.id, Museum.slug))}
    return [named[number] for number in search.museum_ids(query)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("musee toulouse lautrec", "musee-toulouse-lautrec"),
        ("MUSÉE  Toulouse-Lautrec", "musee-toulouse-lautrec"),
        ("toulouselautrec", "musee-toulouse-lautrec"),
        ("castres goya", "musee-goya"),
        ("musèu Goya", "musee-goya"),
        ("goya castras", "musee-goya"),
        ("champolion", "musee-champollion"),
        ("champollion figac", "musee-champollion"),
        ("écritures du monde", "musee-champollion"),
        ("Montalban", "musee-ingres-bourdelle"),
        ("ingres-bourdelle", "musee-ingres-bourdelle"),
        ("prehistoire", "musee-de-la-prehistoire-mas-d-azil"),
        ("prehistorie mas azil", "musee-de-la-prehistoire-mas-d-azil"),
        ("lo mas d'asilh", "musee-de-la-prehistoire-mas-d-azil"),
        ("l'ephebe", "musee-de-l-ephebe"),
        ("L’ÉPHÈBE", "musee-de-l-ephebe"),
        ("lephebe", "musee-de-l-ephebe"),
        ("cap d'agde ephebe", "musee-de-l-ephebe"),
        ("Perpinyà", "musee-archeologique-de-ruscino"),
        ("Perpinhan", "musee-archeologique-de-ruscino"),
        ("st lizier", "musee-du-palais-des-eveques"),
        ("saintlizier", "musee-du-palais-des-eveques"),
        ("beaux arts nimes", "musee-des-beaux-arts-nimes"),
        ("beauxarts nimes", "musee-des-beaux-arts-nimes"),
        ("musées des beaux-arts de Nîmes", "musee-des-beaux-arts-nimes"),
        ("81000", "musee-toulouse-lautrec"),
        ("palais de la berbie", "musee-toulouse-lautrec"),
        ("lautrek", "musee-toulouse-lautrec"),
        ("sant lisièr", "musee-du-palais-des-eveques"),
        ("sta llocaia", "musee-de-cerdagne"),
        ("ste leocadie", "musee-de-cerdagne"),
        ("Talteüll", "musee-de-prehistoire-tautavel"),
        ("tautavel", "musee-de-prehistoire-tautavel"),
        ("mœurs et coutumes", "musee-des-moeurs-et-coutumes"),
        ("moeurs coutumes espalion", "musee-des-moeurs-et-coutumes"),
        ("abattoirs", "les-abattoirs"),
        ("musée les abattoirs", "les-abattoirs"),
        ("soulages", "musee-soulages"),
        ("Rodés soulage", "musee-soulages"),
        ("fabre montpelhièr", "musee-fabre"),
        ("narbo via", "narbo-via"),
        ("muséum bigorre", "museum-bagneres-de-bigorre"),
        ("Bigòrra museum", "museum-bagneres-de-bigorre"),
        ("jaures", "musee-jean-jaures"),
        ("plein air du quercy", "ecomusee-de-cuzals"),
        ("labastide-murat", "musee-murat"),
        ("textile tarn", "musee-du-textile-labastide-rouairoux"),
        ("Lozèra gevaudan", "musee-du-gevaudan"),
        ("uxellodunum", "musee-d-uxellodunum-vayrac"),
        ("art modern ceret", "musee-d-art-moderne-ceret"),
        ("rabast", "musee-du-pays-rabastinois"),
    ],
)
def test_a_museum_is_found(typed, first):
    assert slugs(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("musee", 132),
        ("musèu", 132),
        ("Tolosa", 8),
        ("prehistoire", 11),
        ("Peintre cubiste de Zanzibar", 0),
        ("", 0),
        ("🎨", 0),
    ],
)
def test_as_many_museums_answer(typed, count):
    assert len(search.museum_ids(typed)) == count


@pytest.mark.parametrize("other", ["Toulouse", "TOULOUSE", "tolosa", "Tolosa"])
def test_every_museum_of_a_town_answers_to_all_its_names(other):
    of_town = set(slugs("Toulouse")) & set(slugs("haute-garonne"))

    assert of_town - set(slugs(other)) == set()


def test_a_whole_title_goes_first():
    assert slugs("Musée Goya") == ["musee-goya"]
    hits = search.find("Textile")
    assert hits[0].kind is Kind.THEME


def test_a_title_goes_before_other_words_and_a_word_before_its_beginning():
    found = slugs("archeologie")

    assert found.index("musee-d-archeologie-roquefort") < found.index("musee-fenaille")
    assert slugs("mur")[0] == "musee-murat"


def test_equals_come_in_the_order_of_the_guide():
    names = {museum.slug: museum.usage_name for museum in db.session.scalars(select(Museum))}
    found = [
        names[slug].fr
        for slug in slugs("muséum d’histoire naturelle")
        if "histoire naturelle" in names[slug].fr
    ]

    assert found == sorted(found)
    assert len(found) == 4


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("peintrue", "peinture"),
        ("champolion", "champollion"),
        ("lephebe", "éphèbe"),
        ("toulouze lautrec", "toulouse lautrec"),
        ("beauxarts", "beaux arts"),
        ("champollion", None),
        ("goya", None),
        ("zzzzzzzz", None),
        ("12345", None),
        ("", None),
    ],
)
def test_what_was_meant_is_told_only_where_what_was_typed_finds_nothing(typed, meant):
    assert search.did_you_mean(typed) == meant


def test_kinds_and_language_narrow_the_answers():
    assert {hit.kind for hit in search.find("toulouse")} == {Kind.MUSEUM, Kind.TOWN}
    assert {hit.kind for hit in search.find("toulouse", kinds={Kind.TOWN})} == {Kind.TOWN}
    assert search.find("Tolosa", language="oc")[0].kind is Kind.TOWN
    assert len(search.find("musee", limit=5)) == 5


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        '"goya',
        "goya'",
        "NEAR(goya castres)",
        "goya AND castres",
        "goya OR castres",
        "NOT goya",
        "title:goya",
        "goya*",
        "^goya",
        "-goya",
        "goya & castres",
        "goya | !castres",
        "goya:*",
        "goya <-> castres",
        "('goya')",
        "\\goya\\",
        "%goya_",
        "goya\0castres",
        "\ud800goya",
        "goya 🎨",
        "{goya}",
        "goya; DROP TABLE museum",
        "x" * 1_000_000,
        "goya " * 200_000,
        "' OR 1=1 --",
        "１２３",
    ],
)
def test_no_query_breaks_the_search(hostile):
    for hit in search.find(hostile):
        assert hit.score > 0
    search.did_you_mean(hostile)
    search.suggest(hostile, "fr")


def test_operators_are_words_like_others():
    assert slugs('"goya" (castres)') == ["musee-goya"]
    assert slugs("goya* AND castres") == []


def proposed(prefix, language="fr"):
    return [(one.kind, one.title) for one in search.suggest(prefix, language)]


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("tou", "fr", (Kind.TOWN, "Toulouse")),
        ("tolosa", "fr", (Kind.TOWN, "Toulouse")),
        ("tou", "oc", (Kind.TOWN, "Tolosa")),
        ("arch", "fr", (Kind.THEME, "Archéologie")),
        ("arq", "oc", (Kind.THEME, "Arqueologia")),
        ("goy", "fr", (Kind.MUSEUM, "Musée Goya")),
        ("castres g", "fr", (Kind.MUSEUM, "Musée Goya")),
        ("le v", "fr", (Kind.TOWN, "Le Vigan")),
        ("Les m", "fr", (Kind.TOWN, "Les Matelles")),
        ("st liz", "fr", (Kind.TOWN, "Saint-Lizier")),
        ("musée des beaux-arts de n", "fr", (Kind.MUSEUM, "Musée des Beaux-Arts de Nîmes")),
        ("8100", "fr", (Kind.TOWN, "Albi")),
    ],
)
def test_what_is_being_typed_is_proposed(typed, language, first):
    assert proposed(typed, language)[0] == first


def test_suggestions_are_few_and_tell_namesakes_apart():
    found = search.suggest("musée", "fr")

    assert len(found) == 8
    assert all(one.detail for one in found)
    assert search.suggest("perpi", "oc")[0].title_language == "ca"
    assert search.suggest("", "fr") == []
    assert search.suggest("zzz", "fr") == []


def test_a_page_is_named_by_its_address_part():
    assert search.suggest("albi", "fr")[0].slug == "albi"


def test_suggesting_costs_one_statement(found_app, count_statements):
    search.suggest("tou", "fr")
    with count_statements() as statements:
        search.suggest("mus", "fr")
    assert len(statements) == 1


def test_finding_costs_two_statements_and_finding_the_same_again_one(found_app, count_statements):
    search.find("goya")
    with count_statements() as first:
        search.find("auch")
    with count_statements() as second:
        search.find("goya")
    assert len(second) == 1
    assert len(first) == 2


def test_reading_again_in_another_session_finds_the_same(found_app):
    before = slugs("musee")
    with reading(found_app):
        assert slugs("musee") == before
