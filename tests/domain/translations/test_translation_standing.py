"""How a museum's texts stand in Occitan, as its staff and its translators write: the story of one museum."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from portal.db import db
from portal.domain import access, admission, events, hours, media, revisions, translations
from portal.domain.events import keeping
from portal.domain.museums import profile
from portal.domain.revisions import Author, Key, PlannedError, State
from portal.domain.translations import Act, Field, MachineDraft, OvertakenError, Standing, Wanted
from tests.accessible import outage
from tests.domain.revisions.desk import ALINE, BERNAT, NOON, draft, key, museum, publish, texts

Db = scoped_session[Session]
TODAY = date(2026, 10, 1)
TREVA = Author(7, "association")
FRENCH = "Un palais. L’entrée coûte 6 €. Un violon."
OCCITAN = "Un palais. La dintrada còsta 6 €. Un violon."


def fields(session: Db) -> dict[str, Field]:
    found = translations.of_museum(session(), museum().id, TODAY, lambda _kind, _text: False)
    return {f"{field.key.kind}:{field.text.path}": field for field in found}


def field(session: Db, name: str = "profile:presentation") -> Field:
    return fields(session)[name]


def write(
    session: Db, act: Act, oc: str | None, by: Author = TREVA, name: str = "profile:presentation"
) -> Any:
    one = field(session, name)
    return translations.write(session(), [Wanted(one, one.text.seal, oc)], act, by=by, now=NOON)


def live() -> dict[str, Any]:
    found = revisions.live(db.session(), key())
    assert found is not None
    return found.content


def test_one_price_word_makes_it_stale_with_that_sentence_and_facts_never_do(session: Db) -> None:
    publish(
        key(), presentation=texts(FRENCH, OCCITAN), usage_name=texts("Musée Goya"), phone="05 61 00 00 00"
    )
    assert field(session).standing is Standing.PUBLISHED
    assert field(session, "profile:usage_name").standing is Standing.MISSING
    assert "profile:phone" not in fields(session)

    publish(key(), by=BERNAT, phone="05 63 22 12 91", street="1 rue du Musée", email="a@musee.example")
    assert field(session).standing is Standing.PUBLISHED

    publish(key(), by=BERNAT, presentation=texts(FRENCH.replace("6 €", "7 €"), OCCITAN))
    stale = field(session)
    assert stale.standing is Standing.STALE
    [changed] = stale.changes
    assert (changed.before, changed.after) == ("L’entrée coûte 6 €.", "L’entrée coûte 7 €.")

    translations.confirm(session(), [stale], by=TREVA, now=NOON)
    assert field(session).standing is Standing.PUBLISHED
    publish(key(), presentation=texts(FRENCH, OCCITAN))  # back to what it answered to before
    assert field(session).standing is Standing.PUBLISHED


def test_a_minor_touch_moves_the_french_along_unless_it_was_behind_already(session: Db) -> None:
    publish(key(), presentation=texts("Un palais épiscopal et un violon.", "Un palais e un violon."))

    def touch(french: str, *, minor: bool) -> None:
        snapshot = {
            **revisions.head(session(), key()).snapshot,
            "presentation": texts(french, "Un palais e un violon."),
        }
        seen = revisions.head(session(), key()).version
        kept = revisions.save_draft(session(), key(), snapshot, seen=seen, by=ALINE, now=NOON, minor=minor)
        assert kept is not None
        revisions.publish(session(), kept, by=ALINE, now=NOON)

    touch("Un palais épiscopal, et un violon.", minor=True)
    assert field(session).standing is Standing.PUBLISHED
    touch("Un palais fermé, et un violon.", minor=False)
    assert field(session).standing is Standing.STALE
    touch("Un palais fermé et un violon !", minor=True)
    assert field(session).standing is Standing.STALE


def test_rows_that_move_or_change_their_facts_keep_their_translation(session: Db) -> None:
    prices = admission.key(museum().id)

    def line(amount: int, french: str, occitan: str | None, **more: Any) -> dict[str, Any]:
        words = {"fr": french, "oc": occitan}
        row = {"audience": "reduced", "amount": amount, "condition": words, "scope": "both", **more}
        return row | {"name": None, "proof": None}

    def put(*lines: dict[str, Any]) -> None:
        seen = revisions.head(session(), prices).version
        content = admission.checked({"lines": list(lines)})
        kept = revisions.save_draft(session(), prices, content, seen=seen, by=ALINE, now=NOON)
        assert kept is not None
        revisions.publish(session(), kept, by=ALINE, now=NOON)

    put(line(500, "les jours de pluie", "los jorns de pluèja"), line(400, "le soir", "lo ser"))
    put(line(450, "le soir", "lo ser"), line(550, "les jours de pluie", "los jorns de pluèja", age_from=None))
    standings = [one.standing for name, one in fields(session).items() if name.startswith("prices")]
    assert standings == [Standing.PUBLISHED, Standing.PUBLISHED]

    put(line(450, "le matin", "lo ser"), line(550, "les jours de pluie", "los jorns de pluèja"))
    assert field(session, "prices:lines.0.condition").answered == "le soir"
    assert field(session, "prices:lines.1.condition").standing is Standing.PUBLISHED


def test_what_is_past_is_not_asked_for_and_what_every_block_says_is(session: Db) -> None:
    id_ = museum().id
    rows = [
        {
            "from": "2026-09-01",
            "to": "2026-09-02",
            "effect": "closed",
            "reason": "works",
            "words": texts("Passé."),
        },
        {
            "from": "2026-12-01",
            "to": "2026-12-02",
            "effect": "closed",
            "reason": "works",
            "words": texts("À venir."),
        },
        {
            "from": "05-01",
            "to": "05-01",
            "effect": "closed",
            "reason": "works",
            "words": texts("Chaque année."),
        },
    ]
    contents = [
        (hours.exceptions_key(id_), hours.checked_exceptions({"exceptions": rows, "closures": []}, TODAY)),
        (
            access.outages_key(id_),
            {
                "outages": [
                    outage("lift", "2026-01-01", "2026-02-01", "Réparé.", id_="aaaa0001"),
                    outage("lift", "2026-09-01", "2026-12-01", "Sonnez.", id_="aaaa0002"),
                ]
            },
        ),
        (
            access.key(id_),
            access.checked_access({"facts": {"lift": {"answer": "yes", "words": texts("Petit.")}}}, TODAY),
        ),
        (media.key(id_), {"order": [4], "photos": {"4": {**media.BLANK, "alt": texts("Une cour.")}}}),
    ]
    for of, content in contents:
        kept = revisions.save_draft(session(), of, content, seen=0, by=ALINE, now=NOON)
        assert kept is not None

    assert set(fields(session)) == {
        "exceptions:exceptions.1.words",
        "exceptions:exceptions.2.words",
        "outages:outages.aaaa0002.words",
        "access:facts.lift.words",
        "pictures:photos.4.alt",
    }


def test_publishing_occitan_publishes_nobody_elses_draft(session: Db) -> None:
    publish(key(), presentation=texts(FRENCH), usage_name=texts("Musée Goya"))
    draft(key(), by=BERNAT, usage_name=texts("Musée Goya de Castres"), phone="05 61 00 00 00")

    done = write(session, Act.PUBLISH, OCCITAN, by=ALINE)

    assert done.published == (key(),)
    assert live()["presentation"] == texts(FRENCH, OCCITAN)
    assert (live()["phone"], live()["usage_name"]) == (None, texts("Musée Goya"))
    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.state, pending.actor_id) == (State.DRAFT, BERNAT.actor_id)
    assert (pending.content["phone"], pending.content["presentation"]) == (
        "05 61 00 00 00",
        texts(FRENCH, OCCITAN),
    )

    # Written for a French that nobody reads yet, it waits with it: no page says in Occitan what it does not in French.
    done = write(session, Act.PUBLISH, "Musèu Goya de Castras", by=ALINE, name="profile:usage_name")
    assert done.kept == (key(),)
    assert live()["usage_name"] == texts("Musée Goya")
    assert field(session, "profile:usage_name").standing is Standing.DRAFT


def test_a_proposal_hands_in_the_occitan_alone(session: Db) -> None:
    publish(key(), presentation=texts(FRENCH))
    assert write(session, Act.SUBMIT, OCCITAN).submitted == (key(),)
    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.state, pending.actor_id) == (State.SUBMITTED, TREVA.actor_id)

    write(session, Act.KEEP, "Un palais.")  # what was handed in is changed, and stays handed in
    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.state, pending.content["presentation"]["oc"]) == (State.SUBMITTED, "Un palais.")

    refused = revisions.refuse(session(), pending, "Et la fin ?", by=ALINE, now=NOON)
    assert field(session).refusal == "Et la fin ?"
    assert write(session, Act.SUBMIT, "Un palais e un violon.").submitted == (key(),)
    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.state, refused.state) == (State.SUBMITTED, State.REFUSED)
    assert field(session).refusal is None

    revisions.discard_draft(session(), pending, now=NOON)
    draft(key(), by=BERNAT, phone="05 61 00 00 00")
    assert write(session, Act.SUBMIT, OCCITAN).kept == (key(),)
    pending = revisions.pending(session(), key())
    assert pending is not None
    assert (pending.state, pending.content["phone"]) == (State.DRAFT, "05 61 00 00 00")

    revisions.schedule(session(), pending, NOON + timedelta(days=3), by=ALINE, now=NOON)
    with pytest.raises(PlannedError):
        write(session, Act.SUBMIT, "Autre.")


def test_what_somebody_wrote_meanwhile_is_never_written_over(session: Db) -> None:
    publish(key(), presentation=texts(FRENCH))
    seen = field(session)
    write(session, Act.PUBLISH, OCCITAN, by=ALINE)

    now = field(session)
    with pytest.raises(OvertakenError) as told:
        translations.write(session(), [Wanted(now, seen.text.seal, "Mieu.")], Act.PUBLISH, by=ALINE, now=NOON)

    assert [one.text.oc for one in told.value.fields] == [OCCITAN]


def test_an_old_version_that_comes_back_is_as_stale_as_it_was(session: Db) -> None:
    publish(key(), presentation=texts(FRENCH, OCCITAN))
    lagging = publish(key(), presentation=texts("Autre chose.", OCCITAN))
    publish(key(), presentation=texts("Autre chose.", "Quicòm mai."))
    assert field(session).standing is Standing.PUBLISHED

    seen = revisions.head(session(), key()).version
    revisions.restore(session(), lagging, seen=seen, by=ALINE, now=NOON)

    assert field(session).standing is Standing.STALE


def test_a_machine_draft_is_in_no_revision_until_somebody_has_read_it(session: Db, app: Flask) -> None:
    publish(key(), presentation=texts(FRENCH))
    translations.propose_by_machine(session(), field(session), "Un palais de la maquina.", by=TREVA, now=NOON)
    assert (field(session).standing, field(session).machine) == (Standing.MACHINE, "Un palais de la maquina.")
    assert revisions.pending(session(), key()) is None

    write(session, Act.KEEP, "Un palais de la maquina.")
    assert field(session).standing is Standing.DRAFT
    assert session.scalars(select(MachineDraft)).all() == []

    translations.propose_by_machine(session(), replace(field(session)), "Encara.", by=TREVA, now=NOON)
    publish(key(), presentation=texts("Un autre texte.", None))
    assert field(session).standing is Standing.MISSING  # what a machine made of another French is of no use


def test_what_an_event_says_on_every_date_is_translated_once_until_it_is_over_or_removed(session: Db) -> None:
    days = ("24/10/2026", "25/10/2026", "01/11/2026")
    rain = {"fr": "Prenez un parapluie.", "oc": None}
    typed = {"type": "atelier", "title": {"fr": "Dessine comme Ingres", "oc": None}}
    typed |= {"occurrences": [{"day": day, "from": "14h", "to": "16h", "note": rain} for day in days]}
    text = events.checked(typed, TODAY, museum_id=museum().id)
    event, kept = keeping.create(session(), museum().id, text, by=ALINE, now=NOON)
    revisions.publish(session(), kept, by=ALINE, now=NOON)

    def asked(day: date = TODAY) -> list[str]:
        found = translations.of_museum(session(), museum().id, day, lambda _kind, _text: False)
        return [one.text.path.rpartition(".")[2] for one in found if one.standing is Standing.MISSING]

    assert asked() == ["title", "note"]
    name = next(name for name, one in fields(session).items() if name.endswith("note"))
    write(session, Act.PUBLISH, "Prenètz un paraplèja.", by=ALINE, name=name)
    live = revisions.live(session(), events.key(event))
    assert live is not None
    assert [one["note"]["oc"] for one in live.content["occurrences"]] == ["Prenètz un paraplèja."] * 3
    assert asked() == ["title"]
    assert asked(date(2026, 11, 2)) == []
    keeping.remove(session(), event, now=NOON)
    assert asked() == []


def test_the_portals_own_words_are_asked_of_nobody(session: Db) -> None:
    publish(key(), presentation=texts(FRENCH), usage_name=texts("Musée Goya", "Musèu Goya"))

    found = translations.of_museum(session(), museum().id, TODAY, lambda kind, _text: kind == "profile")

    assert [one.text.path for one in found] == ["usage_name"]
    assert translations.everywhere(session(), TODAY, lambda _kind, _text: False)[museum().id][0].key == Key(
        museum().id, profile.KIND
    )
