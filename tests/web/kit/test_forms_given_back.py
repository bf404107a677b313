"""A form too old to act upon comes back with what was typed; nothing acts without the token of a form."""

from collections.abc import Iterator

import pytest
from flask import Flask, request
from sqlalchemy import delete, select

from portal.db import db
from portal.domain.accounts import Membership, Permission, UserSession
from portal.web.kit import gate, transaction
from tests.cast import Cast, Door, everything

TYPED = "L’atelier du 3 décembre commence à 14 h <b>précises</b> & finit tard"


@pytest.fixture
def desk(app: Flask, cast: Cast) -> Iterator[str]:
    """The address of a small form that removes everybody from the museum."""

    @gate.requires(Permission.TEAM_MANAGE)
    def empty_team(museum: object) -> tuple[str, int]:
        db.session.execute(delete(Membership).where(Membership.museum_id == museum.id))
        return "fait", int(request.form.get("status", "200"))

    view = transaction.committed(empty_team)
    app.add_url_rule("/espace/<slug:museum>/vider/", "empty", view, methods=["POST"])
    return f"/espace/{cast.here_slug}/vider/"


def members(app: Flask, museum_id: int) -> int:
    with everything(app) as session:
        return len(session.scalars(select(Membership).where(Membership.museum_id == museum_id)).all())


def test_without_its_token_a_form_does_nothing_and_comes_back_with_what_was_typed(
    app: Flask, cast: Cast, desk: str
) -> None:
    aline = Door(app, cast["aline"])
    aline.token = "un jeton d’hier"

    page = aline.send(desk, {"text": TYPED, "password": "secret de polichinelle"}, 400)

    assert TYPED in page.words
    assert "polichinelle" not in str(page)
    assert members(app, cast.here) == 3


def test_the_form_given_back_is_sent_again_with_one_press(app: Flask, cast: Cast, desk: str) -> None:
    aline = Door(app, cast["aline"])
    aline.token = "un jeton d’hier"
    page = aline.send(desk, {"text": TYPED}, 400)
    form = page.main.form
    fields = {field["name"]: field.get_text() for field in form.find_all("textarea")}

    answer = aline.post(form["action"], fields)

    assert fields["text"].strip() == TYPED
    assert answer.status_code == 200
    assert members(app, cast.here) == 0


def test_another_site_acts_for_nobody(app: Flask, cast: Cast, desk: str) -> None:
    aline = Door(app, cast["aline"])
    aline.get(f"/espace/{cast.here_slug}/")

    answer = aline.post(desk, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert members(app, cast.here) == 3


def test_a_session_that_ended_while_typing_keeps_the_text(app: Flask, cast: Cast, desk: str) -> None:
    aline = Door(app, cast["aline"])
    aline.get(f"/espace/{cast.here_slug}/")
    with everything(app) as session:
        session.execute(delete(UserSession))

    page = aline.send(desk, {"text": TYPED}, 400)

    assert TYPED in page.words
    assert page.find("input", attrs={"name": "reprise"})["value"]
    assert members(app, cast.here) == 3


def test_a_refused_answer_leaves_nothing_written(app: Flask, cast: Cast, desk: str) -> None:
    aline = Door(app, cast["aline"])
    aline.get(f"/espace/{cast.here_slug}/")

    assert aline.post(desk, {"status": "422"}).status_code == 422
    assert members(app, cast.here) == 3
    assert aline.post(desk, {"status": "200"}).status_code == 200
    assert members(app, cast.here) == 0


def test_who_may_not_is_refused_before_the_view(app: Flask, cast: Cast, desk: str) -> None:
    for name, status in (("bernat", 403), ("camille", 404), ("paula", 404), ("treva", 403)):
        door = Door(app, cast[name])
        door.get("/espace/")

        assert door.post(desk).status_code == status, name
    assert members(app, cast.here) == 3
