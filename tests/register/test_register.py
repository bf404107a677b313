"""The shipped tables agree with themselves, with each other, and with the published register."""

import re
from collections import Counter

import pytest

from portal import register
from portal.domain.museums import register_file
from portal.domain.museums.register_file.normalise import fold
from portal.register import read
from tests.reference_data import reference_bytes

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TABLES = ("departements", "domain_spellings", "labels", "museums", "themes", "towns")
MUSEUMS, TOWNS, THEMES = read("museums"), read("towns"), read("themes")
DEPARTEMENTS, LABELS = read("departements"), read("labels")
SPELLINGS = {row["spelling"]: row["theme"] for row in read("domain_spellings")}


def listed(cell):
    return [part for part in cell.split(";") if part]


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_plain_tidy_csv(name):
    data = (register.resources.files(register) / f"{name}.csv").read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    for row in read(name):
        assert None not in row
        assert all(cell == cell.strip() for cell in row.values())


def test_reading_twice_gives_rows_nobody_else_holds():
    read("themes")[0]["slug"] = "changed"
    assert read("themes")[0]["slug"] == "beaux-arts"


def test_counts_of_france_and_of_the_association():
    assert len(MUSEUMS) == 132
    assert len(TOWNS) == 98
    assert len(DEPARTEMENTS) == 107
    assert len(THEMES) == 15
    assert {row["departement"] for row in TOWNS} == {d["code"] for d in DEPARTEMENTS if d["name_oc"]}
    assert len({d["code"] for d in DEPARTEMENTS if d["region"] == "Occitanie"}) == 13
    assert (
        len({d["region"] for d in DEPARTEMENTS}) == 24
    )  # eighteen regions, and six overseas communities that are in none


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("museums", "museofile_id"),
        ("museums", "slug"),
        ("museums", "usage_name"),
        ("towns", "insee"),
        ("towns", "slug"),
        ("departements", "code"),
        ("departements", "slug"),
        ("themes", "slug"),
        ("themes", "position"),
        ("labels", "slug"),
        ("domain_spellings", "spelling"),
    ],
)
def test_keys_are_unique(name, column):
    counts = Counter(row[column] for row in read(name))
    assert [value for value, count in counts.items() if count > 1] == []
    assert all(counts)


def test_slugs_are_addresses():
    for table in (MUSEUMS, TOWNS, THEMES, LABELS, DEPARTEMENTS):
        for row in table:
            assert SLUG.fullmatch(row["slug"]), row["slug"]


def test_former_references_are_unique_and_keep_their_zero():
    refs = [row["former_ref"] for row in MUSEUMS if row["former_ref"]]
    assert all(re.fullmatch(r"\d{7}", ref) for ref in refs)
    assert len(refs) == len(set(refs)) == 130
    assert any(ref.startswith("0") for ref in refs)


def test_every_museum_stands_in_a_known_town_and_in_occitanie():
    towns = {row["insee"]: row for row in TOWNS}
    for row in MUSEUMS:
        town = towns[row["insee"]]
        assert row["postcode"][:2] == town["departement"] == row["insee"][:2]
        assert 42.3 < float(row["latitude"]) < 45.1
        assert -0.4 < float(row["longitude"]) < 4.9
    assert {row["insee"] for row in MUSEUMS} == set(towns)


def test_towns_have_postcodes_and_coordinates_of_occitanie():
    for row in TOWNS:
        codes = listed(row["postcodes"])
        assert codes
        assert all(re.fullmatch(row["departement"] + r"\d{3}", code) for code in codes)
        assert 42.3 < float(row["latitude"]) < 45.1
        assert -0.4 < float(row["longitude"]) < 4.9


def test_phones_and_websites_have_one_shape():
    for row in MUSEUMS:
        assert re.fullmatch(r"0\d( \d\d){4}", row["phone"]), row
        if row["website"]:
            assert re.fullmatch(r"https?://[^\s/#]+\.[a-z]+(/\S*)?", row["website"]), row
            assert not row["website"].endswith(("#", "/#"))
    assert sum(bool(row["website"]) for row in MUSEUMS) == 122


