"""Every published generation of the register is read, and every row that cannot be trusted is named."""

import json
import time
from datetime import date

import pytest

from portal.domain.museums import register_file
from portal.domain.museums.register_file import Encoding, Generation, NotARegister, Reason, Shape
from tests.reference_data import reference_bytes

HEADERS_2021 = (
    "ref;latitude;longitude;adrl1_m;an_creat;artiste;atout;autnom;categ;cp_m;dmaj;dompal;dpt;hist;interet;"
    "lieu_m;nomoff;phare;prot_bat;prot_esp;refmer;region;tel_m;themes;url_m;ville_m;geolocalisation_latlong"
)
HEADERS_2024 = (
    "Identifiant;Nom_officiel;Adresse;Lieu;Code_postal;Ville;Departement;Région;URL;Telephone;"
    "Domaine_thematique;Coordonnees"
)
MOON = {
    "ref": "M9001",
    "latitude": "43.6",
    "longitude": "1.44",
    "adrl1_m": "1 rue du Croissant",
    "cp_m": "31000",
    "dompal": '"Beaux-arts;Histoire"',
    "dpt": "Haute-Garonne",
    "nomoff": "musée de la Lune",
    "region": "Occitanie",
    "tel_m": "05 61 00 00 01/61 00 00 02",
    "url_m": "www.lune.example/#",
    "ville_m": "TOULOUSE Cedex 5",
}


def line_2021(**cells):
    values = MOON | cells
    return ";".join(values.get(header, "") for header in HEADERS_2021.split(";"))


def file_2021(*lines, end="\n"):
    return end.join([HEADERS_2021, *lines, ""]).encode()


def only_refusal(data):
    file = register_file.read(data)
    assert file.rows == ()
    (refusal,) = file.refused
    return refusal


def test_the_27_short_columns():
    file = register_file.read(file_2021(line_2021()))
    (row,) = file.rows
    facts = row.facts
    assert (file.generation, file.shape, file.encoding) == (
        Generation.MUSEOFILE_2021,
        Shape.CSV,
        Encoding.UTF_8,
    )
    assert (row.line, row.museofile_id, row.former_ref) == (2, "M9001", None)
    assert (facts.official_name, facts.street, facts.place) == ("musée de la Lune", "1 rue du Croissant", "")
    assert (facts.town, facts.departement, facts.region) == ("Toulouse", "31", "Occitanie")
    assert (facts.latitude, facts.longitude) == (43.6, 1.44)
    assert (facts.phone, facts.website) == ("05 61 00 00 01", "https://www.lune.example")
    assert facts.domains == ("Beaux-arts", "Histoire")
    assert facts.withdrawn_on is None
    assert "withdrawn_on" not in file.carries


def test_the_french_headers_of_2019_carry_no_separate_coordinates():
    data = (
        "Identifiant;Adresse;Code Postal;Domaine thématique;Département;Lieu;Nom officiel;Nom usage;Région;"
        "Téléphone;URL;Ville;geolocalisation\n"
        "M9001;1 rue du Croissant;81000;Histoire;Tarn;;musée de la Lune;;Occitanie;0563000001;;ALBI;"
        '"43.92,2.14"\n'
    )
    file = register_file.read(data.encode())
    assert file.generation is Generation.MUSEOFILE_2019
    facts = file.rows[0].facts
    assert (facts.latitude, facts.longitude, facts.phone) == (43.92, 2.14, "05 63 00 00 01")
    assert facts.website == ""
    assert facts.town == "Albi"


def test_the_accented_headers_of_2024_with_bom_crlf_and_commas_in_lists():
    data = (
        f"\ufeff{HEADERS_2024}\r\n"
        "M9001;musée de la Lune;;Tour;81003 cedex;Albi;Tarn;Occitanie;http://lune.example;05 63 00 00 01;"
        "Archéologie, Arts de l'Islam,Histoire;43.92, 2.14\r\n"
    )
    file = register_file.read(data.encode())
    assert (file.generation, file.encoding) == (Generation.MUSEOFILE_2024, Encoding.UTF_8_BOM)
    facts = file.rows[0].facts
    assert facts.domains == ("Archéologie", "Arts de l'Islam", "Histoire")
    assert (facts.postcode, facts.street, facts.website) == ("81003", "", "http://lune.example")
    assert (facts.latitude, facts.longitude) == (43.92, 2.14)


