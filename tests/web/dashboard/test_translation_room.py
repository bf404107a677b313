"""The translation desk, from what a translator types to what the public reads; two who write; a machine that proposes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from portal import programs
from portal.db import READ_EVERYTHING, db, enter
from portal.domain import museums, revisions
from portal.domain.journal import AuditEvent
from portal.domain.museums import profile
from portal.domain.revisions import Author, State
from portal.domain.translations import machine
from portal.domain.translations.walking import digest
from portal.web.dashboard.translation import duties
from portal.web.kit import clock, tasks
from tests.cast import Cast, Door, everything
from tests.translating import PRESENTATION, fiche, furnish, put

OCCITAN = "Ingres daissa son obrador a sa vila : 4 500 dessenhs e son violon."


def desk(cast: Cast, slug: str | None = None) -> str:
    return f"/espace/{slug or cast.here_slug}/traduction/"


def seen(door: Door, path: str) -> BeautifulSoup:
    """The desk, which the first test has looked at as a page."""
    return BeautifulSoup(door.client.get(path).get_data(as_text=True), "html.parser")


def row_of(door: Door, path: str, name: str) -> str:
    """How a text stands on the desk."""
    return str(seen(door, path).find(id=f"texte-{name}").h3.get_text())


def typed(door: Door, path: str) -> dict[str, str]:
    """What the browser would send back untouched."""
    form = seen(door, path).select_one("form.desk-tr")
    found = {one["name"]: one["value"] for one in form.find_all("input", type="hidden")}
    return found | {one["name"]: one.get_text().removeprefix("\n") for one in form.find_all("textarea")}


def name_of(path: str = "presentation") -> str:
    """What the forms call a text of the profile."""
    return digest(f"profile\0{revisions.WHOLE_MUSEUM}\0{path}")[:10]


def public(app: Flask, cast: Cast) -> str:
    """What the Occitan page says."""
    page = app.test_client().get(f"/oc/musees/{cast.here_slug}/").get_data(as_text=True)
    return BeautifulSoup(page, "html.parser").get_text()


def furnished(app: Flask, cast: Cast) -> None:
    with everything(app) as session:
        furnish(session(), cast.here, clock.today())


def publish(app: Flask, cast: Cast, presentation: str, occitan: str | None = None) -> None:
    with everything(app) as session:
        put(session(), profile.key(cast.here), fiche(presentation, occitan))


def kept(app: Flask, cast: Cast) -> revisions.Head:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        return revisions.head(db.session(), profile.key(cast.here))


def test_a_text_is_translated_published_left_behind_and_confirmed(app: Flask, cast: Cast) -> None:
    furnished(app, cast)
    door, path = Door(app, cast["aline"]), desk(cast)
    page = door.open(path)
    assert "Aucun des 10 textes n’est encore en ligne" in page.words
    assert "sur réservation" not in page.words  # the portal says that in Occitan by itself
    row = page.find(id=f"texte-{name_of()}")
    assert "À traduire" in row.h3.get_text()
    assert row.find("p", class_="pre")["lang"] == "fr"
    assert row.textarea["lang"] == "oc"

    name = name_of()
    sent = typed(door, path) | {f"oc_{name}": OCCITAN, "action": f"publish:{name}"}
    answer = door.post(path, sent)
    assert answer.status_code == 303
    assert answer.location.endswith(f"#texte-{name}")
    assert OCCITAN in public(app, cast)
    assert "1 texte sur 10 est en ligne" in seen(door, path).get_text()

    publish(app, cast, PRESENTATION.replace("6 €", "7 €"), OCCITAN)
    page = door.open(f"{path}?voir=a-relire")
    row = page.find(id=f"texte-{name}")
    assert [mark.get_text() for mark in row.find_all("mark")] == ["L’entrée coûte 7 € pour M. Tout-le-Monde."]
    assert [change.get_text() for change in row.select(".moved li")] == [
        "L’entrée coûte 6 7 € pour M. Tout-le-Monde."
    ]
    assert [one.address for one in asked(app, cast)] == [f"{path}?voir=a-relire#texte-{name}"]

    assert door.post(path, typed(door, path) | {"action": f"confirm:{name}"}).status_code == 303
    assert "À jour" in row_of(door, path, name)
    assert asked(app, cast) == []
    with everything(app) as session:
        told = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert told[-2:] == ["content.published", "content.confirmed"]


def asked(app: Flask, cast: Cast) -> list[tasks.Task]:
    """What the museum's first page is told to ask for."""
    with app.test_request_context():
        enter(db.session(), READ_EVERYTHING)
        return list(duties.tasks(museums.guide().by_id[cast.here], clock.today()))


