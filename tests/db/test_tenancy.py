"""No statement touches a museum's rows outside a scope, and none crosses from one museum to another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import bindparam, delete, exists, func, insert, select, text, update
from sqlalchemy.orm import Session, aliased, joinedload, selectinload, subqueryload

from portal.db import (
    NOTHING,
    READ_EVERYTHING,
    WRITE_EVERYTHING,
    MuseumOwned,
    TenancyError,
    Translated,
    db,
    enter,
    of_museum,
    within,
)
from portal.domain.museums import FormerSlug, Museum, MuseumProfile, MuseumTheme, SetBy
from portal.domain.themes.models import Theme
from tests import databases
from tests.databases import Workshop


@dataclass(frozen=True)
class Two:
    """The museum one is in, and the other one."""

    session: Session
    ours: int
    theirs: int


@pytest.fixture(scope="module")
def furnished(workshop: Workshop) -> Iterator[tuple[Flask, int, int]]:
    """A portal where two museums each have a presentation and an old address."""
    name = workshop.copy()
    with databases.opened(workshop, name) as app:
        with app.app_context():
            session = db.session()
            enter(session, WRITE_EVERYTHING)
            ours, theirs = session.scalars(select(Museum.id).order_by(Museum.id).limit(2))
            for museum_id in (ours, theirs):
                session.add(
                    MuseumProfile(museum_id=museum_id, presentation=Translated(f"Le musée {museum_id}"))
                )
                session.add(FormerSlug(museum_id=museum_id, slug=f"ancien-{museum_id}"))
            session.commit()
        yield app, ours, theirs
    workshop.drop(name)


@pytest.fixture
def two(furnished: tuple[Flask, int, int]) -> Iterator[Two]:
    """The two museums, in a transaction that is undone at the end."""
    app, ours, theirs = furnished
    with app.app_context():
        yield Two(db.session(), ours, theirs)
        db.session.rollback()


READS: dict[str, Callable[[], Any]] = {
    "select": lambda: select(MuseumProfile),
    "columns": lambda: select(MuseumProfile.presentation),
    "join": lambda: select(Museum.id).join(MuseumProfile, MuseumProfile.museum_id == Museum.id),
    "outer join": lambda: (
        select(MuseumProfile.museum_id)
        .select_from(Museum)
        .outerjoin(MuseumProfile, MuseumProfile.museum_id == Museum.id)
    ),
    "relationship join": lambda: select(Museum.id).join(Museum.profile),
    "exists": lambda: select(Museum.id).where(exists().where(MuseumProfile.museum_id == Museum.id)),
    "has": lambda: select(Museum.id).where(Museum.profile.has()),
    "any": lambda: select(Museum.id).where(Museum.themes.any(MuseumTheme.position == 0)),
    "in": lambda: select(Museum.id).where(Museum.id.in_(select(MuseumProfile.museum_id))),
    "cte": lambda: select(select(MuseumProfile.museum_id).cte("kept").c.museum_id),
    "subquery": lambda: select(select(MuseumProfile.museum_id).subquery().c.museum_id),
    "scalar subquery": lambda: select(select(func.count()).select_from(MuseumProfile).scalar_subquery()),
    "alias": lambda: select(aliased(MuseumProfile).museum_id),
    "union": lambda: select(MuseumProfile.museum_id).union(select(FormerSlug.museum_id)),
    "joined load": lambda: select(Museum).options(joinedload(Museum.profile)),
    "select-in load": lambda: select(Museum).options(selectinload(Museum.themes)),
    "subquery load": lambda: select(Museum).options(subqueryload(Museum.themes)),
    "Core table": lambda: select(MuseumProfile.__table__),
    "Core column": lambda: select(MuseumProfile.__table__.c.museum_id),
    "text": lambda: text("SELECT museum_id FROM museum_profile"),
    "quoted text": lambda: text('SELECT museum_id FROM "museum_profile"'),
}

CHANGES: dict[str, Callable[[], Any]] = {
    "bulk update": lambda: update(MuseumProfile).values(phone="1"),
    "bulk delete": lambda: delete(MuseumProfile),
    "bulk update by join": lambda: (
        update(MuseumProfile)
        .where(MuseumProfile.museum_id.in_(select(FormerSlug.museum_id)))
        .values(phone="1")
    ),
    "Core update": lambda: update(MuseumProfile.__table__).values(phone="1"),
    "Core delete": lambda: delete(MuseumProfile.__table__),
    "text update": lambda: text("UPDATE museum_profile SET phone = '1'"),
    "text delete": lambda: text("DELETE FROM museum_profile"),
}


def all_rows(result: Any) -> list[Any]:
    """Everything a result holds, its objects' relationships loaded."""
    return result.unique().all() if getattr(result, "returns_rows", True) else []


