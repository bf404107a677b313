"""The register with who keeps each entry: nobody, somebody invited, a team without a manager, a manager."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import Invitation, Membership, MuseumRole
from portal.domain.museums import Museum
from tests.cast import SINCE, Cast, Door, everything


def invite(app: Flask, museum_id: int, *, expires_in: timedelta) -> None:
    now = datetime.now(UTC)  # noqa: TID251 - an invitation is as old as the test
    with everything(app) as session:
        session.add(
            Invitation(
                museum_id=museum_id,
                email="nou@musee.example",
                museum_role=MuseumRole.MANAGER,
                invited_at=now,
                expires_at=now + expires_in,
            )
        )


def names(door: Door, query: str) -> list[str]:
    page = door.open(f"/admin/musees/?{query}")
    return [link.get_text() for link in page.select("tbody td.main b a")]


@pytest.fixture
def some(app: Flask, cast: Cast) -> list[Museum]:
    """Three museums that nobody keeps yet."""
    with everything(app) as session:
        found = session.scalars(select(Museum).order_by(Museum.id).offset(4).limit(3)).all()
        session.expunge_all()
        return list(found)


def test_each_museum_is_where_its_people_are(app: Flask, cast: Cast, some: list[Museum]) -> None:
    invite(app, some[0].id, expires_in=timedelta(days=7))
    invite(app, some[1].id, expires_in=timedelta(days=-1))
    with everything(app) as session:
        session.add(
            Membership(user_id=cast["clara"], museum_id=some[2].id, role=MuseumRole.CONTRIBUTOR, since=SINCE)
        )
    miquel = Door(app, cast["miquel"])

    assert names(miquel, "compte=invite") == [some[0].usage_name.fr]
    assert names(miquel, "compte=sans-reponse") == [some[1].usage_name.fr]
    assert names(miquel, "compte=sans-responsable") == [some[2].usage_name.fr]
    assert len(names(miquel, "compte=responsable")) == 2
    assert miquel.open("/admin/musees/?compte=personne").h1.get_text() == "127 musées"
    figures = miquel.open("/admin/").select(".kpis b")
    assert [figure.get_text() for figure in figures] == ["132", "127", "1", "1"]


def test_the_register_is_sought_by_name_town_and_departement(app: Flask, cast: Cast) -> None:
    paula = Door(app, cast["paula"])

    [goya] = names(paula, "q=GOYA+castres")
    assert "Goya" in goya
    assert 0 < len(names(paula, "departement=81")) < 30
    assert "laissé de côté : Département." in paula.open("/admin/musees/?departement=99").words
    assert "Aucun musée ne répond" in paula.open("/admin/musees/?q=zzzz").words
    assert paula.get("/admin/musees/?page=4").status_code == 404


def test_what_grows_old_is_on_top(app: Flask, cast: Cast, some: list[Museum]) -> None:
    with everything(app) as session:
        session.get(Museum, some[1].id).updated_at = datetime(2024, 3, 1, tzinfo=UTC)
    denis = Door(app, cast["denis"])

    assert names(denis, "")[0] == some[1].usage_name.fr
    assert names(denis, "ancien=1") == [some[1].usage_name.fr]


def test_each_line_leads_to_the_public_page_and_to_the_space(app: Flask, cast: Cast) -> None:
    miquel, paula = Door(app, cast["miquel"]), Door(app, cast["paula"])
    query = "/admin/musees/?compte=responsable"

    links = {link["href"] for link in miquel.open(query).select("tbody a")}
    assert f"/espace/{cast.here_slug}/" in links
    assert f"/fr/musees/{cast.here_slug}/" in links
    assert not any(link["href"].startswith("/espace/") for link in paula.open(query).select("tbody a"))
    assert not any(link["href"].startswith("/admin/comptes/") for link in miquel.open(query).select("a"))