def test_a_minor_touch_is_said_on_the_fiche_or_afterwards_on_the_desk(app: Flask, cast: Cast) -> None:
    publish(app, cast, PRESENTATION, OCCITAN)
    door, path, name = Door(app, cast["aline"]), desk(cast), name_of()
    fiche_path = f"/espace/{cast.here_slug}/description/"
    version = seen(door, fiche_path).find("input", attrs={"name": "version"})["value"]
    sent = {
        "presentation_fr": PRESENTATION.replace("Ingres lègue", "Ingres légua"),
        "presentation_oc": OCCITAN,
    }
    sent |= {"version": version, "action": "publish", "minor": "y"}
    assert door.post(fiche_path, sent).status_code == 303
    assert "À jour" in row_of(door, path, name)

    publish(app, cast, PRESENTATION, OCCITAN)
    publish(app, cast, PRESENTATION.replace("dix-huit", "18"), OCCITAN)
    assert "Le français a changé" in row_of(door, path, name)
    assert door.post(path, typed(door, path) | {"action": "minor:profile.0"}).status_code == 303
    assert "À jour" in row_of(door, path, name)


def test_the_networks_translator_proposes_and_the_museum_publishes(app: Flask, cast: Cast) -> None:
    furnished(app, cast)
    treva, path, name = Door(app, cast["treva"]), desk(cast), name_of()
    listed = treva.open("/admin/traductions/")
    first = listed.select_one("tbody tr")
    assert first.select_one("a.btn")["href"] == path
    assert first.find(attrs={"data-l": "À traduire"}).get_text() == "10"
    page = seen(treva, path)
    assert not page.find("button", value="publish")
    assert "Corriger le français" not in page.get_text()

    sent = typed(treva, path) | {f"oc_{name}": OCCITAN}
    assert (
        treva.post(path, sent | {"action": "publish"}).status_code == 303
    )  # asked for all the same: proposed
    assert kept(app, cast).pending.state is State.SUBMITTED
    assert OCCITAN not in public(app, cast)

    aline = Door(app, cast["aline"])
    assert "Écrit, pas en ligne" in row_of(aline, path, name)
    assert aline.post(path, typed(aline, path) | {"action": f"publish:{name}"}).status_code == 303
    assert OCCITAN in public(app, cast)
    assert Door(app, cast["camille"]).get(path).status_code == 404
    assert Door(app, cast["paula"]).get(path).status_code == 404


def test_nothing_typed_is_lost_by_a_button_beside_another_text(app: Flask, cast: Cast) -> None:
    furnished(app, cast)
    door, path, name = Door(app, cast["aline"]), desk(cast), name_of()
    other = name_of("usage_name")
    sent = typed(door, path) | {f"oc_{name}": OCCITAN, f"oc_{other}": "x" * 121}

    page = door.send(path, sent | {"action": f"keep:{name}"}, 200)
    assert page.find(id=f"oc_{other}").get_text().strip() == "x" * 121
    assert "ne sont pas encore gardés" in page.words
    page = door.send(path, typed(door, path) | {f"oc_{other}": "x" * 121, "action": "keep"}, 422)
    assert page.find(id=f"oc_{other}")["aria-invalid"] == "true"
    assert kept(app, cast).pending.content["presentation"]["oc"] == OCCITAN


def test_two_who_translate_and_a_french_that_goes_are_both_told(app: Flask, cast: Cast) -> None:
    furnished(app, cast)
    aline, bernat, path = Door(app, cast["aline"]), Door(app, cast["bernat"]), desk(cast)
    name = name_of()
    before = typed(bernat, path)
    aline.post(path, typed(aline, path) | {f"oc_{name}": OCCITAN, "action": "publish"})

    # Untouched, the other's text is not written over; touched, both are shown.
    assert bernat.post(path, before | {"action": "publish"}).status_code == 303
    page = bernat.send(path, before | {f"oc_{name}": "Lo mieu tèxte.", "action": "publish"}, 409)
    row = page.find(id=f"texte-{name}")
    assert row.textarea.get_text().strip() == "Lo mieu tèxte."
    assert OCCITAN in " ".join(row.select_one(".note .pre").get_text().split())
    seal = row.find("input", attrs={"name": f"vu_{name}"})["value"]
    again = before | {f"oc_{name}": "Lo mieu tèxte.", f"vu_{name}": seal, "action": "publish"}
    assert bernat.post(path, again | {f"choix_{name}": "theirs"}).status_code == 303
    assert kept(app, cast).live.content["presentation"]["oc"] == OCCITAN
    assert bernat.post(path, again | {f"choix_{name}": "yours"}).status_code == 303
    assert kept(app, cast).live.content["presentation"]["oc"] == "Lo mieu tèxte."

    before = typed(aline, path) | {f"oc_{name}": "Perdut ?", "action": "publish"}
    with everything(app) as session:
        put(session(), profile.key(cast.here), fiche(None), by=Author(cast["bernat"]))
    assert "Perdut ?" in aline.send(path, before, 409).words