def test_a_domain_that_holds_commas_is_not_cut():
    whole = "Esclavage, société de plantation, histoire de La Réunion, colonisation, industrie sucrière"
    row = f"M9001;musée du Sucre;;;97400;Saint-Denis;La Réunion;;;;Histoire, {whole};-20.9, 55.45"
    (read,) = register_file.read(f"{HEADERS_2024}\n{row}\n".encode()).rows
    assert read.facts.domains == ("Histoire", whole)
    assert read.facts.region == "La Réunion"


def test_the_2021_list_has_only_former_references_and_withdrawals():
    data = (
        "nom_du_musee;ref_musee;adr;cp;ville;telephone1;fax;sitweb;periode_ouverture;"
        "date_retrait_appellation_par_haut_conseil;region;departement;coordonnees_finales\n"
        "Musée de la Lune;0910001;1 rue;09000;FOIX Cedex;0561000001;;;Fermé;;OCCITANIE;ARIEGE;\n"
        "Musée du Soleil;0910002;;;FOIX;;;;;2017-04-03 00:00:00;HAUTS-DE-France;NORD;\n"
    )
    file = register_file.read(data.encode())
    moon, sun = file.rows
    assert file.generation is Generation.LIST_2021
    assert (moon.museofile_id, moon.former_ref) == (None, "0910001")
    assert (moon.facts.town, moon.facts.departement, moon.facts.region) == ("Foix", "09", "Occitanie")
    assert moon.facts.latitude is None
    assert moon.facts.domains is None
    assert sun.facts.withdrawn_on == date(2017, 4, 3)
    assert sun.facts.region == "Hauts-de-France"


def test_the_2022_list_in_csv_with_commas_and_other_cases():
    data = (
        "Region_Administrative,DÉPARTEMENT,identifiant_museofile,commune,nom_officiel_du_musee,adresse,lieu,"
        "code_postal,telephone,url,latitude,longitude,ref_deps,geolocalisation\r\n"
        'Occitanie,Tarn,m9001,Cordes,musée de la Lune,"1, rue",,81170,,,44.06,1.95,8106901,"44.06,1.95"\r\n'
    )
    (row,) = register_file.read(data.encode()).rows
    assert (row.museofile_id, row.former_ref, row.facts.town) == ("M9001", "8106901", "Cordes-sur-Ciel")


RECORD = {
    "identifiant_museofile": "M9001",
    "nom_officiel_du_musee": "musée de la Lune",
    "commune": "Lastours",
    "departement": "Aude",
    "region_administrative": "Occitanie",
    "code_postal": "11600",
    "ref_deps": "1119401",
}


@pytest.mark.parametrize(
    "document",
    [
        [{"fields": RECORD | {"geolocalisation": [43.33, 2.38]}}],
        [{"fields": RECORD, "geometry": {"type": "Point", "coordinates": [2.38, 43.33]}}],
        {"nhits": 1, "records": [{"fields": RECORD | {"latitude": 43.33, "longitude": 2.38}}]},
        {"total_count": 1, "results": [RECORD | {"geolocalisation": {"lon": 2.38, "lat": 43.33}}]},
        [RECORD | {"geolocalisation": "43.33, 2.38"}],
    ],
)
def test_the_2022_list_in_json_of_both_versions(document):
    file = register_file.read(json.dumps(document).encode())
    (row,) = file.rows
    assert file.generation is Generation.LIST_2022
    assert file.complete
    assert (row.line, row.museofile_id, row.former_ref) == (1, "M9001", "1119401")
    assert (row.facts.latitude, row.facts.longitude) == (43.33, 2.38)


def test_one_page_of_an_answer_is_known_to_be_incomplete():
    page = {"total_count": 1212, "results": [RECORD | {"geolocalisation": None}]}
    file = register_file.read(json.dumps(page).encode())
    assert not file.complete
    assert file.rows[0].facts.latitude is None


