"""Comparing a register with what we hold: nothing is guessed, nothing is lost, twice is once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.museums import register_file
from portal.domain.museums.register_file import (
    CurrentFacts,
    Encoding,
    Facts,
    Generation,
    Reason,
    Refusal,
    RegisterFile,
    RegisterRow,
    Shape,
    UnknownRegion,
    plan,
    same_fact,
)
from tests.reference_data import reference_bytes

MOON = Facts(
    official_name="musée de la Lune",
    street="1, rue du Croissant",
    place="",
    postcode="31000",
    town="Toulouse",
    departement="31",
    region="Occitanie",
    latitude=43.6,
    longitude=1.44,
    phone="05 61 00 00 01",
    website="https://www.lune.example/visite",
    domains=("Beaux-arts", "Histoire"),
)


def held(**facts):
    return CurrentFacts(replace(MOON, **facts))


def row(key="M9001", former_ref=None, **facts):
    return RegisterRow(2, key, former_ref, replace(MOON, **facts))


def register(*rows, refused=(), generation=Generation.MUSEOFILE_2021, complete=True):
    return RegisterFile(
        generation,
        Shape.CSV,
        Encoding.UTF_8,
        frozenset(),
        tuple(rows),
        tuple(refused),
        complete,
    )


def applied(current, outcome):
    """What we would hold once the plan is carried out."""
    after = dict(current)
    for new in outcome.created:
        after[new.museofile_id] = CurrentFacts(new.facts, new.former_ref)
    for key, changes in outcome.changed:
        facts = {name: new for name, (_, new) in changes.items() if name != "former_ref"}
        former_ref = changes.get("former_ref", (None, after[key].former_ref))[1]
        after[key] = replace(after[key], facts=replace(after[key].facts, **facts), former_ref=former_ref)
    for keys, archived in ((outcome.archived, True), (outcome.restored, False)):
        for key in keys:
            after[key] = replace(after[key], archived=archived)
    return after


def test_a_new_museum_is_created():
    outcome = plan({}, register(row()))
    assert [new.museofile_id for new in outcome.created] == ["M9001"]


def test_a_museum_that_agrees_is_unchanged():
    outcome = plan({"M9001": held()}, register(row()))
    assert outcome.is_empty
    assert outcome.unchanged == ["M9001"]


def test_a_change_says_before_and_after():
    outcome = plan({"M9001": held()}, register(row(street="2 rue du Croissant", latitude=43.7)))
    assert outcome.changed == [
        (
            "M9001",
            {
                "street": ("1, rue du Croissant", "2 rue du Croissant"),
                "latitude": (43.6, 43.7),
                "longitude": (1.44, 1.44),
            },
        ),
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"official_name": "MUSEE DE LA LUNE"},
        {"street": "1 RUE DU CROISSANT"},
        {"street": "", "postcode": None, "phone": "", "website": "", "domains": ()},
        {"place": "-"},
        {"latitude": None, "longitude": None},
        {"latitude": 43.6003},
        {"website": "http://lune.example/visite/"},
        {"phone": "05.61.00.00.01"},
        {"domains": ("histoire", "Beaux-Arts")},
    ],
)
def test_silence_and_other_spellings_keep_what_we_hold(said):
    assert plan({"M9001": held()}, register(row(**said))).is_empty


def test_another_page_of_the_same_site_is_another_address():
    outcome = plan({"M9001": held()}, register(row(website="https://lune.example/horaires")))
    assert list(outcome.changed[0][1]) == ["website"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cœur de Causse", "COEUR DE CAUSSE"),
        ("L'Isle-Jourdain", "L’ISLE  JOURDAIN"),
        ("", None),
        (("a", "b"), ("B", "a")),
    ],
)
def test_same_fact_ignores_case_accents_spacing_and_punctuation(one, other):
    assert same_fact(one, other)
    assert not same_fact(one, "something else")


def test_a_museum_gone_from_the_file_is_archived_once_and_restored_when_back():
    current = {"M9001": held(), "M9002": held()}
    gone = plan(current, register(row()))
    assert gone.archived == ["M9002"]
    later = applied(current, gone)
    assert plan(later, register(row())).is_empty
    assert plan(later, register(row(), row("M9002"))).restored == ["M9002"]


def test_a_museum_named_in_a_refused_row_is_not_gone():
    broken = Refusal(3, None, Reason.BROKEN_QUOTES, named=frozenset({"M9002", "3100001"}))
    current = {"M9001": held(), "M9002": held(), "M9003": replace(held(), former_ref="3100001")}
    outcome = plan(current, register(row(), refused=[broken]))
    assert outcome.archived == []
    assert outcome.refused == [broken]


def test_nothing_is_gone_from_one_page_of_an_answer():
    current = {"M9001": held(), "M9002": held()}
    assert plan(current, register(row(), complete=False)).archived == []


def test_only_the_chosen_region_is_compared():
    brittany = {"departement": "29", "region": "Bretagne"}
    current = {"M9001": held(), "M8001": held(**brittany), "M8002": held(**brittany)}
    file = register(row(phone="05 61 00 00 09"), row("M8001", phone="02 98 00 00 09", **brittany))
    outcome = plan(current, file, region="BRETAGNE")
    assert [key for key, _ in outcome.changed] == ["M8001"]
    assert outcome.archived == ["M8002"]


def test_a_file_without_a_row_of_the_region_says_nothing_about_it():
    assert plan({"M9001": held()}, register(row("M8001", region="Bretagne")), region="Occitanie").is_empty


def test_regions_are_known_by_any_spelling_and_unknown_ones_refused():
    paris = row("M7001", region="Île-de-France", departement="75")
    assert len(plan({}, register(paris), region="ile de france").created) == 1
    with pytest.raises(UnknownRegion):
        plan({}, register(paris), region="Septimanie")


def test_refusals_of_other_regions_are_left_out():
    refused = [
        Refusal(2, "M1", Reason.BAD_POSTCODE, region="Bretagne"),
        Refusal(3, None, Reason.SHIFTED_CELLS),
    ]
    outcome = plan({}, register(row(), refused=refused), region="Occitanie")
    assert [refusal.line for refusal in outcome.refused] == [3]


def test_former_references_resolve_and_unknown_ones_are_only_reported():
    current = {"M9001": replace(held(), former_ref="3155599"), "M9002": held()}
    file = register(
        row(None, "3155599", official_name="MUSEE DE LA LUNE", phone="05 61 00 00 09"),
        row(None, "3155598", official_name="Musée du Soleil"),
        generation=Generation.LIST_2021,
    )
    outcome = plan(current, file)
    assert [key for key, _ in outcome.changed] == ["M9001"]
    assert list(outcome.changed[0][1]) == ["phone"]
    assert [unknown.former_ref for unknown in outcome.unknown_refs] == ["3155598"]
    assert outcome.created == []
    # M9002 never had a former reference: that list could not have named it.
    assert outcome.archived == []


def test_a_withdrawn_appellation_archives_and_never_creates():
    gone = {"withdrawn_on": register_file.read(WITHDRAWN).rows[0].facts.withdrawn_on}
    current = {"M9001": held(), "M9002": replace(held(), archived=True)}
    outcome = plan(current, register(row(**gone), row("M9002", **gone), row("M9003", **gone)))
    assert outcome.archived == ["M9001"]
    assert (outcome.created, outcome.restored, outcome.changed) == ([], [], [])


WITHDRAWN = (
    b"nom_du_musee;ref_musee;date_retrait_appellation_par_haut_conseil\nMusee perdu;3417206;15/05/2014\n"
)

WORDS = st.text(alphabet="aàAÀ bBœ'’-/.:wh", max_size=8)
FACTS = st.builds(
    Facts,
    official_name=WORDS,
    street=st.none() | WORDS,
    town=st.none() | WORDS,
    region=st.sampled_from(["Occitanie", "Bretagne", None]),
    latitude=st.sampled_from([None, 43.6, 43.6002, 44.0]),
    longitude=st.just(1.44),
    website=st.none() | WORDS.map("https://www.".__add__),
    domains=st.none() | st.lists(WORDS, max_size=3).map(tuple),
    withdrawn_on=st.sampled_from([None, None, register_file.read(WITHDRAWN).rows[0].facts.withdrawn_on]),
)
KEYS = st.sampled_from([f"M900{n}" for n in range(6)])
REFS = st.none() | st.sampled_from(["3100001", "3100002"])


@given(
    held_facts=st.dictionaries(KEYS, st.builds(CurrentFacts, FACTS, REFS, st.booleans())),
    said=st.dictionaries(KEYS, st.tuples(FACTS, REFS)),
    region=st.sampled_from([None, "Occitanie"]),
)
def test_a_second_run_changes_nothing(held_facts, said, region):
    rows = [RegisterRow(2, key, ref, facts) for key, (facts, ref) in said.items()]
    after = applied(held_facts, plan(held_facts, register(*rows), region))
    assert plan(after, register(*rows), region).is_empty


def current_of(file):
    return {one.museofile_id: CurrentFacts(one.facts, one.former_ref) for one in file.rows}


def real(name):
    return register_file.read(reference_bytes(f"museofile/{name}"))


def test_the_2022_list_swaps_the_musee_atger_for_the_site_of_montans():
    outcome = plan(
        current_of(real("museofile_occitanie.csv")),
        real("variantes/liste-musees-de-france_occitanie_2022.csv"),
    )
    assert [new.museofile_id for new in outcome.created] == ["M1210"]
    assert outcome.archived == ["M1138"]


def test_the_2024_extract_brings_montans_and_lacks_the_musee_atger():
    extract = real("variantes/museofile_occitanie_2024-02_nouveau-format_extrait.csv")
    outcome = plan(current_of(real("museofile_occitanie.csv")), extract, region="Occitanie")
    assert [new.museofile_id for new in outcome.created] == ["M1210"]
    assert "M1138" in outcome.archived
    assert len(outcome.archived) == 132 - 32


def test_the_capitals_of_2021_change_no_name_and_no_town():
    current = current_of(real("variantes/liste-musees-de-france_occitanie_2022.csv"))
    outcome = plan(current, real("variantes/liste-musees-de-france_occitanie_2021.csv"))
    lost = {"town", "departement"} & {name for _, changes in outcome.changed for name in changes}
    assert lost == set()
    assert len(outcome.unknown_refs) == 5
    assert outcome.created == []


def test_france_adds_nothing_to_occitanie_held_from_the_same_file():
    current = current_of(real("museofile_occitanie.csv"))
    outcome = plan(current, real("museofile_france.csv"), region="OCCITANIE")
    assert outcome.is_empty
    assert len(outcome.unchanged) == 132