@pytest.mark.parametrize("name", [*READS, *CHANGES])
def test_statement_without_scope_raises(two: Two, name: str) -> None:
    statement = {**READS, **CHANGES}[name]()

    with pytest.raises(TenancyError):
        all_rows(two.session.execute(statement))


@pytest.mark.parametrize("name", READS)
def test_reading_scope_reads_every_museum(two: Two, name: str) -> None:
    enter(two.session, READ_EVERYTHING)

    assert all_rows(two.session.execute(READS[name]()))


@pytest.mark.parametrize("name", CHANGES)
def test_reading_scope_changes_nothing(two: Two, name: str) -> None:
    enter(two.session, READ_EVERYTHING)

    with pytest.raises(TenancyError):
        two.session.execute(CHANGES[name]())


ESCAPES = ("Core table", "Core column", "text", "quoted text")


@pytest.mark.parametrize("name", [name for name in READS if name not in ESCAPES])
def test_museum_scope_never_reads_the_other_museum(two: Two, name: str) -> None:
    enter(two.session, of_museum(two.ours))

    rows = all_rows(two.session.execute(READS[name]()))

    if name == "scalar subquery":
        assert rows == [(1,)]
    else:
        assert museums_told(rows) == {two.ours}


@pytest.mark.parametrize("name", ESCAPES)
def test_what_cannot_be_confined_is_refused_in_a_museum(two: Two, name: str) -> None:
    enter(two.session, of_museum(two.ours))

    with pytest.raises(TenancyError):
        two.session.execute(READS[name]())


@pytest.mark.parametrize("name", CHANGES)
def test_museum_scope_never_changes_the_other_museum(two: Two, name: str) -> None:
    enter(two.session, of_museum(two.ours))

    if name.startswith(("Core", "text")):
        with pytest.raises(TenancyError):
            two.session.execute(CHANGES[name]())
    else:
        two.session.execute(CHANGES[name]())

    enter(two.session, READ_EVERYTHING)
    theirs = two.session.get(MuseumProfile, two.theirs)
    assert theirs is not None
    assert theirs.phone is None


