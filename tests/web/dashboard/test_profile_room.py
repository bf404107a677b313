"""The Fiche, from the form to the public page: published, proposed, refused, written by two at once."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from portal.domain.accounts import User, personal_data
from portal.domain.journal import AuditEvent
from portal.domain.museums import MuseumProfile
from portal.domain.revisions import Revision, State
from tests.cast import SINCE, Cast, Door, everything

HERE = "Un musée au bord du canal.\n\nIl a trois salles."


def room(cast: Cast, slug: str | None = None) -> str:
    return f"/espace/{slug or cast.here_slug}/description/"


def fields(door: Door, path: str) -> dict[str, str]:
    """What the browser would send back untouched."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    form = next(form for form in page.find_all("form") if form.find("input", attrs={"name": "version"}))
    typed = {
        control["name"]: control.get("value", "")
        for control in form.find_all("input")
        if control.get("name") and control.get("type") != "checkbox"
    }
    return typed | {area["name"]: area.get_text().removeprefix("\n") for area in form.find_all("textarea")}


def write(door: Door, cast: Cast, act: str = "publish", **typed: str) -> Any:
    path = room(cast)
    return door.post(path, fields(door, path) | typed | {"action": act})


def public(app: Flask, cast: Cast, language: str = "fr") -> str:
    return app.test_client().get(f"/{language}/musees/{cast.here_slug}/").get_data(as_text=True)


def states(app: Flask) -> list[State]:
    with everything(app) as session:
        return list(session.scalars(select(Revision.state).order_by(Revision.number)))


def test_what_aline_publishes_is_read_at_once_in_both_languages(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    answer = write(
        aline,
        cast,
        presentation_fr=HERE,
        presentation_oc="Un musèu al bòrd de la canal.",
        phone="+33 4 68 77 73 70",
        email="accueil@musee.example",
        street="15 boulevard Camille-Pelletan",
    )

    assert answer.status_code == 303
    for said in ("bord du canal", "04 68 77 73 70", "accueil@musee.example", "Camille-Pelletan"):
        assert said in public(app, cast), said
    assert "bòrd de la canal" in public(app, cast, "oc")
    with everything(app) as session:
        line = session.scalars(select(AuditEvent).where(AuditEvent.action == "content.published")).one()
        assert (line.actor_id, line.museum_id) == (cast["aline"], cast.here)


def test_a_draft_changes_nothing_that_the_public_reads(app: Flask, cast: Cast) -> None:
    answer = write(Door(app, cast["bernat"]), cast, "draft", presentation_fr="Un texte en cours.")

    assert answer.status_code == 303
    assert "Un texte en cours" not in public(app, cast)
    assert "Un texte en cours" in Door(app, cast["aline"]).open(room(cast)).get_text()
    assert states(app) == [State.DRAFT]


def test_clara_proposes_and_aline_sends_back_then_publishes(app: Flask, cast: Cast) -> None:
    clara, aline = Door(app, cast["clara"]), Door(app, cast["aline"])

    proposed = write(clara, cast, "publish", presentation_fr="Une proposition.")
    silent = aline.send(f"{room(cast)}refuser/", {"refusal-reason": ""}, 422)
    refused = aline.post(f"{room(cast)}refuser/", {"refusal-reason": "Dites aussi les salles."})
    seen = clara.open(room(cast))
    write(clara, cast, "submit", presentation_fr="Une proposition, trois salles.")
    write(aline, cast, "publish")

    assert (proposed.status_code, refused.status_code) == (303, 303)
    assert "Écrivez en une phrase" in silent.get_text()
    assert "Dites aussi les salles." in seen.get_text()
    assert "Une proposition, trois salles." in public(app, cast)


def test_clara_may_not_send_back_and_treva_writes_only_occitan(app: Flask, cast: Cast) -> None:
    clara, treva = Door(app, cast["clara"]), Door(app, cast["treva"])
    write(Door(app, cast["aline"]), cast, presentation_fr="Le français du musée.")

    assert clara.post(f"{room(cast)}refuser/", {"refusal-reason": "Non."}).status_code == 403
    write(treva, cast, "submit", presentation_fr="Un autre français", presentation_oc="L’occitan.")
    write(Door(app, cast["aline"]), cast, "publish")

    assert "Le français du musée." in public(app, cast)
    assert "L’occitan." in public(app, cast, "oc")


def test_camille_finds_no_such_room_and_a_visitor_signs_in(app: Flask, cast: Cast) -> None:
    camille = Door(app, cast["camille"])

    assert camille.get(room(cast)).status_code == 404
    assert camille.post(room(cast), {"presentation_fr": "Pris !", "action": "publish"}).status_code == 404
    assert Door(app).get(room(cast)).status_code == 303
    with everything(app) as session:
        assert session.scalars(select(MuseumProfile.museum_id)).all() == []


def test_two_editors_both_keep_their_text(app: Flask, cast: Cast) -> None:
    bernat, aline = Door(app, cast["bernat"]), Door(app, cast["aline"])
    opened = fields(aline, room(cast))
    write(bernat, cast, presentation_fr="Le texte de Bernat.")

    page = aline.send(room(cast), opened | {"presentation_fr": "Le texte d’Aline.", "action": "publish"}, 409)
    hidden = {control["name"]: control["value"] for control in page.select("main form input[type=hidden]")}
    answer = aline.post(room(cast), hidden | {"choix-presentation.fr": "yours", "action": "publish"})

    assert "Bernat a écrit en même temps que vous" in page.h1.get_text()
    assert "Le texte de Bernat." in page.words
    assert "Le texte d’Aline." in page.words
    assert answer.status_code == 303
    assert "Le texte d’Aline." in public(app, cast)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("phone", "appelez-nous", "Écrivez un seul numéro"),
        ("website", "javascript:alert(1)", "Écrivez l’adresse complète du site"),
        ("email", "pas une adresse", "Écrivez une adresse électronique"),
        ("postcode", "1100", "Un code postal a cinq chiffres"),
        ("usage_name_fr", "x" * 121, "au plus"),
        ("presentation_fr", "é" * 3001, "au plus"),
        ("street", "rue\x00du musée", "signes invisibles"),
        ("presentation_oc", "Sens francés.", "en français"),
    ],
)
def test_what_makes_no_sense_gets_a_sentence_by_its_field_and_is_kept(
    app: Flask, cast: Cast, name: str, typed: str, said: str
) -> None:
    aline = Door(app, cast["aline"])

    page = aline.send(room(cast), fields(aline, room(cast)) | {name: typed, "action": "publish"}, 422)
    control = page.find(id=name)
    kept = control.get_text() if control.name == "textarea" else control["value"]

    assert said in page.find(id="a-corriger").get_text()
    assert kept.strip() == typed.replace("\x00", "")
    assert states(app) == []


