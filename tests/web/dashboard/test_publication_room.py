"""A museum prepares its summer in May: seen as of 14 July, shown to the mayor, planned, ended, taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select, update
from werkzeug.datastructures import MultiDict

from portal.config import PARIS
from portal.domain import hours, previews, revisions
from portal.domain.accounts import Membership, UserSession
from portal.domain.museums import profile
from portal.domain.revisions import Revision, State
from portal.jobs import tidying
from portal.web.kit.clock import today as today_in_paris
from portal.web.kit.instants import instants
from portal.web.kit.preview import read
from tests import opening
from tests.cast import Cast, Door, everything
from tests.reader import inspect
from tests.web.dashboard.seasons import form_of

MAY = datetime(2027, 5, 12, 15, 38, tzinfo=PARIS)
JULY, SEPTEMBER = datetime(2027, 7, 1, tzinfo=PARIS), datetime(2027, 9, 1, tzinfo=PARIS)
USUAL, SUMMER, ESTIU = "Deux siècles de peinture.", "Tout l’été, les réserves.", "Tot l’estiu, las resèrvas."


def clock(app: Flask, now: datetime) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], qa_now=now)


def desk(app: Flask, user_id: int, now: datetime = MAY) -> Door:
    clock(app, now)
    door = Door(app, user_id)
    with everything(app) as session:
        session.execute(update(UserSession).values(made_at=now, seen_at=now))
    return door


def space(cast: Cast, path: str = "") -> str:
    return f"/espace/{cast.here_slug}/{path}"


def public(app: Flask, cast: Cast, language: str = "fr") -> str:
    return app.test_client().get(f"/{language}/musees/{cast.here_slug}/").get_data(as_text=True)


def write(app: Flask, cast: Cast, now: datetime = MAY, *, publishes: bool = False, **text: Any) -> int:
    """Write the Fiche as Aline would; return the revision's number in the database."""
    with everything(app) as session:
        key, by = profile.key(cast.here), revisions.Author(cast["aline"])
        seen = revisions.head(session, key).version
        kept = revisions.save_draft(session, key, profile.checked(text), seen=seen, by=by, now=now)
        assert kept is not None
        if publishes:
            revisions.publish(session, kept, by=by, now=now)
        return kept.id


def settled(app: Flask, cast: Cast) -> None:
    """A text online since March, the summer's as a draft, and opening hours from June."""
    march = MAY - timedelta(days=60)
    write(app, cast, march, publishes=True, presentation={"fr": USUAL, "oc": None})
    write(app, cast, presentation={"fr": SUMMER, "oc": ESTIU})
    with everything(app) as session:
        season = opening.whole(opening.season("06-15", "09-15"), holidays={"bastille_day": opening.USUAL})
        key, by = hours.key(cast.here), revisions.Author(cast["aline"])
        revisions.save_draft(session, key, season, seen=0, by=by, now=MAY)