def test_themes_of_museums_are_known_and_cover_their_domains():
    themes = {row["slug"] for row in THEMES}
    assert set(SPELLINGS.values()) <= themes
    for row in MUSEUMS:
        shown = [row["principal_theme"], *listed(row["other_themes"])]
        assert len(shown) == len(set(shown))
        assert set(filter(None, shown)) <= themes
        assert {SPELLINGS[domain] for domain in listed(row["domains"])} <= set(shown)


def test_only_the_museum_of_which_nothing_is_said_has_no_theme():
    assert [row["museofile_id"] for row in MUSEUMS if not row["principal_theme"]] == ["M0589"]


def test_labels_are_known_and_everybody_is_a_musee_de_france():
    known = {row["slug"] for row in LABELS}
    for row in MUSEUMS:
        labels = listed(row["labels"])
        assert labels[0] == "musee-de-france"
        assert set(labels) <= known
    counts = Counter(label for row in MUSEUMS for label in listed(row["labels"]))
    assert counts == {"musee-de-france": 132, "monument-historique": 48, "maison-des-illustres": 4}


def test_usage_names_are_what_a_sign_would_say():
    for row in MUSEUMS:
        name = row["usage_name"]
        assert name[0].isupper()
        assert "'" not in name
        assert " - " not in name
        assert fold(name) not in {"musee municipal", "musee archeologique", "musee de prehistoire"}


def test_no_two_museums_of_one_town_are_alike():
    names = Counter((row["insee"], fold(row["usage_name"])) for row in MUSEUMS)
    assert max(names.values()) == 1


def test_local_names_are_catalan_in_the_catalan_country_and_occitan_elsewhere():
    for row in TOWNS:
        if not row["name_local"]:
            assert row["local_language"] == ""
        else:
            assert row["local_language"] == ("ca" if row["departement"] == "66" else "oc")
    local = {row["insee"]: row["name_local"] for row in TOWNS}
    assert local["66136"] == "Perpinyà"
    assert local["31555"] == "Tolosa"
    assert local["81062"] == ""  # nothing attests a local name of Fontrieu


def test_register_spellings_lead_to_one_town_each():
    owners = {}
    for row in TOWNS:
        for spelling in {fold(one) for one in (row["name"], *listed(row["register_spellings"]))}:
            assert owners.setdefault((row["departement"], spelling), row["insee"]) == row["insee"]


def test_museums_agree_with_the_published_register():
    published = register_file.read(reference_bytes("museofile/museofile_occitanie.csv"))
    ours = {row["museofile_id"]: row for row in MUSEUMS}
    insee = {row["name"]: row["insee"] for row in TOWNS}
    assert {row.museofile_id for row in published.rows} == set(ours)
    for row in published.rows:
        facts, held = row.facts, ours[row.museofile_id]
        assert held["official_name"] == facts.official_name
        assert (held["street"], held["place"]) == (facts.street, facts.place)
        assert held["postcode"] == (facts.postcode or "81000")
        assert held["insee"] == insee[facts.town]
        assert (float(held["latitude"]), float(held["longitude"])) == (facts.latitude, facts.longitude)
        assert (held["phone"], held["website"]) == (facts.phone, facts.website)
        assert tuple(listed(held["domains"])) == facts.domains


def test_former_references_agree_with_the_2022_list():
    published = register_file.read(
        reference_bytes("museofile/variantes/liste-musees-de-france_occitanie_2022.csv"),
    )
    refs = {row.museofile_id: row.former_ref or "" for row in published.rows}
    assert all(row["former_ref"] == refs.get(row["museofile_id"], "") for row in MUSEUMS)


def test_every_domain_spelling_of_france_has_a_theme_or_is_left_out_knowingly():
    published = register_file.read(reference_bytes("museofile/museofile_france.csv"))
    spelled = {domain for row in published.rows for domain in row.facts.domains}
    assert spelled - set(SPELLINGS) == {"Musique", "Musique - chant - danse"}