def test_core_table_inside_an_orm_statement_is_refused(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    hidden = select(MuseumProfile.__table__.c.museum_id)

    with pytest.raises(TenancyError):
        two.session.execute(select(Museum.id).where(Museum.id.in_(hidden)))


def test_text_inside_an_orm_statement_is_refused(two: Two) -> None:
    enter(two.session, of_museum(two.ours))

    with pytest.raises(TenancyError):
        two.session.execute(select(FormerSlug).where(text("EXISTS (SELECT 1 FROM museum_profile)")))


def test_bare_connection_is_refused(two: Two) -> None:
    with pytest.raises(TenancyError), db.engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM museum_profile"))


def test_connection_of_the_session_is_held_to_its_scope(two: Two) -> None:
    enter(two.session, of_museum(two.ours))

    with pytest.raises(TenancyError):
        two.session.connection().execute(select(MuseumProfile.__table__))


def test_key_of_another_museum_finds_nothing(two: Two) -> None:
    enter(two.session, of_museum(two.ours))

    assert two.session.get(MuseumProfile, two.theirs) is None


def test_relationship_of_another_museum_is_empty(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    their_museum = two.session.get_one(Museum, two.theirs)

    assert their_museum.profile is None
    assert their_museum.themes == []


WRITES: dict[str, Callable[[Two], Any]] = {
    "by key": lambda two: FormerSlug(museum_id=two.theirs, slug="intrus"),
    "by key of a theme": lambda two: MuseumTheme(
        museum_id=two.theirs,
        theme_id=_spare_theme(two),
        position=9,
        set_by=SetBy.ASSOCIATION,
    ),
}


@pytest.mark.parametrize("name", WRITES)
def test_row_of_another_museum_cannot_be_added(two: Two, name: str) -> None:
    enter(two.session, of_museum(two.ours))
    two.session.add(WRITES[name](two))

    with pytest.raises(TenancyError):
        two.session.flush()


def test_row_cannot_be_added_through_a_relationship_of_another_museum(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    their_museum = two.session.get_one(Museum, two.theirs)
    their_museum.profile = MuseumProfile(phone="05 00 00 00 00")

    with pytest.raises(TenancyError):
        two.session.flush()


def test_row_cannot_be_given_to_another_museum(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    ours = two.session.scalars(select(FormerSlug)).one()
    ours.museum_id = two.theirs

    with pytest.raises(TenancyError):
        two.session.flush()


@pytest.mark.parametrize("scope", [NOTHING, READ_EVERYTHING])
def test_row_cannot_be_added_where_one_only_reads(two: Two, scope: Any) -> None:
    enter(two.session, scope)
    two.session.add(FormerSlug(museum_id=two.ours, slug="intrus"))

    with pytest.raises(TenancyError):
        two.session.flush()


def test_another_museum_itself_cannot_be_changed(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    two.session.get_one(Museum, two.theirs).phone = "05 00 00 00 00"

    with pytest.raises(TenancyError):
        two.session.flush()


BULK_INSERTS: dict[str, Callable[[Two], Any]] = {
    "rows of another": lambda two: two.session.execute(
        insert(FormerSlug),
        [{"slug": "un", "museum_id": two.ours}, {"slug": "deux", "museum_id": two.theirs}],
    ),
    "values of another": lambda two: two.session.execute(
        insert(FormerSlug).values(slug="un", museum_id=two.theirs)
    ),
    "several values": lambda two: two.session.execute(
        insert(FormerSlug).values(
            [{"slug": "un", "museum_id": two.ours}, {"slug": "deux", "museum_id": two.theirs}]
        ),
    ),
    "from a select": lambda two: two.session.execute(
        insert(FormerSlug).from_select(["slug", "museum_id"], select(Museum.slug, Museum.id)),
    ),
    "legacy mappings": lambda two: two.session.bulk_insert_mappings(
        FormerSlug,
        [{"slug": "un", "museum_id": two.theirs}],
    ),
    "legacy objects": lambda two: two.session.bulk_save_objects(
        [FormerSlug(slug="un", museum_id=two.theirs)]
    ),
    "update to another": lambda two: two.session.execute(update(FormerSlug).values(museum_id=two.theirs)),
    "update rows to another": lambda two: two.session.execute(
        update(FormerSlug),
        [{"slug": f"ancien-{two.ours}", "museum_id": two.theirs}],
    ),
    "update by a bound value": lambda two: two.session.execute(
        update(FormerSlug).values(museum_id=bindparam("owner")),
        {"owner": two.theirs},
    ),
}


@pytest.mark.parametrize("name", BULK_INSERTS)
def test_bulk_write_cannot_reach_another_museum(two: Two, name: str) -> None:
    enter(two.session, of_museum(two.ours))

    with pytest.raises(TenancyError):
        BULK_INSERTS[name](two)


def test_bulk_insert_of_ones_own_rows_is_allowed(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    two.session.execute(insert(FormerSlug), [{"slug": "un", "museum_id": two.ours}])

    assert set(two.session.scalars(select(FormerSlug.slug))) == {"un", f"ancien-{two.ours}"}


def test_changing_scope_empties_the_memory(two: Two) -> None:
    enter(two.session, of_museum(two.theirs))
    seen = two.session.get_one(MuseumProfile, two.theirs)

    enter(two.session, of_museum(two.ours))

    assert seen not in two.session
    assert two.session.get(MuseumProfile, two.theirs) is None


def test_within_visits_a_museum_and_comes_back(two: Two) -> None:
    enter(two.session, WRITE_EVERYTHING)

    with within(two.session, two.ours):
        seen = [profile.museum_id for profile in two.session.scalars(select(MuseumProfile))]

    assert seen == [two.ours]
    assert len(two.session.scalars(select(MuseumProfile)).all()) == 2


def test_what_is_pending_is_written_in_its_own_museum(two: Two) -> None:
    enter(two.session, of_museum(two.ours))
    two.session.add(FormerSlug(museum_id=two.ours, slug="a-nous"))

    enter(two.session, of_museum(two.theirs))

    enter(two.session, READ_EVERYTHING)
    assert two.session.get_one(FormerSlug, "a-nous").museum_id == two.ours


def test_every_table_with_a_museum_is_guarded() -> None:
    guarded = MuseumOwned.owned_tables
    tables = {name for name, table in db.metadata.tables.items() if "museum_id" in table.columns}

    assert tables == guarded


def museums_told(rows: list[Any]) -> set[int]:
    """The museums whose own rows a result tells something of."""
    told: set[int | None] = set()
    for (value,) in rows:
        if isinstance(value, Museum):
            told |= {theme.museum_id for theme in value.themes}
            told |= {value.profile.museum_id} if value.profile else set()
        elif isinstance(value, MuseumOwned):
            told.add(value.museum_id)
        elif isinstance(value, Translated):
            told.add(int(value.fr.removeprefix("Le musée ")))
        else:
            told.add(value)
    return {museum for museum in told if museum is not None}


def _spare_theme(two: Two) -> int:
    used = {theme.theme_id for theme in two.session.get_one(Museum, two.ours).themes}
    return next(theme_id for theme_id in two.session.scalars(select(Theme.id)) if theme_id not in used)