def test_a_text_with_headings_is_translated_in_the_notation_and_stale_by_its_sentence(
    app: Flask, cast: Cast
) -> None:
    def history(french: str, occitan: str | None = None) -> None:
        with everything(app) as session:
            put(session(), profile.key(cast.here), fiche(history={"fr": french, "oc": occitan}))

    history("<h3>Le palais</h3><p>Ouvert en <strong>1820</strong>. Un violon.</p>")
    door, path, name = Door(app, cast["aline"]), desk(cast), name_of("history")
    assert seen(door, path).select_one(f"#texte-{name} .words h3").get_text() == "Le palais"
    sent = typed(door, path) | {
        f"oc_{name}": "# Lo palais\n\nDobèrt en **1820**. Un violon.",
        "action": "publish",
    }
    assert door.post(path, sent).status_code == 303
    occitan = "<h3>Lo palais</h3><p>Dobèrt en <strong>1820</strong>. Un violon.</p>"
    assert kept(app, cast).live.content["history"]["oc"] == occitan
    number = kept(app, cast).version
    door.post(path, typed(door, path) | {"action": "publish"})
    assert kept(app, cast).version == number

    history("<h3>Le palais</h3><p>Ouvert en <em>1820</em>. Un violon.</p>", occitan)
    assert "À jour" in row_of(door, path, name)  # other letters, the same words
    history("<h3>Le palais</h3><p>Ouvert en 1821. Un violon.</p>", occitan)
    row = seen(door, path).find(id=f"texte-{name}")
    assert [mark.get_text() for mark in row.find_all("mark")] == ["Ouvert en 1821."]


@pytest.fixture
def apertium(app: Flask, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A machine that translates, as far as the portal knows."""
    program = tmp_path / "apertium"
    program.write_text('#!/bin/sh\n[ "$1" = -l ] && echo fra-oci || { echo "Un palais barrat."; }\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    programs.find.cache_clear()
    machine._modes.clear()
    yield lambda *tools: app.extensions.update(
        settings=replace(app.extensions["settings"], occitan_tools=frozenset(tools))
    )
    programs.find.cache_clear()
    machine._modes.clear()


def test_a_machine_is_asked_only_where_it_is_switched_on_and_never_published_unread(
    app: Flask, cast: Cast, apertium: Callable[..., None]
) -> None:
    publish(app, cast, "Un palais fermé.")
    door, path, name = Door(app, cast["aline"]), desk(cast), name_of()
    assert "brouillon automatique" not in seen(door, path).get_text()
    assert door.post(path, typed(door, path) | {"action": f"suggest:{name}"}).status_code == 303
    assert "À traduire" in row_of(door, path, name)

    apertium("apertium")
    assert "Proposer un brouillon automatique" in seen(door, path).get_text()
    assert door.post(path, typed(door, path) | {"action": f"suggest:{name}"}).status_code == 303
    row = seen(door, path).find(id=f"texte-{name}")
    assert "Traduction automatique, à relire" in row.h3.get_text()
    assert row.textarea.get_text().strip() == "Un palais tampat."
    assert kept(app, cast).pending is None
    assert [one.address for one in asked(app, cast)] == [f"{path}?voir=a-relire#texte-{name}"]

    page = door.send(path, typed(door, path) | {"action": f"publish:{name}"}, 422)
    assert "puis cochez" in page.words
    door.post(path, typed(door, path) | {"action": "publish"})  # all the others: this one waits on
    door.post(path, typed(door, path) | {"action": "keep"})
    assert "Traduction automatique, à relire" in row_of(door, path, name)
    assert kept(app, cast).live.content["presentation"]["oc"] is None

    door.post(path, typed(door, path) | {f"lu_{name}": "y", "action": f"publish:{name}"})
    assert kept(app, cast).live.content["presentation"]["oc"] == "Un palais tampat."
    assert "À jour" in row_of(door, path, name)


def test_an_empty_museum_and_a_hostile_text_are_taken_calmly(app: Flask, cast: Cast) -> None:
    door, path = Door(app, cast["aline"]), desk(cast)
    assert "Aucun texte à traduire" in door.open(path).words
    assert door.get(f"{path}?page=2").status_code == 404
    for action in (
        "",
        "publish:x",
        "confirm:x",
        "suggest:x",
        "minor:x",
        "minor:profile.x",
        "::",
        "keep:" + "9" * 400,
    ):
        assert door.post(path, {"action": action, "vu_x": "1", "oc_y": ""}).status_code == 303

    publish(app, cast, "<script>alert(1)</script> M. & Mme.")
    name = name_of()
    hostile = '<img src=x onerror="alert(1)">'
    door.post(path, typed(door, path) | {f"oc_{name}": hostile, "action": "publish"})
    assert hostile in public(app, cast)
    assert door.post(path, typed(door, path) | {f"oc_{name}": "a\x00b", "action": "keep"}).status_code == 422
    assert (
        door.post(path, typed(door, path) | {f"vu_{name}": "", "action": f"confirm:{name}"}).status_code
        == 409
    )
