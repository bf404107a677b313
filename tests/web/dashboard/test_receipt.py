"""The receipt: what changed in words, and everything back as it was, unless somebody has published since."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain import access, admission, hours
from portal.domain.access import Access, Fact, Outage, Told
from portal.domain.access.snapshots import access_json, outages_json
from portal.domain.admission.snapshots import snapshot_of
from portal.domain.hours import snapshots
from portal.domain.hours.rows import Rows
from portal.domain.journal import AuditEvent
from portal.domain.museums import profile
from portal.web.kit import asking
from tests import pricing
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

PRICES = admission.checked(snapshot_of(admission.Rows((pricing.FULL, pricing.UNDER_12))))
PROFILE = profile.checked(
    {
        "presentation": {"fr": "Un musée d’ici.\n\nDeux étages, un jardin.", "oc": "Un musèu."},
        "phone": "05 61 00 00 00",
    }
)
ACCESS = access_json(Access({Fact.ENTRANCE: Told(answer=True)}))
OUTAGES = outages_json((Outage("abcd", Fact.LIFT, date(2026, 6, 1), date(2026, 6, 30)),))


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


def test_each_block_has_its_receipt_and_a_surface_that_lags_behind_says_so(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_the_clock(app)
    aline, room = at_desk(app, cast["aline"]), f"/espace/{cast.here_slug}"
    old = app.test_client().get(f"/fr/musees/{cast.here_slug}/").get_data(as_text=True)
    published = {
        "tarifs": write(app, admission.key(cast.here), PRICES, cast["aline"], publishes=True),
        "description": write(app, profile.key(cast.here), PROFILE, cast["aline"], publishes=True),
        "acces/pannes": write(app, access.outages_key(cast.here), OUTAGES, cast["aline"], publishes=True),
        "acces": write(app, access.key(cast.here), ACCESS, cast["aline"], publishes=True),
    }

    for part in published:
        page = aline.open(f"{room}/{part}/recu/")
        assert "Publié. La page est à jour." in page.words, part
        assert len(page.select(".recu .o")) >= 3, part
    assert "Plein tarif" in aline.open(f"{room}/tarifs/recu/").select_one("#change").parent.get_text()

    def stale(path: str) -> asking.Heard:
        return asking.Heard(is_well=True, body=old) if path.startswith("/fr/musees/") else ask(path)

    ask = asking.ask
    with monkeypatch.context() as lagging:
        lagging.setattr(asking, "ask", stale)
        lines = aline.open(f"{room}/tarifs/recu/").select(".recu li")
    behind = [" ".join(line.get_text(" ").split()) for line in lines if "o" not in line["class"]]
    assert behind[0].startswith("La page du musée n’y figure pas encore : « Plein tarif »")
    assert [line.select_one("div > span").get_text() for line in lines if "o" in line["class"]] == [
        "La page en occitan",
        "Les données ouvertes",
    ]

    undo = form_of(aline, f"{room}/tarifs/recu/", "retablir")
    assert aline.post(f"{room}/tarifs/recu/retablir/", undo).status_code == 303
    with everything(app):
        assert admission.of(cast.here).is_empty
    assert at_desk(app, cast["camille"]).get(f"{room}/tarifs/recu/").status_code == 404
