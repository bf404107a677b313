"""« Toujours exact »: from the space, and from a letter that signs nobody in and serves once."""

import re
from datetime import timedelta

import brotli
from flask import Flask
from sqlalchemy import select, update

from portal.domain import hours
from portal.domain.accounts import Membership, MuseumRole, User
from portal.domain.hours import snapshots
from portal.domain.hours.rows import Rows
from portal.domain.journal import AuditEvent
from tests.cast import Cast, Door, everything
from tests.letters import letters
from tests.web.dashboard.seasons import (
    NOW,
    ROWS,
    at_desk,
    form_of,
    open_for_the_season,
    stop_the_clock,
    write,
)

LINK = re.compile(r"/confirmer/[A-Za-z0-9_-]{40,}/")
AT_MOST = 30_000


def ask(app: Flask, cast: Cast, reader: str = "bernat") -> str:
    """Let Aline send the letter, and return the link in it."""
    aline, room = at_desk(app, cast["aline"]), f"/espace/{cast.here_slug}/horaires/toujours-exact/"
    form = form_of(aline, room, "lettre") | {"reader": str(cast[reader])}
    assert aline.post(f"{room}lettre/", form).status_code == 303
    assert aline.post(f"{room}lettre/", form).status_code == 303  # the same form: no second letter
    return links(app)[-1]


def links(app: Flask) -> list[str]:
    return [
        found.group(0) for letter in letters(app, "hours_confirmation") if (found := LINK.search(letter.text))
    ]


def confirmed(app: Flask, cast: Cast) -> tuple[object, int | None]:
    with everything(app):
        kept = hours.of(cast.here)
        return kept.confirmed_at, kept.confirmed_by_id


def test_bernat_confirms_from_his_letter_without_signing_in_and_once(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    before = confirmed(app, cast)
    link, visitor = ask(app, cast), Door(app)
    [letter] = letters(app, "hours_confirmation")
    assert letter.to_email == "bernat@musee.example"
    for said in (
        "Aline vous demande",
        "mardi : 10 h – 19 h",
        "vendredi 19 juin",
        "Sans réponse, la page dira",
    ):
        assert said in letter.text.replace("\u00a0", " "), said

    for _scanner in range(3):
        page = visitor.open(link)
    assert confirmed(app, cast) == before
    assert "mardi 10 h – 19 h" in page.words
    assert "envoyé à Bernat" in page.words
    assert "jusqu’au 18 juillet 2026" in page.words
    sheets = [
        visitor.client.get(sheet["href"]).data for sheet in page.select("link[rel=stylesheet]:not([media])")
    ]
    assert len(visitor.get(link).data) + sum(len(brotli.compress(sheet)) for sheet in sheets) <= AT_MOST

    assert "C’est noté" in visitor.send(link, {}, 200).h1.get_text()
    assert confirmed(app, cast) == (NOW, cast["bernat"])
    assert "Il a déjà servi" in visitor.open(link).words
    assert visitor.post(link).status_code == 410
    with everything(app) as session:
        [line] = session.scalars(select(AuditEvent).where(AuditEvent.action == "hours.confirmed"))
        assert (line.actor_id, line.museum_id, line.channel) == (cast["bernat"], cast.here, "letter")
    assert visitor.get(f"/espace/{cast.here_slug}/").status_code == 303  # it opened nothing else


def test_the_link_dies_with_any_change_with_a_newer_letter_with_time_and_with_the_right(
    app: Flask, cast: Cast
) -> None:
    open_for_the_season(app, cast)
    visitor, older = Door(app), ask(app, cast)
    link = ask(app, cast)
    before = confirmed(app, cast)
    assert "une lettre plus récente l’a remplacé" in visitor.open(older).words

    stop_the_clock(app, NOW + timedelta(days=30, minutes=1))
    assert "Il valait trente jours" in visitor.open(link).words
    stop_the_clock(app)
    assert "Voici ce que le public lit" in visitor.open(link).words

    fewer = snapshots.exceptions_snapshot(Rows(exceptions=ROWS.exceptions[:1]))
    write(app, hours.exceptions_key(cast.here), fewer, cast["aline"])
    assert "Voici ce que le public lit" in visitor.open(link).words  # a draft is nobody's hours
    write(
        app, hours.exceptions_key(cast.here), fewer | {"closures": [CLOSURE]}, cast["aline"], publishes=True
    )
    assert "Les horaires ont changé depuis cette lettre" in visitor.open(link).words
    assert visitor.post(link).status_code == 410

    link = ask(app, cast)
    with everything(app) as session:
        own = Membership.user_id == cast["bernat"]
        session.execute(update(Membership).where(own).values(role=MuseumRole.CONTRIBUTOR))
    assert "ne publie plus pour ce musée" in visitor.open(link, 404).words
    assert visitor.post(link).status_code == 404
    assert visitor.open("/confirmer/rien/", 404).h1.get_text() == "Ce lien ne sert plus"
    assert confirmed(app, cast) == before


CLOSURE = {"from": "2026-09-01", "to": "2026-09-20", "reason": "works", "words": None, "reopening": None}


def test_one_press_in_the_space_and_the_association_asks(app: Flask, cast: Cast) -> None:
    room = f"/espace/{cast.here_slug}/horaires/toujours-exact/"
    stop_the_clock(app)
    aline, denis = at_desk(app, cast["aline"]), at_desk(app, cast["denis"])
    assert "Rien à confirmer" in aline.open(room).words
    assert aline.post(room).status_code == 303
    open_for_the_season(app, cast)
    with everything(app) as session:
        session.get(User, cast["bernat"]).language = "oc"

    assert aline.post(room).status_code == 303
    assert confirmed(app, cast) == (NOW, cast["aline"])
    list_ = f"/admin/musees/?q={cast.here_slug.split('-')[-1]}"
    address = f"/admin/musees/{cast.here}/horaires/"
    assert denis.post(address, form_of(denis, list_, address)).status_code == 303
    written = letters(app, "hours_confirmation")
    assert [letter.to_email for letter in written] == ["aline@musee.example", "bernat@musee.example"]
    assert "dimars : 10 h – 19 h" in written[1].text.replace("\u00a0", " ")
    assert len(set(links(app))) == 2

    assert at_desk(app, cast["clara"]).get(room).status_code == 403
    assert at_desk(app, cast["camille"]).post(room).status_code == 404
    assert at_desk(app, cast["miquel"]).post(address).status_code == 403
