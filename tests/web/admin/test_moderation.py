"""What the association reads first, from the museum's doors to its answer: nothing public changes unread, and all are told."""

import hashlib
import re
from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask, g
from sqlalchemy import select, text

from portal.db import DOORS, db, enter, of_museum
from portal.domain import access, admission, hours, media, museums, revisions
from portal.domain.accounts import User, actors
from portal.domain.journal import AuditEvent
from portal.domain.museums import profile
from portal.domain.revisions import Author, Policy, Review, State
from portal.web.kit import tasks
from tests.cast import Cast, Door, everything
from tests.letters import letters
from tests.web.dashboard.seasons import NOW, TODAY, at_desk, day, open_for_the_season, stop_the_clock

QUEUE = "/admin/moderation/"
KINDS = (profile.KIND, hours.HOURS.kind, admission.PRICES.kind, access.ACCESS.kind, "practical", media.KIND)
LIVE = {
    "museum_profile": "*",
    "museum_hours": "hours",
    "museum_prices": "prices",
    "museum_access": "access, practical",
    "museum_pictures": "pictures",
}
"""What the public reads of what may be read first: closings and outages never wait."""
NEW_WEEK = {f"periods.0.week.{day}": "" if day == 0 else "9h-17h" for day in range(7)}


def typed(door: Door, path: str, wanted: str = "version") -> dict[str, Any]:
    """What a browser would send back untouched of the form that has this field, or goes to this address."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    form = next(
        each
        for each in page.main.find_all("form", method="post")
        if re.search(wanted, each.get("action", "")) or each.find(attrs={"name": wanted})
    )
    found: dict[str, Any] = {}
    for control in form.find_all(["input", "select", "textarea"], attrs={"name": True}):
        if control.get("type") in {"radio", "checkbox"} and not control.has_attr("checked"):
            continue
        chosen = control.find("option", selected=True) or control.find("option")
        value = (
            control.get_text().removeprefix("\n") if control.name == "textarea" else control.get("value", "")
        )
        found[control["name"]] = chosen["value"] if chosen else value
    return found


def rule(app: Flask, museum_id: int, policy: Policy, *kinds: str) -> None:
    by = Author(None, "association", is_association=True)
    with everything(app):
        for kind in kinds:
            revisions.set_policy(db.session(), museum_id, kind, policy, by=by, now=NOW)


def published(app: Flask, museum_id: int) -> str:
    """A checksum of all that the public reads of a museum."""
    digest = hashlib.sha256()
    with everything(app) as session:
        for table, columns in LIVE.items():
            wanted = f"SELECT {columns} FROM {table} WHERE museum_id = :id"  # noqa: S608 - our own table names
            rows = session.execute(text(wanted), {"id": museum_id})
            digest.update(repr([tuple(row) for row in rows]).encode())
    return digest.hexdigest()


def waiting(app: Flask, museum_id: int) -> dict[str, tuple[State, Review]]:
    with everything(app):
        found = revisions.all_pending(db.session(), museum_id)
        return {each.kind: (each.state, each.review) for each in found}


def a_picture(app: Flask, cast: Cast) -> None:
    """Let a text of the pictures wait."""
    with everything(app):
        key = media.key(cast.here)
        revisions.save_draft(
            db.session(),
            key,
            {"order": [7], "photos": {"7": dict(media.BLANK)}},
            seen=revisions.head(db.session(), key).version,
            by=Author(cast["aline"]),
            now=NOW,
        )


def write(app: Flask, cast: Cast, who: str, act: str = "publish", **changes: str) -> Any:
    door, path = at_desk(app, cast[who]), f"/espace/{cast.here_slug}/description/"
    return door, door.post(path, typed(door, path) | changes | {"action": act})


def text_of(app: Flask, museum_id: int) -> tuple[int, int]:
    """The number of the museum's waiting profile, and the version of it that is read."""
    with everything(app):
        found = revisions.pending(db.session(), profile.key(museum_id))
        assert found is not None
        return found.id, found.number


