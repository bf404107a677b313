"""What changes is found as it now is, in the same transaction, and what does not change writes nothing."""

from datetime import timedelta

import flask_migrate
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from portal.cli import prepare_migrations
from portal.db import Translated, content_version, db, full_text, within
from portal.domain import search
from portal.domain.museums import Museum, MuseumProfile, findable, founding, register_file, registration
from portal.domain.search import Entry, Kind, SearchEntry
from tests.databases import NOW

pytestmark = pytest.mark.usefixtures("written_app")

EVENT = Entry(
    Kind.EVENT,
    7,
    "nuit-des-etoiles-7",
    Translated("Nuit des étoiles", "Nuèch de las estelas"),
    Translated("Observation au télescope", "Observacion al telescòpi"),
)


def version():
    return content_version(db.session()).number


def found(query, *kinds):
    return [hit.object_id for hit in search.find(query, kinds or {Kind.EVENT})]


def test_an_object_is_found_in_both_its_languages():
    search.index(EVENT)

    assert found("etoile nuit") == [7]
    assert found("estela") == [7]
    assert found("telescopi") == [7]
    assert found("nuit estelas") == []


def test_an_object_is_found_as_it_now_is():
    search.index(EVENT)
    changed = search.index(Entry(Kind.EVENT, 7, "bal-7", Translated("Bal gascon")))

    assert changed == 2  # French written again, Occitan gone
    assert found("etoiles") == []
    assert found("bal") == [7]
    assert found("estelas") == []


def test_an_object_forgotten_is_found_no_more():
    search.index(EVENT)

    assert search.forget(Kind.EVENT, 7) == 2
    assert search.forget(Kind.EVENT, 7) == 0
    assert search.forget(Kind.EVENT) == 0
    assert found("etoiles") == []


def test_replacing_a_kind_leaves_the_others():
    search.index(EVENT)
    search.replace(Kind.EVENT, [Entry(Kind.EVENT, 8, "bal-8", Translated("Bal gascon"))])

    assert found("etoiles") == []
    assert found("bal") == [8]
    assert found("goya", Kind.MUSEUM) != []


def test_the_first_change_raises_the_content_version_and_the_same_again_does_not():
    search.index(EVENT)
    db.session.flush()
    raised = version()
    db.session.info.pop("portal.content_version_raised")  # as in another transaction

    assert search.index(EVENT) == 0
    assert findable.refresh() == 0
    assert version() == raised


def test_founding_again_changes_nothing():
    before = version()

    founding.found(NOW + timedelta(days=1))

    assert version() == before


def test_an_import_that_changes_nothing_changes_nothing():
    before = version()

    registration.apply(register_file.Plan(), NOW)

    assert version() == before


def test_a_museum_renamed_is_found_by_its_new_name_only():
    goya = db.session.scalars(select(Museum).where(Museum.slug == "musee-goya")).one()
    goya.usage_name = Translated("Musée de la Lune", "Musèu de la Luna")
    goya.official_name = "musée lunaire"

    findable.refresh_museum(goya.id)

    assert found("luna", Kind.MUSEUM) == [goya.id]
    assert found("lunaire castres", Kind.MUSEUM) == [goya.id]
    assert found("goya", Kind.MUSEUM) == []
    assert search.suggest("musèu de la lu", "oc")[0].title == "Musèu de la Luna"


def test_a_museum_archived_is_found_no_more_and_its_town_neither():
    museum = db.session.scalars(select(Museum).where(Museum.slug == "musee-de-cerdagne")).one()
    museum.archived_at = NOW

    findable.refresh()

    assert found("cerdagne", Kind.MUSEUM) == []
    assert found("leocadie", Kind.MUSEUM, Kind.TOWN) == []


def test_words_go_with_what_they_were_said_of():
    """A row deleted without telling the index is not found, and its number may serve again."""
    search.index(EVENT)
    db.session.execute(SearchEntry.__table__.delete().where(SearchEntry.kind == Kind.EVENT))
    db.session.expunge_all()

    assert found("etoiles") == []
    search.index(EVENT)
    assert found("etoiles") == [7]


def test_what_is_not_yet_committed_is_nobody_elses_vocabulary():
    search.find("zorglubb")
    search.index(Entry(Kind.EVENT, 9, "zorglub-9", Translated("Le Zorglub")))
    assert search.did_you_mean("zorglubb") == "zorglub"

    db.session.rollback()

    assert search.did_you_mean("zorglubb") is None


def test_a_text_without_end_is_kept_within_bounds():
    endless = " ".join(f"mot{number}" for number in range(100_000)) + "é" * 1_000_000

    search.index(Entry(Kind.EVENT, 10, "long-10", Translated("Long"), Translated(endless)))

    assert found("mot19999") == [10]
    assert found("mot99999") == []


def test_thousands_of_objects_are_taken_at_once():
    search.index(
        *(Entry(Kind.WORK, number, f"w-{number}", Translated(f"Plat {number}")) for number in range(6_000))
    )

    assert db.session.scalar(select(func.count()).where(SearchEntry.kind == Kind.WORK)) == 6_000
    assert found("plat 5999", Kind.WORK) == [5999]
    assert len(found("plat", Kind.WORK)) == 2_000


def test_the_migrations_and_the_tables_agree(written_app):
    db.session.rollback()
    db.session.remove()
    prepare_migrations(written_app)

    flask_migrate.check()


def test_a_museum_confined_to_itself_keeps_its_own_entry_in_step_and_finds_everybody():
    goya = db.session.scalars(select(Museum.id).where(Museum.slug == "musee-goya")).one()
    with within(db.session(), goya):
        db.session.add(MuseumProfile(museum_id=goya, usage_name=Translated("Musée de la Lune")))
        db.session.flush()

        assert findable.refresh_museum(goya) > 0
        assert found("lune castres", Kind.MUSEUM) == [goya]
        assert found("champollion", Kind.MUSEUM) != []


def test_a_database_without_full_text_says_so(monkeypatch):
    class Operations:
        def get_bind(self):
            return db.session.connection()

        def execute(self, sqltext):
            raise OperationalError(sqltext, None, Exception("no such module: fts5"))

    monkeypatch.setattr(full_text, "POSTGRESQL_DDL", full_text.SQLITE_DDL)

    with pytest.raises(full_text.FullTextMissing, match="FTS5"):
        full_text.create(Operations())