def test_an_emoji_and_a_script_are_texts_like_others(app: Flask, cast: Cast) -> None:
    write(Door(app, cast["aline"]), cast, presentation_fr="Une fête 🎉 <script>alert(1)</script>")

    assert "Une fête 🎉 &lt;script&gt;" in public(app, cast)


def test_an_old_version_comes_back_as_a_draft(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    write(aline, cast, presentation_fr="Le premier texte.")
    write(aline, cast, presentation_fr="Le second texte.")
    history = aline.open(f"/espace/{cast.here_slug}/historique/")
    numbers = [link["href"].rstrip("/").rpartition("/")[2] for link in history.select(".hist a")]
    oldest = f"/espace/{cast.here_slug}/historique/{numbers[-1]}/"
    page = aline.open(oldest)
    version = page.select_one("main form input[name=version]")["value"]

    answer = aline.post(f"{oldest}reprendre/", {"version": version})

    assert answer.status_code == 303
    assert "Le second texte." in public(app, cast)
    assert "Le premier texte." in aline.open(room(cast)).get_text()


def test_an_erased_author_has_no_name_left(app: Flask, cast: Cast) -> None:
    write(Door(app, cast["bernat"]), cast, presentation_fr="Le texte de qui s’en va.")
    with everything(app) as session:
        personal_data.erase(session.get(User, cast["bernat"]), by=None, now=SINCE)

    page = Door(app, cast["aline"]).open(f"/espace/{cast.here_slug}/historique/")

    assert "compte effacé" in page.words
    assert "Bernat" not in page.get_text()