def test_the_summer_of_a_museum(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    aline = desk(app, cast["aline"])

    today = aline.open(space(cast, "apercu/"))
    assert SUMMER in today.words
    assert "Fermé" not in today.h1.parent.get_text()
    seen = aline.open(space(cast, "apercu/?jour=14+juillet+2027&langue=oc"))
    assert seen.html["lang"] == "oc"
    assert ESTIU in seen.words
    assert USUAL not in seen.words
    assert "14 de julhet de 2027" in seen.find(class_="preview").get_text()
    assert "Dobèrt" in seen.h1.parent.get_text()
    assert seen.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert seen.find("script", type="application/ld+json") is None
    assert seen.find("link", rel="canonical") is None
    only = aline.open(space(cast, "apercu/?jour=2027-07-14&blocs=hours"))
    assert USUAL in only.words
    assert "Ouvert" in only.h1.parent.get_text()
    assert SUMMER not in public(app, cast)
    assert "Horaires non communiqués" in public(app, cast)

    form = form_of(aline, space(cast, "publication/profile/"))
    typed = form | {"day": "2027-07-01", "hour": "00:00", "end_day": "2027-09-01", "end_hour": "0 h"}
    assert aline.post(space(cast, "publication/profile/"), typed).status_code == 303
    room = aline.open(space(cast, "publication/")).words
    assert "1 er juillet 2027 à minuit" in room
    assert "1 er septembre 2027 à minuit" in room
    assert "prévu du 1 er juillet" in aline.open(space(cast, "description/")).words
    assert "celui d’avant" not in aline.open(space(cast, "publication/profile/")).words
    gone = aline.open(space(cast, "apercu/?jour=2027-09-02&blocs=profile"))
    assert SUMMER not in gone.words

    # Nobody runs a job: each page is right from its first reader on.
    clock(app, JULY - timedelta(seconds=1))
    assert USUAL in public(app, cast)
    clock(app, JULY)
    assert ESTIU in public(app, cast, "oc")
    clock(app, SEPTEMBER - timedelta(seconds=1))
    assert SUMMER in public(app, cast)
    clock(app, SEPTEMBER)
    page = public(app, cast, "oc")
    assert USUAL in page
    assert ESTIU not in page
    with everything(app) as session:
        head = revisions.head(session, profile.key(cast.here))
        assert (head.live.live_at, head.live.expire_at, head.pending) == (SEPTEMBER, None, None)
        assert [one.state for one in revisions.history(session, cast.here, profile.KIND)] == [
            State.LIVE,
            State.ARCHIVED,
            State.ARCHIVED,
        ]


def test_a_secret_link(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    aline = desk(app, cast["aline"])
    form = form_of(aline, space(cast, "publication/liens/"), "liens/$")
    made = aline.post(space(cast, "publication/liens/"), form | {"note": "La mairie", "kinds": ["profile"]})
    assert made.status_code == 303
    page = aline.open(made.location)
    link = page.find(class_="copy").get_text().removeprefix("http://localhost:8000")
    assert "La mairie" in page.words
    assert "Jamais ouvert" in page.words
    assert page.find(class_="copy")
    again = aline.open(made.location)
    assert again.find(class_="copy") is None, "the secret is shown once"
    with everything(app) as session:
        kept = session.scalars(select(previews.PreviewLink)).one()
        assert link.split("/")[2] not in {kept.digest, kept.note}

    mayor = app.test_client()
    answer = mayor.get(f"{link}?langue=oc")
    seen = inspect(link, answer)
    assert ESTIU in seen.words
    assert "Oraris pas indicats" in seen.words, "the draft of hours was not chosen"
    assert "Publication" not in seen.get_text()
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "no-store"
    assert seen.find("a", href="/affichage"), "the secret is written in no other address"
    assert mayor.post(link).status_code == 405
    write(app, cast, presentation={"fr": "Autre été.", "oc": None})
    assert "Autre été." in mayor.get(link).get_data(as_text=True), "it shows what waits now"
    assert "Ouvert pour la dernière fois" in aline.open(made.location).words


def test_a_link_dies(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    mayor, kinds = app.test_client(), ["profile"]
    with everything(app) as session:
        link = f"/apercu/{previews.make(session(), cast.here, kinds, '', by_id=cast['aline'], now=MAY)}/"
        number = session.scalars(select(previews.PreviewLink.id)).one()
    assert mayor.get("/apercu/nimporte/").status_code == 404
    camille = desk(app, cast["camille"])
    other = f"/espace/{cast.elsewhere_slug}/publication/liens/{number}/eteindre/"
    assert camille.post(other).status_code == 404
    assert camille.post(space(cast, f"publication/liens/{number}/eteindre/")).status_code == 404
    assert mayor.get(link).status_code == 200
    clock(app, MAY + timedelta(days=14))
    dead = mayor.get(link)
    assert dead.status_code == 410
    assert "Tout l’été" not in inspect(link, dead).words
    aline = desk(app, cast["aline"])
    assert aline.post(space(cast, f"publication/liens/{number}/eteindre/")).status_code == 303
    assert mayor.get(link).status_code == 410
    with everything(app) as session:
        session.get(previews.PreviewLink, number).revoked_at = None
        session.delete(session.scalars(select(Membership).where(Membership.user_id == cast["aline"])).one())
    assert mayor.get(link).status_code == 410, "who made it left the museum"
    clock(app, MAY + timedelta(days=60))
    with app.app_context():
        tidying.tidy(MAY + timedelta(days=60))
    assert mayor.get(link).status_code == 404


def test_off_the_page_and_back(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    aline = desk(app, cast["aline"])
    form = form_of(aline, space(cast, "publication/profile/"), "retirer")
    assert (
        aline.post(space(cast, "publication/profile/retirer/"), {"retrait-version": "1"}).status_code == 409
    )
    assert aline.post(space(cast, "publication/profile/retirer/"), form).status_code == 303
    page = public(app, cast)
    assert USUAL not in page
    assert "On y parle de" in page or "Musée de France" in page
    with everything(app) as session:
        assert revisions.pending(session, profile.key(cast.here)).content["presentation"]["fr"] == SUMMER

    trash = aline.open(space(cast, "historique/corbeille/"))
    assert "Retiré de la page" in trash.words
    back = trash.find("form", action=lambda address: address.endswith("/remettre/"))["action"]
    assert aline.post(back).status_code == 303
    assert USUAL in public(app, cast)
    assert aline.post(back).status_code == 404, "it lies there no more"

    assert aline.post(space(cast, "description/abandonner/")).status_code == 303
    trash = aline.open(space(cast, "historique/corbeille/"))
    assert "Brouillon abandonné" in trash.words
    assert "Aline" in trash.words
    again = trash.find("form", action=lambda address: address.endswith("/reprendre/"))["action"]
    camille = desk(app, cast["camille"])
    assert camille.post(again).status_code == 404
    assert camille.post(again.replace(cast.here_slug, cast.elsewhere_slug)).status_code == 404
    waiting = write(app, cast, presentation={"fr": "Autre chose.", "oc": None})
    aline = desk(app, cast["aline"])
    aline.post(again)
    with everything(app) as session:
        assert revisions.pending(session, profile.key(cast.here)).id == waiting, (
            "what waits is not written over"
        )
        revisions.discard_draft(session, session.get(Revision, waiting), now=MAY)
    assert aline.post(again).status_code == 303
    assert SUMMER in aline.open(space(cast, "description/")).find(id="presentation_fr").get_text()

    with everything(app) as session:
        assert revisions.empty(session, MAY + timedelta(days=29)) == 0
        assert revisions.empty(session, MAY + timedelta(days=30)) == 1
        assert session.get(Revision, waiting) is None
        assert USUAL in str([one.snapshot for one in revisions.history(session, cast.here, profile.KIND)])


def test_who_may_only_propose_plans_nothing(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    clara = desk(app, cast["clara"])
    page = clara.open(space(cast, "publication/profile/"))
    assert page.main.find_all("form") == []
    assert "Qui publie pour le musée choisit la date" in page.words
    for path in ("", "annuler/", "fin/", "sans-fin/", "retirer/"):
        assert clara.post(space(cast, f"publication/profile/{path}"), {"version": "2"}).status_code == 403
    for path in (
        "apercu/",
        "publication/",
        "publication/prices/",
        "publication/liens/",
        "historique/corbeille/",
    ):
        assert isinstance(clara.open(space(cast, path)), BeautifulSoup)


def test_the_night_of_october_and_other_moments_that_are_none(app: Flask, cast: Cast) -> None:
    settled(app, cast)
    aline = desk(app, cast["aline"], datetime(2026, 10, 20, 9, tzinfo=PARIS))
    path = space(cast, "publication/profile/")
    form = form_of(aline, path) | {"day": "2026-10-25", "hour": "2 h 30", "end_day": "", "end_hour": ""}

    twice = aline.send(path, form, 422)
    assert "Dites laquelle des deux" in twice.words
    assert twice.find("input", id="day")["value"] == "2026-10-25"
    assert aline.post(path, form | {"turn": "second"}).status_code == 303
    with everything(app) as session:
        planned = revisions.pending(session, profile.key(cast.here))
        assert planned.go_live_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert "2 h 30 (heure d’hiver)" in aline.open(space(cast, "publication/")).words.replace("\xa0", " ")

    def refused(**typed: str) -> str:
        return aline.send(path, form | {"turn": "second"} | typed, 422).words

    assert "n’existe pas" in refused(day="2027-03-28", hour="2:30")
    assert "Choisissez un moment à venir" in refused(day="2026-10-19")
    assert "La fin vient avant le début" in refused(end_day="2026-10-24", end_hour="")
    assert "Écrivez une heure" in refused(hour="<b>quand</b>")
    assert "Écrivez une date" in refused(day="")
    assert aline.send(path, form | {"version": "1", "turn": "first"}, 409).find("input", id="day")["value"]
    assert aline.post(path.replace("profile", "nothing")).status_code == 404


def test_an_instant_has_none_one_or_two_hours() -> None:
    assert instants(date(2026, 10, 25), 150) == [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ]
    assert instants(date(2027, 3, 28), 150) == []
    assert instants(date(2027, 7, 1), 0) == [JULY.astimezone(UTC)]
    assert instants(date(2027, 6, 30), 1440) == [JULY.astimezone(UTC)]


def test_a_day_that_is_none_shows_today(shared_app: Flask) -> None:
    for typed in ("", "blabla", "99/99/9999", "9999-01-01", "\x00", "x" * 5000, "<b>"):
        sent = MultiDict({"jour": typed, "langue": "en", "blocs": "nothing"})
        with shared_app.test_request_context("/"):
            asked = read(sent, "fr")
            today = today_in_paris()
        assert (asked.day, asked.is_today, asked.language, asked.kinds) == (today, True, "fr", ())
        assert bool(asked.refused) == (typed not in {"", "\x00"})