def test_windows_1252_is_read_and_stated():
    file = register_file.read(file_2021(line_2021(nomoff="musée de l’Étoile")).decode().encode("cp1252"))
    assert file.encoding is Encoding.WINDOWS_1252
    assert file.rows[0].facts.official_name == "musée de l’Étoile"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("lune.example/", "https://lune.example"),
        ("HTTP://Lune.example/Visite", "http://lune.example/Visite"),
        ("lune.example/musees#/annuaire/1", "https://lune.example/musees#/annuaire/1"),
        ("lune.example, soleil.example", "https://lune.example"),
        ("accueil@lune.example", ""),
        ("javascript:alert(1)", ""),
        ("non communiqué", ""),
    ],
)
def test_websites_are_complete_addresses_or_nothing(written, read):
    facts = register_file.read(file_2021(line_2021(url_m=written))).rows[0].facts
    assert facts.website == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("05  61 22 21 82", "05 61 22 21 82"),
        ("+33 (0)5.61.22.21.82", "05 61 22 21 82"),
        ("05 61 22 21 82 (accueil) 05 61 22 21 83", "05 61 22 21 82"),
        ("3975", ""),
    ],
)
def test_phones_are_the_first_french_number_in_pairs(written, read):
    facts = register_file.read(file_2021(line_2021(tel_m=written))).rows[0].facts
    assert facts.phone == read


def test_a_row_is_found_by_the_line_where_it_begins():
    story = line_2021(atout='"first\r\nsecond ""quoted"";\r\nthird"')
    file = register_file.read(
        file_2021(story, line_2021(ref="M9002"), "", line_2021(ref="M9003"), end="\r\n")
    )
    assert [row.line for row in file.rows] == [2, 5, 7]


def test_overseas_postcodes_and_coordinates_are_of_france():
    data = file_2021(
        line_2021(cp_m="97133", dpt="Guadeloupe", region="DROM", latitude="15.9", longitude="-61.3"),
    )
    facts = register_file.read(data).rows[0].facts
    assert (facts.postcode, facts.departement, facts.region) == ("97133", "971", "Guadeloupe")


@pytest.mark.parametrize(
    ("cells", "reason", "detail"),
    [
        ({"cp_m": "9000"}, Reason.BAD_POSTCODE, {"value": "9000"}),
        ({"cp_m": "3100O"}, Reason.BAD_POSTCODE, {"value": "3100O"}),
        ({"latitude": "1.44", "longitude": "43.6"}, Reason.OUTSIDE_FRANCE, {"value": "1.44,43.6"}),
        ({"latitude": "0", "longitude": "0"}, Reason.OUTSIDE_FRANCE, {"value": "0,0"}),
        ({"latitude": "north"}, Reason.BAD_COORDINATES, {"value": "north,1.44"}),
        ({"longitude": ""}, Reason.BAD_COORDINATES, {"value": "43.6,"}),
        ({"nomoff": "  "}, Reason.MISSING_NAME, {}),
        ({"ref": ""}, Reason.MISSING_ID, {}),
        ({"ref": "M901"}, Reason.BAD_ID, {"value": "M901"}),
        ({"ref": "9001"}, Reason.BAD_ID, {"value": "9001"}),
        ({"ref": "M９００１"}, Reason.BAD_ID, {"value": "M９００１"}),
        ({"cp_m": "٣١٠٠٠"}, Reason.BAD_POSTCODE, {"value": "٣١٠٠٠"}),
        ({"hist": "a" * 100_001}, Reason.CELL_TOO_LONG, {"length": 100_001, "limit": 100_000}),
    ],
)
def test_a_row_that_cannot_be_trusted_is_refused_with_its_values(cells, reason, detail):
    refusal = only_refusal(file_2021(line_2021(**cells)))
    assert (refusal.line, refusal.reason, refusal.detail) == (2, reason, detail)
    assert refusal.region == "Occitanie"


def test_shifted_cells_name_every_museum_they_may_hold():
    refusal = only_refusal(file_2021("left over;" + line_2021()))
    assert (refusal.reason, refusal.detail) == (Reason.SHIFTED_CELLS, {"expected": 27, "found": 28})
    assert refusal.named == {"M9001"}
    assert refusal.region is None


def test_a_second_row_of_one_museum_is_refused():
    file = register_file.read(file_2021(line_2021(), line_2021(ref="m9001 ")))
    (refusal,) = file.refused
    assert (refusal.reason, refusal.line) == (Reason.DUPLICATE_ID, 3)
    assert refusal.detail == {"value": "M9001", "first_line": 2}


def test_a_quote_that_never_closes_names_the_museums_it_swallowed():
    file = register_file.read(
        file_2021(line_2021(), line_2021(ref="M9002", hist='"oh'), line_2021(ref="M9003"))
    )
    (refusal,) = file.refused
    assert (refusal.reason, refusal.line) == (Reason.BROKEN_QUOTES, 3)
    assert refusal.named == {"M9002", "M9003"}
    assert [row.museofile_id for row in file.rows] == ["M9001"]


