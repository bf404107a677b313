"""An administrator brings the register up to date from the ministry's published file."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from portal import create_app
from portal.db import READ_EVERYTHING, WRITE_EVERYTHING, Translated, content_version, db, enter
from portal.domain.museums import Museum, MuseumProfile
from tests.databases import dispose, settings_for
from tests.reader import Reader
from tests.reference_data import reference_path

HEADERS = "Identifiant;Nom_officiel;Adresse;Lieu;Code_postal;Ville;Departement;Région;Telephone;Domaine_thematique;Coordonnees"
ALBI = "M9001;musée du Pastel;1 place du Vigan;;81000;Albi;Tarn;Occitanie;05 63 00 00 01;Textile, Histoire;43.928, 2.142"
CAHORS = (
    "M9002;musée municipal;2 rue du Pont;;46000;Cahors;Lot;Occitanie;05 65 00 00 02;Archéologie;44.448, 1.441"
)
NEW_TOWN = "M9003;musée de la Soie;3 rue Basse;;30170;Sumène;Gard;Occitanie;04 66 00 00 03;;43.98, 3.71"


@pytest.fixture
def run(empty_app: Flask, tmp_path: Path):
    """Import a file of these rows into a portal that has the departments and nothing else to import."""
    runner = empty_app.test_cli_runner()

    def run_import(*rows: str, options: tuple[str, ...] = (), headers: str = HEADERS) -> Result:
        file = tmp_path / "museofile.csv"
        file.write_text("\r\n".join([headers, *rows]) + "\r\n", encoding="utf-8-sig")
        return runner.invoke(args=["museums", "import-museofile", str(file), *options])

    assert runner.invoke(args=["seed", "register"]).exit_code == 0
    with empty_app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        for museum in db.session.scalars(select(Museum)):
            db.session.delete(museum)
        db.session.commit()
    return run_import


def museum(app: Flask, museofile_id: str) -> Museum:
    enter(db.session(), READ_EVERYTHING)
    return db.session.scalars(select(Museum).where(Museum.museofile_id == museofile_id)).one()


def test_new_museums_are_created_with_their_facts(run, empty_app: Flask) -> None:
    result = run(ALBI, CAHORS, NEW_TOWN)

    assert result.exit_code == 0
    assert "3 créés" in result.output
    with empty_app.app_context():
        pastel = museum(empty_app, "M9001")
        assert pastel.usage_name == Translated("Musée du Pastel")
        assert (pastel.slug, pastel.postcode, pastel.town.insee) == ("musee-du-pastel", "81000", "81004")
        municipal = museum(empty_app, "M9002")
        assert municipal.usage_name.fr == "Musée municipal de Cahors"
        assert [theme.theme.slug for theme in municipal.themes] == ["archeologie"]
        silk = museum(empty_app, "M9003")
        assert (silk.town.name.fr, silk.town.insee, silk.town.departement_code) == ("Sumène", None, "30")
        assert silk.themes == []


def test_a_dry_run_says_what_would_change_and_writes_nothing(run, empty_app: Flask) -> None:
    run(ALBI, CAHORS)
    with empty_app.app_context():
        before = content_version(db.session()).number

    result = run(ALBI.replace("05 63 00 00 01", "05 63 11 11 11"), NEW_TOWN, options=("--dry-run",))

    assert result.exit_code == 0
    assert "Rien n’est encore changé." in result.output
    assert "1 à créer, 1 à modifier, 1 à archiver" in result.output
    assert "téléphone : 05 63 00 00 01 → 05 63 11 11 11" in result.output
    with empty_app.app_context():
        assert museum(empty_app, "M9001").phone == "05 63 00 00 01"
        assert content_version(db.session()).number == before


def test_a_second_import_changes_nothing(run, empty_app: Flask) -> None:
    run(ALBI, CAHORS)
    with empty_app.app_context():
        before = content_version(db.session()).number

    result = run(ALBI, CAHORS)

    assert "0 créés, 0 modifiés, 0 archivés, 0 rétablis, 2 inchangés" in result.output
    with empty_app.app_context():
        assert content_version(db.session()).number == before


def test_what_a_museum_wrote_is_never_touched(run, empty_app: Flask) -> None:
    run(ALBI)
    with empty_app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        pastel = museum(empty_app, "M9001")
        enter(db.session(), WRITE_EVERYTHING)
        db.session.add(
            MuseumProfile(
                museum_id=pastel.id,
                usage_name=Translated("Le Pastel", "Lo Pastèl"),
                presentation=Translated("Tout bleu."),
                phone="05 63 22 22 22",
                street="3 rue de Cocagne",
                postcode="81001",
            ),
        )
        db.session.commit()

    changed = ALBI.replace("musée du Pastel", "musée départemental du Pastel")
    run(changed.replace("00 00 01", "33 33 33").replace("1 place", "9 place"))

    with empty_app.app_context():
        pastel = museum(empty_app, "M9001")
        assert (pastel.official_name, pastel.phone) == ("musée départemental du Pastel", "05 63 33 33 33")
        assert pastel.name == Translated("Le Pastel", "Lo Pastèl")
        assert (pastel.street, pastel.postcode) == ("9 place du Vigan", "81000")
        assert (pastel.shown_street, pastel.shown_postcode) == ("3 rue de Cocagne", "81001")
        assert (pastel.shown_phone, pastel.presentation) == ("05 63 22 22 22", Translated("Tout bleu."))


def test_a_museum_gone_from_the_file_is_archived_then_restored(run, empty_app: Flask) -> None:
    run(ALBI, CAHORS)

    assert "1 archivés" in run(ALBI).output
    reader = Reader(empty_app)
    assert "noindex" in str(reader.open("/fr/musees/musee-municipal-de-cahors/").head)
    assert "Musée municipal" not in reader.open("/fr/musees/").words

    assert "1 rétablis" in run(ALBI, CAHORS).output
    assert "Musée municipal" in reader.open("/fr/musees/").words


def test_rows_that_cannot_be_trusted_are_named_by_line_and_nothing_of_them_is_kept(
    run, empty_app: Flask
) -> None:
    result = run(
        ALBI,
        CAHORS.replace(";46000;", ";4600;"),
        NEW_TOWN.replace("M9003", ""),
        "M9004;musée du Décalage;Lyon",
        ALBI.replace("M9001", "M9005").replace("43.928, 2.142", "2.142, 143.928"),
    )

    assert result.exit_code == 0
    assert "1 créés" in result.output
    for line, words in (
        (3, "code postal « 4600 »"),
        (4, "identifiant manque"),
        (5, "décalée"),
        (6, "hors de France"),
    ):
        [said] = [text for text in result.output.splitlines() if text.startswith(f"! ligne {line}")]
        assert words in said
    with empty_app.app_context():
        enter(db.session(), READ_EVERYTHING)
        assert db.session.scalars(select(Museum.museofile_id)).all() == ["M9001"]


def test_a_file_that_is_something_else_imports_nothing_and_says_why(run, empty_app: Flask) -> None:
    result = run("un;deux;trois", headers="prénom;nom;âge")

    assert result.exit_code == 2
    assert "0 musée importé" in result.output
    assert "prénom | nom | âge" in result.output


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"<!doctype html><html>", "page web"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "classeur"),
    ],
)
def test_other_files_are_named_for_what_they_are(
    empty_app: Flask, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "fichier"
    file.write_bytes(content)

    result = empty_app.test_cli_runner().invoke(args=["museums", "import-museofile", str(file)])

    assert result.exit_code == 2
    assert words in result.output


def test_a_missing_file_is_said(empty_app: Flask) -> None:
    result = empty_app.test_cli_runner().invoke(args=["museums", "import-museofile", "absent.csv"])

    assert result.exit_code == 2
    assert "absent.csv ne peut pas être lu" in result.output


def test_one_region_may_be_imported_alone(run, empty_app: Flask) -> None:
    elsewhere = "M9009;musée des Soies;1 rue du Rhône;;69001;Lyon;Rhône;Auvergne-Rhône-Alpes;;;45.76, 4.83"

    assert "1 créés" in run(ALBI, elsewhere, options=("--region", "occitanie")).output

    refused = run(ALBI, options=("--region", "Atlantide"))
    assert refused.exit_code == 2
    assert "n’est pas une région de France" in refused.output


def test_an_old_list_finds_its_museums_by_their_former_reference(app: Flask) -> None:
    file = reference_path("museofile/variantes/liste-musees-de-france_occitanie_2021.csv")

    result = app.test_cli_runner().invoke(args=["museums", "import-museofile", str(file), "--dry-run"])

    assert result.exit_code == 0
    assert "0 à créer" in result.output


@pytest.mark.parametrize(
    ("name", "created"),
    [
        ("museofile/museofile_occitanie.csv", 0),
        ("museofile/variantes/museofile_occitanie_2020.csv", 0),
        ("museofile/variantes/liste-musees-de-france_occitanie_2022.csv", 1),
        ("museofile/variantes/liste-musees-de-france_occitanie_2022_ods-v1.json", 1),
        ("museofile/museofile_france.csv", 1094),
    ],
)
def test_every_published_file_is_applied_and_the_second_time_changes_nothing(
    app: Flask, name: str, created: int
) -> None:
    runner = app.test_cli_runner()
    file = str(reference_path(name))

    first = runner.invoke(args=["museums", "import-museofile", file])
    second = runner.invoke(args=["museums", "import-museofile", file])

    assert f"{created} créés" in first.output
    assert "0 créés, 0 modifiés, 0 archivés, 0 rétablis" in second.output


def test_without_tables_the_next_step_is_said(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, f"sqlite:///{tmp_path / 'vide.sqlite3'}"))

    result = app.test_cli_runner().invoke(args=["seed", "register"])

    assert result.exit_code == 1
    assert "flask --app wsgi db upgrade" in result.output
    with app.app_context():
        dispose()
