"""Access, from the museum's desk to what the public reads: answered, proposed, announced, repaired, written by two."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from portal.db import READ_EVERYTHING, db, enter
from portal.domain import access
from portal.domain.access import Comfort, Fact, Family, State, family_state
from portal.domain.journal import AuditEvent
from portal.web.kit import clock
from tests.accessible import WHEELCHAIR, answers, outage, publish, told
from tests.cast import Cast, Door, everything

LIFT = {"what": "lift", "until": "week", "once": "k" * 32}


def room(cast: Cast, more: str = "", slug: str | None = None) -> str:
    return f"/espace/{slug or cast.here_slug}/acces/{more}"


def fields(door: Door, path: str) -> dict[str, str]:
    """What the browser would send back untouched."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    form = next(form for form in page.find_all("form") if form.find("input", attrs={"name": "version"}))
    inputs = [one for one in form.find_all("input") if one.get("type") != "radio" or one.has_attr("checked")]
    typed = {one["name"]: one.get("value", "") for one in inputs}
    for one in form.find_all("select"):
        chosen = one.find("option", selected=True)
        typed[one["name"]] = chosen["value"] if chosen else ""
    return typed


def write(door: Door, cast: Cast, act: str = "publish", more: str = "", **typed: str) -> Any:
    path = room(cast, more)
    return door.post(path, fields(door, path) | typed | {"action": act})


def kept(app: Flask, cast: Cast) -> access.Kept:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        return access.of(cast.here)


def given(app: Flask, cast: Cast, *block: Any, **more: Any) -> None:
    with everything(app) as session:
        publish(session(), cast.here, *block, **more)


def today(app: Flask) -> date:
    with app.app_context():
        return clock.today()


def motor(app: Flask, cast: Cast, ahead: int = 0) -> State:
    day = today(app) + timedelta(days=ahead)
    return family_state(kept(app, cast).access, Family.MOTOR, day).state


def test_what_aline_answers_is_live_at_once_and_signed(app: Flask, cast: Cast) -> None:
    answer = write(
        Door(app, cast["aline"]),
        cast,
        facts_entrance_answer="yes",
        facts_rooms_answer="no",
        facts_rooms_words_fr="L’étage compte 32 marches.",
        facts_rooms_words_oc="Lo solièr a 32 escalons.",
        door_cm="90 cm",
        marks_moteur_to="14 mars 2029",
        origins_moteur_source="audit",
    )

    assert answer.status_code == 303
    live = kept(app, cast)
    assert live.access.told(Fact.ROOMS).words.oc == "Lo solièr a 32 escalons."
    assert (live.access.door_cm, live.access.marks[Family.MOTOR].last) == (90, date(2029, 3, 14))
    assert live.access_confirmed_by_id == cast["aline"]
    assert motor(app, cast) is State.LIMITED
    page = Door(app, cast["aline"]).open(room(cast))
    assert "Fauteuil roulant\u00a0: en partie" in page.get_text()
    with everything(app) as session:
        line = session.query(AuditEvent).filter_by(action="content.published").one()
        assert (line.actor_id, line.museum_id) == (cast["aline"], cast.here)


def test_a_page_of_the_room_is_light(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR, outage("lift", "2026-01-01", "2099-01-01"))
    for path in ("", "pratique/", "panne/"):
        answer = Door(app, cast["aline"]).get(room(cast, path))
        assert len(answer.get_data()) <= 100_000, path