def test_a_bad_row_does_not_take_its_neighbours_with_it():
    file = register_file.read(
        file_2021(line_2021(), line_2021(ref="M9002", cp_m="1"), line_2021(ref="M9003"))
    )
    assert [row.museofile_id for row in file.rows] == ["M9001", "M9003"]
    assert [refusal.museofile_id for refusal in file.refused] == ["M9002"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\xef\xbb\xbf \r\n", Reason.EMPTY),
        (b"<!doctype html><p>503", Reason.MARKUP),
        (b"%PDF-1.7 ...", Reason.PDF),
        (b"PK\x03\x04 a workbook", Reason.ZIP),
        (b"ref;nomoff\0\n", Reason.NOT_TEXT),
        (HEADERS_2021.encode("utf-16"), Reason.NOT_TEXT),
        (b"ref;nomoff\n\x81\x8d\xe9", Reason.NOT_TEXT),
        (b"REF;INV;DOMN;TITR\nM0301000355;1;peinture;x\n", Reason.UNKNOWN_HEADERS),
        (b'{"total_count": 0, "results": []}', Reason.NO_ROWS),
        (b'{"events": []}', Reason.UNKNOWN_HEADERS),
        (b'[{"uid": 1}]', Reason.UNKNOWN_HEADERS),
        (b"[1, 2]", Reason.UNKNOWN_HEADERS),
        (b"[" * 100_000, Reason.BROKEN_JSON),
        (b"ref;nomoff;ref\nM9001;x;y\n", Reason.AMBIGUOUS_HEADERS),
        (HEADERS_2021.encode() + b"\n\n", Reason.NO_ROWS),
    ],
)
def test_something_else_is_not_a_register(data, reason):
    with pytest.raises(NotARegister) as caught:
        register_file.read(data)
    assert caught.value.reason is reason


def test_limits_come_before_any_reading(monkeypatch):
    monkeypatch.setattr("portal.domain.museums.register_file.decoding.MAX_BYTES", 10)
    with pytest.raises(NotARegister) as caught:
        register_file.read(b"%PDF-1.7 much too long")
    assert (caught.value.reason, caught.value.detail) == (Reason.TOO_BIG, {"size": 22, "limit": 10})


def test_too_many_rows_are_no_register(monkeypatch):
    monkeypatch.setattr("portal.domain.museums.register_file.records.MAX_ROWS", 2)
    with pytest.raises(NotARegister) as caught:
        register_file.read(file_2021(*(line_2021(ref=f"M900{n}") for n in range(3))))
    assert caught.value.reason is Reason.TOO_MANY_ROWS


REAL = {
    "museofile_occitanie.csv": (Generation.MUSEOFILE_2021, 132),
    "variantes/museofile_occitanie_2020.csv": (Generation.MUSEOFILE_2019, 130),
    "variantes/museofile_occitanie_2024-02_nouveau-format_extrait.csv": (Generation.MUSEOFILE_2024, 33),
    "variantes/liste-musees-de-france_occitanie_2021.csv": (Generation.LIST_2021, 135),
    "variantes/liste-musees-de-france_occitanie_2022.csv": (Generation.LIST_2022, 132),
    "variantes/liste-musees-de-france_occitanie_2022_ods-v1.json": (Generation.LIST_2022, 132),
}


@pytest.mark.parametrize("name", REAL)
def test_real_files_are_read_in_full(name):
    file = register_file.read(reference_bytes(f"museofile/{name}"))
    assert (file.generation, len(file.rows)) == REAL[name]
    assert file.refused == ()
    assert {row.facts.region for row in file.rows} == {"Occitanie"}
    assert None not in {row.facts.departement for row in file.rows}


def test_the_whole_of_france_is_read_quickly_but_for_the_row_without_a_name():
    data = reference_bytes("museofile/museofile_france.csv")
    before = time.perf_counter()
    file = register_file.read(data)
    assert time.perf_counter() - before < 3
    assert len(file.rows) + len(file.refused) == 1227
    assert [(no.museofile_id, no.reason) for no in file.refused] == [("M1136", Reason.MISSING_NAME)]
    assert [row.facts.region for row in file.rows if row.museofile_id == "M1070"] == ["La Réunion"]


def test_real_files_of_another_kind_are_not_registers():
    for name in ("joconde/joconde_occitanie_2020.csv", "events/openagenda_v2_albi_2023.json"):
        with pytest.raises(NotARegister):
            register_file.read(reference_bytes(name))
