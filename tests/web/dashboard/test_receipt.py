"""The receipt: what changed in words, and everything back as it was, unless somebody has published since."""

from flask import Flask
from sqlalchemy import select

from portal.domain import hours
from portal.domain.hours import snapshots
from portal.domain.hours.rows import Rows
from portal.domain.journal import AuditEvent
from tests.cast import Cast, everything
from tests.web.dashboard.seasons import (
    ROWS,
    TODAY,
    at_desk,
    day,
    form_of,
    head,
    open_for_the_season,
    stop_the_clock,
    write,
)


def test_aline_closes_sees_where_it_shows_and_takes_it_back(app: Flask, cast: Cast) -> None:
    open_for_the_season(app, cast)
    aline, bernat = at_desk(app, cast["aline"]), at_desk(app, cast["bernat"])
    receipt, closing = (f"/espace/{cast.here_slug}/horaires/{name}/" for name in ("recu", "fermer"))
    draft = snapshots.exceptions_snapshot(Rows(exceptions=ROWS.exceptions[:1]))
    aline.post(closing, form_of(aline, closing) | {"why": "strike", "action": "publish"})
    write(app, hours.exceptions_key(cast.here), draft, cast["bernat"])

    page = aline.open(receipt)

    assert "Le 18 juin 2026 à 10 h 41, par Aline" in page.words
    assert "Jeudi 18 juin 2026 10 h – 19 h fermé, mouvement social" in page.words
    assert "Connus jusqu’au 31 mars 2027." in page.words
    assert "Restent à décider" in page.words
    links = [link["href"] for link in page.main.select(".fresh a")]
    for language in ("fr", "oc"):
        assert f"/{language}/musees/{cast.here_slug}/" in links
    assert all(app.test_client().get(link).status_code == 200 for link in links)

    undo = form_of(aline, receipt, "retablir")
    stale = form_of(bernat, receipt, "retablir")
    first, second = (aline.post(f"{receipt}retablir/", undo) for _ in range(2))
    late = bernat.post(f"{receipt}retablir/", stale)

    assert (first.status_code, second.status_code, late.status_code) == (303, 303, 303)
    assert "Quelqu’un a publié depuis" in bernat.open(receipt).get_text()
    assert day(app, cast, TODAY) == "open 10:00-19:00"
    _live, pending = head(app, hours.exceptions_key(cast.here))
    assert pending is not None
    assert pending.content == draft
    with everything(app) as session:
        lines = session.scalars(select(AuditEvent).where(AuditEvent.action == "content.restored")).all()
        assert len(lines) == 1


def test_who_may_not_publish_reads_it_and_nobody_else_does(app: Flask, cast: Cast) -> None:
    receipt = f"/espace/{cast.here_slug}/horaires/recu/"
    stop_the_clock(app)
    assert at_desk(app, cast["aline"]).get(receipt).status_code == 303  # nothing was ever published
    open_for_the_season(app, cast)
    clara = at_desk(app, cast["clara"])

    assert "Tout rétablir" not in clara.open(receipt).get_text()
    assert clara.post(f"{receipt}retablir/", {"once": "k" * 32}).status_code == 403
    assert at_desk(app, cast["camille"]).get(receipt).status_code == 404
