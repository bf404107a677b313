"""Denis sees what Aline sees: nothing can be changed, everybody can tell, and it ends by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from portal.domain.accounts import AssociationRight, AssociationRole, Membership, User, UserSession
from portal.domain.journal import AuditEvent
from portal.web.kit import declarations
from portal.web.kit.declarations import Audience
from tests.cast import SINCE, Cast, Door, everything


@pytest.fixture
def denis(app: Flask, cast: Cast) -> Door:
    return Door(app, cast["denis"])


def look(denis: Door, user_id: int) -> int:
    return denis.post(f"/admin/comptes/{user_id}/voir/").status_code


def lines(app: Flask) -> list[tuple[str, int | None, str | None]]:
    with everything(app) as session:
        found = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        return [(line.action, line.actor_id, line.subject) for line in found]


def test_denis_reads_alines_space_under_a_band_that_says_so(app: Flask, cast: Cast, denis: Door) -> None:
    assert look(denis, cast["aline"]) == 303

    page = denis.open(f"/espace/{cast.here_slug}/")

    assert "Bonjour Aline" in page.h1.get_text()
    band = page.select_one(".eyes")
    assert "Aline" in band.get_text()
    assert band.form.button.get_text().strip() == "Arrêter"
    assert denis.get(f"/espace/{cast.elsewhere_slug}/").status_code == 404
    assert denis.get("/admin/comptes/").status_code == 403


def test_nothing_can_be_changed_while_looking(app: Flask, cast: Cast, denis: Door) -> None:
    look(denis, cast["aline"])
    denis.open(f"/espace/{cast.here_slug}/")
    tried = 0

    for path in acts(app, cast.here_slug):
        assert denis.post(path, {"name": "Une autre", "reason": "Essai"}).status_code == 403, path
        tried += 1

    assert tried > 20
    with everything(app) as session:
        assert session.get(User, cast["aline"]).name == "Aline"
        assert session.scalar(select(Membership).where(Membership.user_id == cast["aline"]))


def acts(app: Flask, slug: str) -> list[str]:
    """Every address that changes something for a signed-in person, but the two that stop."""
    no_person = {Audience.EVERYONE, Audience.VISITOR, Audience.DOOR}
    samples = {"museum": slug, "slug": "suspendre", "part": "pratique"}
    with app.test_request_context():
        return [
            app.url_map.bind("localhost").build(
                rule.endpoint,
                {name: samples.get(name, 1) for name in rule.arguments},
                method="POST",
            )
            for rule in app.url_map.iter_rules()
            if "POST" in rule.methods
            and rule.endpoint not in {"auth.looking.delete", "auth.sessions.delete"}
            and declarations.audience_of(app, rule.endpoint) not in no_person
        ]


def test_the_button_gives_denis_his_own_eyes_back(app: Flask, cast: Cast, denis: Door) -> None:
    look(denis, cast["aline"])
    stop = denis.open(f"/espace/{cast.here_slug}/").select_one(".eyes form")["action"]

    answer = denis.post(stop)

    assert answer.status_code == 303
    assert denis.get("/admin/comptes/").status_code == 200
    aline = f"user:{cast['aline']}"
    assert lines(app) == [
        ("account.looked_as", cast["denis"], aline),
        ("account.looked_as_ended", cast["denis"], aline),
    ]


def test_it_ends_by_itself_after_thirty_minutes(app: Flask, cast: Cast, denis: Door) -> None:
    look(denis, cast["aline"])
    with everything(app) as session:
        row = session.scalars(select(UserSession).where(UserSession.user_id == cast["denis"])).one()
        until = datetime.fromisoformat(row.data["looking_as"]["until"])
        left = until - datetime.now(UTC)  # noqa: TID251 - the machine's own clock is what is checked
        assert timedelta(minutes=29) < left <= timedelta(minutes=30)
        past = dict(row.data) | {"looking_as": {"user_id": cast["aline"], "until": SINCE.isoformat()}}
        session.execute(update(UserSession).where(UserSession.user_id == cast["denis"]).values(data=past))

    page = denis.open("/admin/comptes/")

    assert page.select_one(".eyes") is None


@pytest.mark.parametrize("state", ["admin", "disabled", "oneself"])
def test_nobody_looks_through_these_eyes(app: Flask, cast: Cast, denis: Door, state: str) -> None:
    with everything(app) as session:
        if state == "admin":
            session.add(AssociationRight(user_id=cast["aline"], role=AssociationRole.ADMIN, since=SINCE))
        elif state == "disabled":
            session.get(User, cast["aline"]).disabled_at = SINCE
    user_id = cast["denis" if state == "oneself" else "aline"]

    assert denis.get(f"/admin/comptes/{user_id}/voir/").status_code == 404
    assert look(denis, user_id) == 404
    assert lines(app) == []
    assert denis.get("/admin/").status_code == 200


@pytest.mark.parametrize("becomes", ["disabled", "admin"])
def test_looking_ends_when_one_may_look_no_more(app: Flask, cast: Cast, denis: Door, becomes: str) -> None:
    look(denis, cast["aline"])
    assert denis.get("/admin/comptes/").status_code == 403
    with everything(app) as session:
        if becomes == "disabled":
            session.get(User, cast["aline"]).disabled_at = SINCE
        else:
            session.add(AssociationRight(user_id=cast["aline"], role=AssociationRole.ADMIN, since=SINCE))

    assert denis.open("/admin/comptes/").select_one(".eyes") is None


def test_an_admin_who_is_one_no_more_looks_no_more(app: Flask, cast: Cast, denis: Door) -> None:
    look(denis, cast["aline"])
    with everything(app) as session:
        session.execute(delete(AssociationRight).where(AssociationRight.user_id == cast["denis"]))

    assert denis.get(f"/espace/{cast.here_slug}/").status_code == 404