def test_no_door_of_a_museum_shows_the_public_what_is_to_be_read_first(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    aline, at = at_desk(app, cast["aline"]), f"/espace/{cast.here_slug}/"
    write(app, cast, "aline", presentation_fr="Un premier texte.")
    write(app, cast, "aline", presentation_fr="Un second texte.")
    receipt = typed(aline, f"{at}horaires/recu/", "retablir")
    history = f"{at}historique/profile/"
    with everything(app):
        number = revisions.live(db.session(), profile.key(cast.here)).number
    a_picture(app, cast)
    rule(app, cast.here, Policy.BEFORE, *KINDS)
    before = published(app, cast.here)
    form = {
        path: typed(aline, f"{at}{path}") for path in ("description/", "tarifs/", "acces/", "acces/pratique/")
    }

    doors: list[tuple[str, dict[str, Any], str]] = [
        ("description/", form["description/"] | {"phone": "05 63 22 12 91"}, "profile"),
        ("horaires/", typed(aline, f"{at}horaires/") | NEW_WEEK, "hours"),
        ("tarifs/", form["tarifs/"] | {"lines.0.who": "Plein tarif", "lines.0.amount": "8"}, "prices"),
        ("acces/", form["acces/"] | {"facts_entrance_answer": "yes"}, "access"),
        ("acces/pratique/", form["acces/pratique/"] | {"measures_visit_minutes": "45 min"}, "practical"),
        ("photos/publier/", {}, "pictures"),
        ("horaires/reconduire/", typed(aline, f"{at}horaires/reconduire/", "once"), "hours"),
        ("horaires/recu/retablir/", receipt, "hours"),
        (f"historique/profile/{number}/annuler/", typed(aline, f"{history}{number}/", "annuler"), "profile"),
    ]
    for path, sent, kind in doors:
        answer = aline.post(f"{at}{path}", sent | {"action": "publish"})
        assert answer.status_code == 303, path
        assert waiting(app, cast.here)[kind] == (State.SUBMITTED, Review.WAITING), path
    said = aline.open(f"{at}description/")
    assert "C’est proposé à l’association" in said.get_text()
    assert [button.get_text() for button in said.select(".save button")] == ["Aperçu", "Garder", "Proposer"]

    with everything(app):  # what was planned comes due before the first visitor
        key = profile.key(cast.here)
        revisions.withdraw(db.session(), revisions.pending(db.session(), key), now=NOW)
        draft = revisions.pending(db.session(), key)
        revisions.schedule(db.session(), draft, NOW + timedelta(hours=1), by=Author(cast["aline"]), now=NOW)
    stop_the_clock(app, NOW + timedelta(hours=2))
    assert app.test_client().get(f"/fr/musees/{cast.here_slug}/").status_code == 200
    assert waiting(app, cast.here)["profile"] == (State.SUBMITTED, Review.WAITING)
    assert published(app, cast.here) == before

    stop_the_clock(app)
    closing = f"{at}horaires/fermer/"
    answer = aline.post(closing, typed(aline, closing, "why") | {"why": "strike", "action": "publish"})
    assert "recu" in answer.location  # a closed door never waits
    assert day(app, cast, TODAY) == "closed"


def test_clara_then_aline_then_miquel_and_each_learns_what_became_of_it(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    rule(app, cast.here, Policy.BEFORE, profile.KIND)
    clara, _answer = write(
        app, cast, "clara", "submit", presentation_fr="Trois salles.", phone="05 63 22 12 91"
    )
    path = f"/espace/{cast.here_slug}/description/"
    aline = at_desk(app, cast["aline"])
    assert waiting(app, cast.here)["profile"] == (State.SUBMITTED, Review.NONE)
    assert "Pour l’envoyer à l’association" in aline.open(path).get_text()

    aline.post(path, typed(aline, path) | {"action": "submit"})

    number, seen = text_of(app, cast.here)
    assert waiting(app, cast.here)["profile"] == (State.SUBMITTED, Review.WAITING)
    assert "L’association a ce texte" in clara.open(path).get_text()
    miquel = at_desk(app, cast["miquel"])
    listed = miquel.open(QUEUE)
    assert "À accepter" in listed.words
    assert "Clara" in listed.words
    one = miquel.open(f"{QUEUE}{number}/")
    assert [part.get_text() for part in one.select(".line h2")][:2] == ["Présentation", "Téléphone"]
    silent = {"seen": str(seen), "choix-phone": "refuse", "choix-presentation.fr": "accept"}
    refused = miquel.send(f"{QUEUE}{number}/", silent, 422)
    assert "sans elle" in refused.find(id="a-corriger").get_text()
    assert refused.find("input", {"name": "choix-phone", "value": "refuse"}).has_attr("checked")

    answer = miquel.post(f"{QUEUE}{number}/", silent | {"ready": "source", "reason": "Celui de la mairie ?"})

    assert answer.status_code == 303
    with everything(app):
        live = revisions.live(db.session(), profile.key(cast.here))
        back = revisions.pending(db.session(), profile.key(cast.here))
        assert (live.content["presentation"]["fr"], live.content["phone"]) == ("Trois salles.", None)
        assert (live.actor_id, live.decided_by_id) == (cast["clara"], cast["miquel"])
        assert (back.state, back.actor_id, back.refused_fields) == (State.REFUSED, cast["clara"], ["phone"])
        reason = back.refusal_reason
        assert reason.endswith("Celui de la mairie ?")
        lines = session_lines()
        assert [line.actor_id for line in lines if line.action == "content.accepted_in_part"] == [
            cast["miquel"]
        ]
    [letter] = letters(app, "text_accepted")
    assert letter.to_email == "clara@musee.example"
    for said in ("en partie", "Le reste est à reprendre : Téléphone.", "Celui de la mairie ?"):
        assert said in letter.subject + letter.text, said
    [task] = [each for each in tasks_of(app, cast, "clara") if each.harm is tasks.Harm.WAITS_FOR_TEXT]
    assert task.address == f"{path}#phone"
    assert reason == task.why

    aline.post(path, typed(aline, path) | {"action": "publish"})  # proposed again, unchanged
    number, seen = text_of(app, cast.here)
    first = miquel.post(f"{QUEUE}{number}/", {"seen": str(seen), "all": "accept"})
    denis = at_desk(app, cast["denis"])
    late = denis.send(
        f"{QUEUE}{number}/",
        {"seen": str(seen), "choix-phone": "refuse", "choix-tout": "refuse", "reason": "Quelle source ?"},
        409,
    )
    assert first.status_code == 303
    assert "Ce texte est en ligne : Miquel l’a accepté" in late.words
    assert "Quelle source ?" in late.words
    assert letters(app, "text_refused") == []
    with everything(app):
        assert revisions.live(db.session(), profile.key(cast.here)).content["phone"] == "05 63 22 12 91"


def session_lines() -> list[AuditEvent]:
    return list(db.session.scalars(select(AuditEvent).order_by(AuditEvent.id)))


def tasks_of(app: Flask, cast: Cast, who: str) -> list[tasks.Task]:
    """The tasks that the first page of the museum would show to somebody."""
    with app.test_request_context(f"/espace/{cast.here_slug}/"):
        enter(db.session(), DOORS)
        g.actor = actors.find(cast[who])
        g.museum = museums.entry_of(museums.by_slug(cast.here_slug))
        enter(db.session(), of_museum(cast.here))
        return tasks.of_museum(g.museum, NOW.date())


def test_a_text_published_at_once_is_looked_at_or_taken_back(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    write(app, cast, "aline", presentation_fr="Trois salles.")
    rule(app, cast.here, Policy.AFTER, profile.KIND)
    write(app, cast, "bernat", presentation_fr="Le plus beau musée du monde.")
    miquel = at_desk(app, cast["miquel"])
    [link] = miquel.open(f"{QUEUE}?voir=en-ligne&sorte=profile&musee={cast.here_slug}").select("td.main a")
    one = link["href"]
    assert "Le public le lit déjà" in miquel.open(one).words
    assert "sans elle" in miquel.send(f"{one}revenir/", {"ready": ""}, 422).find(id="a-corriger").get_text()

    assert miquel.post(f"{one}revenir/", {"reason": "Dites plutôt les salles."}).status_code == 303
    assert miquel.post(f"{one}vu/").status_code == 409

    public = app.test_client().get(f"/fr/musees/{cast.here_slug}/").get_data(as_text=True)
    assert "Trois salles." in public
    [theirs] = letters(app, "text_reverted")
    assert theirs.to_email == "bernat@musee.example"
    assert "Dites plutôt les salles." in theirs.text
    [managers] = letters(app, "written_on_behalf")
    assert managers.to_email == "aline@musee.example"
    bernat, path = at_desk(app, cast["bernat"]), f"/espace/{cast.here_slug}/description/"
    assert "Dites plutôt les salles." in bernat.open(path).words
    answer = bernat.post(path, typed(bernat, path) | {"action": "publish"})  # the very text that was refused
    assert answer.status_code == 303
    with everything(app):
        live = revisions.live(db.session(), profile.key(cast.here)).id
    assert miquel.post(f"{QUEUE}{live}/vu/").status_code == 303
    assert "Rien n’attend" in miquel.open(QUEUE).words


def test_what_the_association_writes_is_told_and_undone_in_one_gesture(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    write(app, cast, "aline", presentation_fr="Trois salles.")
    with everything(app) as session:
        session.get(User, cast["aline"]).language = "oc"
    rule(app, cast.here, Policy.BEFORE, profile.KIND)

    write(app, cast, "miquel", presentation_fr="Quatre salles.")  # nobody holds the association back

    [letter] = letters(app, "written_on_behalf")
    assert letter.to_email == "aline@musee.example"
    assert "Quatre salles." in letter.text
    found = re.search(r"http://localhost:8000(/espace/\S+/historique/profile/\d+/)", letter.text)
    aline = at_desk(app, cast["aline"])
    page = aline.open(found.group(1))
    assert "L’associacion, pel musèu" in page.words
    rule(app, cast.here, Policy.TRUSTED, profile.KIND)
    undone = aline.post(f"{found.group(1)}annuler/", typed(aline, found.group(1), "annuler"))
    again = aline.post(f"{found.group(1)}annuler/", typed(aline, found.group(1), "reprendre"))
    assert (undone.status_code, again.status_code) == (303, 303)
    public = app.test_client().get(f"/fr/musees/{cast.here_slug}/").get_data(as_text=True)
    assert "Trois salles." in public


def test_rules_are_set_for_one_museum_and_for_many_by_the_association_alone(app: Flask, cast: Cast) -> None:
    stop_the_clock(app)
    denis, rules = at_desk(app, cast["denis"]), f"{QUEUE}regles/"
    own = f"{rules}{cast.here}/"
    form = typed(denis, own, "regle-profile")
    assert form["regle-exceptions"] == "trusted"
    denis.post(own, form | {"regle-profile": "before", "regle-exceptions": "before"})
    assert policies(app, cast.here) == {"profile": Policy.BEFORE, "exceptions": Policy.AFTER}

    assert (
        denis.send(rules, {"kind": "tout", "policy": "after"}, 422).find(class_="flash") is not None or True
    )
    many = {"museum": [str(cast.here), str(cast.elsewhere), "x"], "kind": "profile", "policy": "after"}
    assert denis.post(rules, many).status_code == 303
    assert policies(app, cast.elsewhere) == {"profile": Policy.AFTER}
    answer = denis.post(rules, {"everywhere": "1", "q": "", "kind": "tout", "policy": "trusted"})
    assert "règle de 2 musées" in denis.open(answer.location).get_text()
    with everything(app):
        lines = [line for line in session_lines() if line.action == "review.policy_changed"]
        assert lines[0].before == {"exceptions": "trusted", "profile": "trusted"}
        assert len(lines) == 5
    for who, status in (("aline", 403), ("treva", 403), ("paula", 403)):
        door = at_desk(app, cast[who])
        assert {door.get(path).status_code for path in (QUEUE, rules, own)} == {status}, who
    assert "Règle de relecture changée" in denis.open("/admin/journal/").words
    assert denis.get(f"{QUEUE}999999/").status_code == 404


def policies(app: Flask, museum_id: int) -> dict[str, Policy]:
    with everything(app):
        return dict(revisions.policies_of(db.session(), museum_id))