def test_practical_facts_are_read_as_typed(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    write(
        aline,
        cast,
        more="pratique/",
        measures_visit_minutes="1h30",
        measures_indoor_percent="80 %",
        facts_cafe_answer="no",
    )

    live = kept(app, cast).practical
    assert access.sheltered(live) is True
    assert live.told(Comfort.CAFE).answer is False
    assert "Comptez 1\u00a0h\u00a030" in aline.open(room(cast, "pratique/")).get_text()


def test_clara_proposes_and_aline_sends_back_then_publishes(app: Flask, cast: Cast) -> None:
    clara, aline = Door(app, cast["clara"]), Door(app, cast["aline"])

    write(clara, cast, "publish", facts_braille_answer="yes")
    assert kept(app, cast).access.is_empty
    silent = aline.send(room(cast, "refuser/"), {"refusal-reason": ""}, 422)
    aline.post(room(cast, "refuser/"), {"refusal-reason": "Et les gros caractères ?"})
    seen = clara.open(room(cast)).get_text()
    write(clara, cast, "submit", facts_large_print_answer="yes")
    write(aline, cast, "publish")

    assert "Écrivez en une phrase" in silent.get_text()
    assert "Et les gros caractères" in seen
    live = kept(app, cast).access
    assert live.told(Fact.BRAILLE).answer
    assert live.told(Fact.LARGE_PRINT).answer
    assert clara.post(room(cast, "toujours-exact/")).status_code == 403


def test_camille_finds_no_such_room_and_treva_does_not_answer_for_museums(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR, outage("lift", "2026-01-01", "2099-01-01", id_="a1"))
    camille, treva = Door(app, cast["camille"]), Door(app, cast["treva"])

    for more in ("", "pratique/", "panne/", "panne/a1/prolonger/"):
        assert camille.get(room(cast, more)).status_code == 404
    assert camille.post(room(cast, "panne/a1/reparee/")).status_code == 404
    assert camille.post(room(cast, "panne/a1/reparee/", cast.elsewhere_slug)).status_code == 404
    assert treva.get(room(cast)).status_code == 403
    assert motor(app, cast) is State.LIMITED


def test_two_editors_choose_answer_by_answer(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR)
    bernat, aline = Door(app, cast["bernat"]), Door(app, cast["aline"])
    opened = fields(aline, room(cast))
    write(bernat, cast, facts_lift_answer="no", facts_toilets_words_fr="Au premier étage.")

    mine = opened | {"facts_lift_answer": "unknown", "facts_braille_answer": "yes", "action": "publish"}
    both = aline.send(room(cast), mine, 409)
    said = both.get_text()
    assert "Ascenseur" in said
    assert "Bernat" in said
    carried = {one["name"]: one.get("value", "") for one in both.find_all("input", type="hidden")}
    choices = {
        "choix-facts.lift.answer": "theirs",
        "choix-facts.toilets.words.fr": "both",
        "deux-facts.toilets.words.fr": "Au premier étage, à gauche.",
        "choix-facts.braille.answer": "yours",
    }
    done = aline.post(room(cast), carried | choices | {"action": "publish"})

    assert done.status_code == 303
    live = kept(app, cast).access
    assert (live.told(Fact.LIFT).answer, live.told(Fact.BRAILLE).answer) == (False, True)
    assert live.told(Fact.TOILETS).words.fr == "Au premier étage, à gauche."


def test_a_lift_out_of_order_in_three_taps_expires_by_itself(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR)
    aline = Door(app, cast["aline"])
    shown = aline.open(room(cast, "panne/"))
    chosen = [one["value"] for one in shown.find_all("input", type="radio") if one.has_attr("checked")]
    assert chosen == ["lift", "week"]

    told_ = aline.post(room(cast, "panne/"), LIFT, follow_redirects=True).get_data(as_text=True)
    again = aline.post(room(cast, "panne/"), LIFT)

    assert "C’est annoncé" in told_
    assert again.status_code == 303
    assert [motor(app, cast, day) for day in (-1, 0, 7, 8)] == [
        State.YES,
        State.LIMITED,
        State.LIMITED,
        State.YES,
    ]
    assert len(kept(app, cast).access.outages) == 1


def test_an_outage_waits_for_no_draft_and_disturbs_none(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR)
    bernat, aline = Door(app, cast["bernat"]), Door(app, cast["aline"])
    write(bernat, cast, "draft", facts_braille_answer="yes")
    opened = fields(bernat, room(cast))

    aline.post(room(cast, "panne/"), LIFT)
    done = bernat.post(room(cast), opened | {"action": "publish"})

    assert done.status_code == 303
    live = kept(app, cast).access
    assert live.told(Fact.BRAILLE).answer
    assert len(live.outages) == 1


def test_repaired_is_one_button_and_prolonging_another(app: Flask, cast: Cast) -> None:
    day = today(app)
    first, last = str(day - timedelta(days=9)), str(day - timedelta(days=1))
    given(app, cast, WHEELCHAIR, outage("lift", first, last, id_="a1"))
    aline = Door(app, cast["aline"])
    assert "Réparé" in aline.open(room(cast)).get_text()

    end = str(day + timedelta(days=30))
    aline.post(room(cast, "panne/a1/prolonger/"), {"until": "date", "last": end, "once": "p" * 32})
    assert motor(app, cast, 30) is State.LIMITED
    past = aline.send(
        room(cast, "panne/a1/prolonger/"), {"until": "date", "last": last, "once": "q" * 32}, 422
    )
    assert "passé" in past.get_text()
    aline.post(room(cast, "panne/a1/reparee/"))

    assert motor(app, cast) is State.YES
    assert "Fini. Réparé" not in aline.open(room(cast)).get_text()
    assert aline.post(room(cast, "panne/zz/reparee/")).status_code == 404


def test_clara_proposes_an_outage_that_aline_publishes(app: Flask, cast: Cast) -> None:
    given(app, cast, WHEELCHAIR)
    clara, aline = Door(app, cast["clara"]), Door(app, cast["aline"])

    clara.post(room(cast, "panne/"), LIFT)
    assert motor(app, cast) is State.YES
    assert "Une annonce attend" in aline.open(room(cast)).get_text()
    assert clara.post(room(cast, "panne/publier/")).status_code == 403
    aline.post(room(cast, "panne/publier/"))

    assert motor(app, cast) is State.LIMITED
    assert aline.post(room(cast, "panne/publier/")).status_code == 303


def test_the_history_tells_answers_and_outages_in_words(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    write(aline, cast, facts_lift_answer="yes", marks_moteur_to="2029-03-14", measures_x="1")
    aline.post(room(cast, "panne/"), LIFT | {"words_fr": "Sonnez à la grille."})
    write(aline, cast, more="pratique/", measures_visit_minutes="90")

    here = f"/espace/{cast.here_slug}/historique/"
    said = {kind: aline.open(f"{here}{kind}/1/").get_text() for kind in ("access", "outages", "practical")}

    assert "Ascenseur" in said["access"]
    assert "Se déplacer, Marque valable" in said["access"]
    assert "en panne" in said["outages"]
    assert "Sonnez à la grille." in said["outages"]
    assert "Comptez 1\u00a0h\u00a030" in said["practical"]


def test_still_right_is_one_button(app: Flask, cast: Cast) -> None:
    given(app, cast, answers(braille="yes"))
    aline = Door(app, cast["aline"])

    done = aline.post(room(cast, "toujours-exact/"), follow_redirects=True)

    assert "toujours exact" in done.get_data(as_text=True)
    assert kept(app, cast).access_confirmed_by_id == cast["aline"]


HOSTILE = ("1e309", "-1", "<script>alert(1)</script>", "9" * 5000, "\u202e" * 50, "٣", "31/06/2026", "\x00x")


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_what_makes_no_sense_is_told_by_its_field_and_nothing_is_lost(
    app: Flask, cast: Cast, typed: str
) -> None:
    given(app, cast, WHEELCHAIR)
    aline = Door(app, cast["aline"])
    mine = {"facts_toilets_words_fr": "Au fond de la cour.", "marks_moteur_to": typed, "door_cm": typed}

    page = aline.send(room(cast), fields(aline, room(cast)) | mine | {"action": "publish"}, 422)
    aline.send(
        room(cast, "pratique/"),
        fields(aline, room(cast, "pratique/")) | {"measures_visit_minutes": typed},
        422,
    )
    aline.send(room(cast, "panne/"), {"what": typed, "until": typed, "last": typed, "once": "o" * 32}, 422)

    assert page.find(id="door_cm")["aria-invalid"] == "true"
    assert page.find(id="facts_toilets_words_fr")["value"] == "Au fond de la cour."
    assert "<script>alert" not in str(page)
    assert kept(app, cast).access.told(Fact.TOILETS) == access.Told(answer=True)


def test_words_without_an_answer_are_asked_about(app: Flask, cast: Cast) -> None:
    given(app, cast, answers(tactile=told("yes", "Douze œuvres.")))
    aline = Door(app, cast["aline"])

    typed = fields(aline, room(cast)) | {"facts_tactile_answer": "unknown", "action": "publish"}
    page = aline.send(room(cast), typed, 422)

    assert "Répondez oui ou non" in page.get_text()
    assert (
        aline.post(room(cast), {"version": "1", "action": "publish"}).status_code == 303
    )  # nothing sent, nothing lost
    assert kept(app, cast).access.told(Fact.TACTILE).words.fr == "Douze œuvres."
