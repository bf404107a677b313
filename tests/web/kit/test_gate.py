"""The door-keeper: who gets in, who is sent to sign in, who reads that there is nothing, who that it is not theirs."""

from datetime import UTC, datetime

import pytest
from flask import Blueprint, Flask
from sqlalchemy import delete, select

from portal.db import db
from portal.domain.accounts import Membership, Permission, User, UserSession
from portal.web.kit import declarations, gate
from portal.web.kit.declarations import UndeclaredRouteError
from tests.cast import Cast, Door, everything


def test_a_visitor_is_sent_to_sign_in_at_every_private_address(app: Flask, cast: Cast) -> None:
    visitor = Door(app)

    for path in (
        "/espace/",
        f"/espace/{cast.here_slug}/",
        "/espace/nulle/part/",
        "/admin/",
        "/admin/x",
        "/compte/",
    ):
        answer = visitor.get(path)

        assert answer.status_code == 303, path
        assert answer.location.startswith("/connexion?next="), path


def test_aline_enters_her_museum_and_finds_no_other(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    here = aline.open(f"/espace/{cast.here_slug}/")
    elsewhere = aline.get(f"/espace/{cast.elsewhere_slug}/")
    nowhere = aline.get("/espace/un-musee-qui-n-existe-pas/")

    assert "Bonjour Aline" in here.h1.get_text()
    assert (elsewhere.status_code, nowhere.status_code) == (404, 404)
    said = elsewhere.get_data(as_text=True).replace(cast.elsewhere_slug, "un-musee-qui-n-existe-pas")
    assert said == nowhere.get_data(as_text=True)


def test_the_association_enters_every_museum(app: Flask, cast: Cast) -> None:
    for name in ("denis", "miquel", "treva"):
        door = Door(app, cast[name])

        assert door.get(f"/espace/{cast.here_slug}/").status_code == 200, name
        assert door.get(f"/espace/{cast.elsewhere_slug}/").status_code == 200, name
    assert Door(app, cast["paula"]).get(f"/espace/{cast.here_slug}/").status_code == 404


def test_an_admin_without_second_factor_is_no_admin_yet(app: Flask, cast: Cast) -> None:
    denis = Door(app, cast["denis"], has_second_factor=False)

    assert denis.get(f"/espace/{cast.here_slug}/").status_code == 404


def test_a_right_withdrawn_counts_at_the_next_request(app: Flask, cast: Cast) -> None:
    bernat = Door(app, cast["bernat"])
    assert bernat.get(f"/espace/{cast.here_slug}/").status_code == 200

    with everything(app) as session:
        session.execute(delete(Membership).where(Membership.user_id == cast["bernat"]))

    assert bernat.get(f"/espace/{cast.here_slug}/").status_code == 404


def test_a_disabled_account_is_out_at_the_next_request(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    with everything(app) as session:
        session.get(User, cast["aline"]).disabled_at = datetime(2026, 11, 24, tzinfo=UTC)

    assert aline.get(f"/espace/{cast.here_slug}/").status_code == 303


def test_a_former_address_of_ones_museum_leads_to_todays(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        from portal.domain.museums import FormerSlug  # noqa: PLC0415 - a table of the museum's own

        session.add(FormerSlug(museum_id=cast.here, slug="ancien-nom"))
        session.add(FormerSlug(museum_id=cast.elsewhere, slug="ancien-nom-ailleurs"))
    aline = Door(app, cast["aline"])

    answer = aline.get("/espace/ancien-nom/")

    assert (answer.status_code, answer.location) == (301, f"/espace/{cast.here_slug}/")
    assert aline.get("/espace/ancien-nom-ailleurs/").status_code == 404


def test_what_is_made_for_one_person_is_kept_by_no_cache(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    for path in (f"/espace/{cast.here_slug}/", "/espace/", "/espace/rien/"):
        assert aline.get(path).headers["Cache-Control"] == "no-store", path


def test_no_public_page_sets_a_cookie_or_reads_a_session(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    for path in ("/fr/", "/fr/musees/", f"/fr/musees/{cast.here_slug}/", "/oc/", "/affichage"):
        signed_in, nobody = aline.client.get(path), app.test_client().get(path)

        assert "Set-Cookie" not in signed_in.headers, path
        assert signed_in.get_data() == nobody.get_data(), path


def test_a_session_seen_seldom_is_written_seldom(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    with everything(app) as session:
        before = session.scalar(select(UserSession.seen_at))
    aline.get(f"/espace/{cast.here_slug}/")
    with everything(app) as session:
        after = session.scalar(select(UserSession.seen_at))

    assert before == after


def test_an_application_with_an_undeclared_route_does_not_start(app: Flask) -> None:
    room = Blueprint("forgotten", __name__, url_prefix="/oubli")
    room.add_url_rule("/", "show", lambda: "rien")
    app.register_blueprint(room)

    with pytest.raises(UndeclaredRouteError, match=r"forgotten\.show"):
        declarations.check(app)


def test_a_right_in_a_museum_goes_with_a_museum_in_the_address(app: Flask) -> None:
    app.add_url_rule("/partout/", "everywhere", gate.requires(Permission.SPACE_ENTER)(lambda: "rien"))

    with pytest.raises(UndeclaredRouteError, match="everywhere"):
        declarations.check(app)


def test_the_session_of_a_museum_is_confined_to_it(app: Flask, cast: Cast) -> None:
    seen = []

    @gate.requires(Permission.SPACE_ENTER)
    def peep(museum: object) -> str:
        seen.extend(db.session.scalars(select(Membership.user_id)))
        return "vu"

    app.add_url_rule("/espace/<slug:museum>/regard/", "peep", peep)

    Door(app, cast["bernat"]).get(f"/espace/{cast.here_slug}/regard/")

    assert sorted(seen) == [cast["aline"], cast["bernat"], cast["clara"]]
