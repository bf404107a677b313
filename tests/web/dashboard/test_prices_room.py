"""The screen of prices, from the form to what the public reads: written, proposed, refused, disputed, hostile."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select

from portal.db import READ_EVERYTHING, db, enter
from portal.domain import admission
from portal.domain.admission import Audience, MuseumPrices, Rows
from portal.domain.journal import AuditEvent
from portal.domain.revisions import Revision, State
from tests.cast import Cast, Door, everything

WEIGHT = 100_000


def room(cast: Cast) -> str:
    return f"/espace/{cast.here_slug}/tarifs/"


def sent(page: BeautifulSoup) -> dict[str, Any]:
    """What the browser would send back of the screen untouched."""
    typed: dict[str, Any] = {}
    for control in page.find(id="tarifs").find_all(["input", "select"]):
        name, kind = control.get("name"), control.get("type")
        if kind in {"radio", "checkbox"} and not control.has_attr("checked"):
            continue
        if control.name == "select":
            typed[name] = (control.find("option", selected=True) or control.find("option"))["value"]
        elif kind == "checkbox":
            typed.setdefault(name, []).append(control["value"])
        else:
            typed[name] = control.get("value", "")
    return typed


def fields(door: Door, cast: Cast) -> dict[str, Any]:
    return sent(BeautifulSoup(door.get(room(cast)).get_data(as_text=True), "html.parser"))


def line(at: int, who: str, amount: str, **more: str) -> dict[str, str]:
    return {f"lines.{at}.{name}": value for name, value in {"who": who, "amount": amount, **more}.items()}


USUAL = {
    **line(0, "Plein tarif", "8"),
    **line(1, "Tarif réduit", "4,50 €", condition="étudiants, dès 65 ans"),
    **line(2, "Moins de 18 ans", "gratuit", proof="pièce d’identité"),
    **line(3, "Groupe dès 10", "4 euros", condition="sur réservation"),
    "free_days.0.when": "Premier dimanche du mois",
    "free_days.0.month_from": "10",
    "free_days.0.month_to": "6",
    "payment": ["card", "cash"],
    "passes": "Pass Tolosa, Carte Sésame",
    "first": "1er janvier 2026",
}


def write(door: Door, cast: Cast, typed: dict[str, Any], act: str = "publish") -> Any:
    return door.post(room(cast), fields(door, cast) | typed | {"action": act})


def live(app: Flask, cast: Cast) -> Rows:
    with app.app_context():
        enter(db.session(), READ_EVERYTHING)
        return admission.of(cast.here).rows


def states(app: Flask) -> list[State]:
    with everything(app) as session:
        return list(session.scalars(select(Revision.state).order_by(Revision.number)))


def test_aline_publishes_her_prices_as_she_says_them(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    assert write(aline, cast, USUAL).status_code == 303

    rows = live(app, cast)
    assert [(each.audience, each.amount) for each in rows.lines] == [
        (Audience.FULL, 800),
        (Audience.REDUCED, 450),
        (Audience.UNDER_18, 0),
        (Audience.GROUP, 400),
    ]
    assert rows.lines[3].group_min == 10
    assert rows.passes == ("Pass Tolosa", "Carte Sésame")
    page = aline.open(room(cast))
    shown = page.find(id="apercu").get_text(" ", strip=True)
    for said in (
        "Plein tarif 8\u00a0€",
        "4,50\u00a0€",
        "Premier dimanche du mois, d’octobre à juin",
        "Tarifa plena",
    ):
        assert said in shown, said
    assert "par Aline" in page.words
    assert len(aline.get(room(cast)).data) <= WEIGHT
    with everything(app) as session:
        noted = session.scalars(select(AuditEvent).where(AuditEvent.action == "content.published")).one()
        assert (noted.actor_id, noted.museum_id) == (cast["aline"], cast.here)


@pytest.mark.parametrize("language", ["fr", "oc"])
def test_what_is_sent_back_untouched_changes_nothing_in_either_language(
    app: Flask, cast: Cast, language: str
) -> None:
    aline = Door(app, cast["aline"])
    write(aline, cast, USUAL | line(4, "Amis du musée", "2", who_oc="Amics del musèu", last="31/12/2026"))
    before = live(app, cast)
    aline.client.set_cookie("langue", language)

    write(aline, cast, {})

    assert live(app, cast) == before
    assert states(app) == [State.LIVE]


def test_buttons_add_take_away_and_move_without_keeping_anything(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    def press(typed: dict[str, Any], deed: str) -> tuple[dict[str, Any], str]:
        page = aline.send(room(cast), typed | {"do": deed}, 200)
        focus = page.find(attrs={"autofocus": True})
        return sent(page), focus.get("id") or focus.get("name") if focus else ""

    typed, focus = press(fields(aline, cast), "add full")
    assert (typed["lines.0.who"], focus) == ("Plein tarif", "lines.0.amount")
    typed, _ = press(typed | {"lines.0.amount": "huit"}, "add under_18")
    assert (typed["lines.0.amount"], typed["lines.1.amount"]) == ("huit", "gratuit")
    typed, focus = press(typed, "up lines.1")
    assert (typed["lines.0.who"], focus) == ("Moins de 18 ans", "lines.0.who")
    typed, _ = press(typed, "day first_sunday")
    assert typed["free_days.0.when"] == "Premier dimanche du mois"
    typed, _ = press(typed, "remove lines.1")
    assert "lines.1.who" not in typed
    for nonsense in ("remove lines.99", "up", "add ×", "fly away", "remove free_days.-1", "down lines.²"):
        typed, _ = press(typed, nonsense)
    assert typed["lines.0.who"] == "Moins de 18 ans"
    assert states(app) == []


def test_clara_proposes_and_bernat_sends_back_then_publishes(app: Flask, cast: Cast) -> None:
    clara, bernat = Door(app, cast["clara"]), Door(app, cast["bernat"])

    assert write(clara, cast, USUAL).status_code == 303  # she says publish; she may only propose
    assert states(app) == [State.SUBMITTED]
    assert live(app, cast).is_empty
    assert bernat.send(f"{room(cast)}refuser/", {"refusal-reason": ""}, 422)
    bernat.post(f"{room(cast)}refuser/", {"refusal-reason": "Et les familles ?"})
    assert "Et les familles ?" in clara.open(room(cast)).words
    write(clara, cast, line(4, "Familles", "15"), "submit")
    write(bernat, cast, {})

    assert [each.audience for each in live(app, cast).lines][-1] is Audience.FAMILY
    assert clara.post(f"{room(cast)}confirmer/").status_code == 403
    assert clara.post(f"{room(cast)}refuser/").status_code == 403


def test_a_draft_waits_is_abandoned_and_the_public_never_saw_it(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    write(aline, cast, USUAL, "draft")

    assert live(app, cast).is_empty
    assert "Un brouillon attend" in aline.open(room(cast)).words
    aline.post(f"{room(cast)}abandonner/")
    assert "lines.0.who" not in fields(aline, cast)


def test_one_press_says_that_prices_are_still_right(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    nothing = aline.post(f"{room(cast)}confirmer/", follow_redirects=True)
    write(aline, cast, USUAL)
    with everything(app) as session:
        session.get(MuseumPrices, cast.here).confirmed_at = None

    aline.post(f"{room(cast)}confirmer/")

    assert "rien à confirmer" in nothing.text
    with everything(app) as session:
        row = session.get(MuseumPrices, cast.here)
        assert row.confirmed_at is not None
        assert row.confirmed_by_id == cast["aline"]


def test_two_editors_choose_part_by_part(app: Flask, cast: Cast) -> None:
    bernat, aline = Door(app, cast["bernat"]), Door(app, cast["aline"])
    write(aline, cast, USUAL)
    opened = fields(aline, cast)
    write(bernat, cast, {"lines.0.amount": "9"})

    mine = opened | {"lines.0.amount": "10", "passes": "Pass Culture"}
    page = aline.send(room(cast), mine | {"action": "publish"}, 409)
    hidden: dict[str, Any] = {}
    for control in page.select("main form input[type=hidden]"):
        hidden.setdefault(control["name"], []).append(control["value"])
    both = aline.post(room(cast), hidden | {"choix-lines": "both", "deux-lines": "x", "action": "publish"})
    answer = aline.post(
        room(cast), hidden | {"choix-lines": "theirs", "choix-passes": "yours", "action": "publish"}
    )

    assert "Bernat a écrit en même temps que vous" in page.h1.get_text()
    assert "9\u00a0€" in page.get_text()
    assert "10\u00a0€" in page.get_text()
    assert "Écrire les deux" not in page.get_text()
    assert both.status_code == 409
    assert answer.status_code == 303
    rows = live(app, cast)
    assert (rows.lines[0].amount, rows.passes) == (900, ("Pass Culture",))


NONSENSE: list[tuple[dict[str, str], str, str]] = [
    (line(0, "Plein tarif", "-5"), "lines.0.amount", "sous zéro"),
    (line(0, "Plein tarif", "1e309"), "lines.0.amount", "en chiffres"),
    (line(0, "Plein tarif", "NaN"), "lines.0.amount", "en chiffres"),
    (line(0, "Plein tarif", "huit euros"), "lines.0.amount", "en chiffres"),
    (line(0, "Plein tarif", "1001"), "lines.0.amount", "vérifiez"),
    (line(0, "Plein tarif", ""), "lines.0.amount", "ou « gratuit »"),
    (line(0, "", "8"), "lines.0.who", "Dites pour qui"),
    (line(0, "Amis " * 60, "8"), "lines.0.who", "au plus"),
    (line(0, "enfants de 12 à 6 ans", "8"), "lines.0.who", "dépasse le second"),
    (line(0, "Plein tarif", "8", condition_oc="sus reservacion"), "lines.0.condition", "en français"),
    (line(0, "Plein tarif", "8", first="bientôt"), "lines.0.first", "une date avec son année"),
    (line(0, "Plein tarif", "8", first="2/1/2026", last="1/1/2026"), "lines.0.last", "précède"),
    (line(0, "Plein tarif", "8") | line(1, "plein tarif", "9"), "lines.1.who", "La ligne 1"),
    ({"free_days.0.when": "quand il pleut"}, "free_days.0.when", "premier dimanche"),
    (
        {"free_days.0.when": "mercredi", "free_days.0.month_from": "4"},
        "free_days.0.month_to",
        "les deux mois",
    ),
    (line(0, "Plein tarif", "8") | {"always_free": "both"}, "lines.0.amount", "toujours gratuite"),
    ({"last": "31 décembre"}, "last", "une date avec son année"),
    (line(0, "Plein\x00 tarif", "8"), "lines.0.who", "signes invisibles"),
]


def test_what_makes_no_sense_gets_a_sentence_by_its_field_and_is_kept(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    untouched = fields(aline, cast)

    for typed, place, said in NONSENSE:
        page = aline.send(room(cast), untouched | typed | {"action": "publish"}, 422)
        assert said in page.find(id=f"{place}-erreur").get_text(), typed
        assert page.find(id="a-corriger").find("a", href=f"#{place}") is not None, typed
        back = sent(page)
        kept = {name: value.strip().replace("\x00", "") for name, value in typed.items()}
        assert {name: back[name] for name in typed} == kept
    assert states(app) == []


def test_what_nobody_would_type_breaks_nothing(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    hostile = {
        "lines.0.who": "<script>alert(1)</script>",
        "lines.0.amount": "8",
        "lines.0.scope": "everything",
        "lines.٣.who": "x",
        "lines.0.__class__": "x",
        "lines.99999.who": "x",
        "free_days.0.month_from": "13",
        "free_days.0.scope": "moon",
        "payment": ["gold", "card"],
        "always_free": "visit",
        "version": fields(aline, cast)["version"],
        "action": "publish",
    }

    assert aline.post(room(cast), hostile).status_code == 303
    assert "&lt;script&gt;" in aline.get(room(cast)).text
    many = {f"lines.{at}.who": "Amis" for at in range(60)}
    assert aline.post(room(cast), many | {"version": "x", "action": "publish"}).status_code == 422


def test_doubts_are_said_and_stop_nobody(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    assert write(aline, cast, USUAL | line(1, "Tarif réduit", "9")).status_code == 303
    page = aline.open(room(cast)).get_text()
    assert "Le réduit (9\u00a0€) dépasse le plein (8\u00a0€). Vouliez-vous dire 4\u00a0€" in page


def test_the_history_tells_prices_line_by_line(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    write(aline, cast, USUAL)
    write(aline, cast, {"lines.0.amount": "9"})

    page = aline.open(f"/espace/{cast.here_slug}/historique/prices/2/")

    assert "Plein tarif" in page.words
    assert page.find("del") is not None


def test_camille_finds_no_such_room_and_a_visitor_signs_in(app: Flask, cast: Cast) -> None:
    camille = Door(app, cast["camille"])

    assert camille.get(room(cast)).status_code == 404
    for deed in ("", "apercu/", "confirmer/", "refuser/", "abandonner/"):
        assert camille.post(room(cast) + deed, USUAL).status_code == 404, deed
    assert Door(app).get(room(cast)).status_code == 303
    assert Door(app, cast["treva"]).get(room(cast)).status_code in {403, 404}
