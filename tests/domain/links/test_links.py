"""The links museums wrote: found wherever they stand, spoken of once it is certain, replaced in one click."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.config import Settings, SettingsError
from portal.domain import links, museums, revisions
from portal.domain.links import Known, LinkCheck, Outcome, Standing, addresses_in, replaced
from portal.domain.museums import Museum, entry_of, profile
from portal.jobs import links as job
from portal.web.dashboard.links.todo import to_do
from portal.web.kit.tasks import Harm
from tests.cast import Cast, Door, everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
OLD, NEW = "https://ancien.example/musee?a=1&b=2", "https://nouveau.example/musee"
LOST = "https://perdu.example/"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir https://a.example/x.", ["https://a.example/x"]),
        ("(https://a.example/x), puis HTTP://b.example!", ["https://a.example/x", "HTTP://b.example"]),
        ("https://fr.wikipedia.org/wiki/Goya_(musée)", ["https://fr.wikipedia.org/wiki/Goya_(musée)"]),
        ("(voir https://fr.example/Goya_(musée))", ["https://fr.example/Goya_(musée)"]),
        ('<p><a href="https://a.example/?x=1&amp;y=2">là</a></p>', ["https://a.example/?x=1&y=2"]),
        ("« https://a.example » et mailto:x@a.example", ["https://a.example"]),
        ("https:// et www.a.example, javascript:https", []),
    ],
)
def test_the_addresses_of_a_text_are_those_a_reader_would_follow(text: str, found: list[str]) -> None:
    assert addresses_in(text) == found


def test_an_address_is_put_in_the_place_of_another_and_nothing_else_is_touched() -> None:
    content = {
        "website": OLD,
        "rich": {"fr": f'<a href="{OLD.replace("&", "&amp;")}">là</a>, {OLD}3', "oc": None},
        "many": [f"Voir {OLD}.", 7],
    }

    assert replaced(content, OLD, NEW) == {
        "website": NEW,
        "rich": {"fr": f'<a href="{NEW}">là</a>, {OLD}3', "oc": None},
        "many": [f"Voir {NEW}.", 7],
    }


@pytest.mark.parametrize(
    ("standing", "times", "days", "is_told"),
    [
        (Standing.WORKS, 9, 90, False),
        (Standing.MOVED, 1, 0, True),
        (Standing.GONE, 1, 0, False),
        (Standing.GONE, 2, 1, True),
        (Standing.UNREACHABLE, 2, 9, False),
        (Standing.UNREACHABLE, 9, 2, False),
        (Standing.UNREACHABLE, 3, 3, True),
        (Standing.CERTIFICATE, 3, 3, True),
        (None, 0, 0, False),
    ],
)
def test_a_bad_night_is_not_spoken_of(standing: Standing, times: int, days: int, is_told: bool) -> None:
    link = Known(1, LOST, standing, NOW - timedelta(days=days), times, None, NOW)

    assert link.is_told is is_told


def test_from_the_night_to_the_click(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], checks_links=True)
    with everything(app) as session:
        key = profile.key(cast.here)
        typed = {"website": OLD, "presentation": {"fr": f"Aussi {OLD}, et {LOST}.", "oc": None}}
        seen = revisions.head(session, key).version
        by = revisions.Author(cast["aline"])
        kept = revisions.save_draft(session, key, profile.checked(typed), seen=seen, by=by, now=NOW)
        revisions.publish(session, kept, by=by, now=NOW)
        session.get(Museum, cast.elsewhere).website = LOST
    found = {OLD: Outcome(Standing.MOVED, NEW), LOST: Outcome(Standing.GONE)}
    monkeypatch.setattr(job, "find_out", lambda _f, address, _m: found.get(address, Outcome(Standing.WORKS)))
    monkeypatch.setattr(job, "MOST", 10_000)

    with app.app_context():
        for night in range(4):
            job.prepare(NOW + timedelta(days=night))
            job.follow_some(NOW + timedelta(days=night))
    with everything(app) as session:
        known = links.standings(session, [OLD, LOST])
        assert (known[OLD].standing, known[OLD].moved_to, known[OLD].times) == (Standing.MOVED, NEW, 1)
        assert (known[LOST].standing, known[LOST].times) == (Standing.GONE, 4)
        assert session.scalar(select(LinkCheck).where(LinkCheck.checked_at.is_(None))) is None
    with app.test_request_context(f"/espace/{cast.here_slug}/"), everything(app) as session:
        told = list(to_do(entry_of(session.get(Museum, cast.here)), NOW.date()))
    assert [task.harm for task in told] == [Harm.LACKS_CONTEXT, Harm.IS_NOT_ADDRESSED]
    assert told[1].address.endswith("/description/#presentation_fr")

    aline, room = Door(app, cast["aline"]), f"/espace/{cast.here_slug}/liens/"
    page = aline.open(room)
    assert "Ce lien ne mène plus nulle part" in page.words
    assert "404" not in page.words
    number, lost = known[OLD].id, known[LOST].id
    assert aline.post(f"{room}{number}/remplacer/").status_code == 303
    assert aline.post(f"{room}{lost}/remplacer/").status_code == 303, (
        "it has moved nowhere: nothing is replaced"
    )
    camille = Door(app, cast["camille"])
    assert camille.post(f"/espace/{cast.elsewhere_slug}/liens/{number}/remplacer/").status_code == 404
    assert Door(app, cast["clara"]).post(f"{room}{number}/remplacer/").status_code == 403
    with everything(app) as session:
        museum = museums.by_slug(cast.here_slug)
        assert museum.shown_website == NEW
        assert museum.presentation.fr == f"Aussi {NEW}, et {LOST}."
        job_done = links.prepare(session, NOW)
        assert job_done == len(session.scalars(select(LinkCheck.address)).all())
        assert session.scalar(select(LinkCheck).where(LinkCheck.address == OLD)) is None
    listed = Door(app, cast["miquel"]).open("/admin/liens/?voir=perdus")
    assert {link["href"].split("/")[2] for link in listed.select("td.main a")} == {
        cast.here_slug,
        cast.elsewhere_slug,
    }


def test_nobody_is_asked_unless_the_operator_says_so(app: Flask, tmp_path: object) -> None:
    with app.app_context():
        job.prepare(NOW)
        assert job.follow_some(NOW) == 0
    with everything(app) as session:
        assert session.scalar(select(LinkCheck)) is None
    chosen = {"PORTAL_INSTANCE_PATH": str(tmp_path), "PORTAL_SECRET_KEY": "k" * 40}
    assert Settings.from_environment(chosen, tmp_path).checks_links
    assert not Settings.from_environment({**chosen, "PORTAL_ENV": "development"}, tmp_path).checks_links
    assert not Settings.from_environment({**chosen, "PORTAL_LINK_CHECKS": "off"}, tmp_path).checks_links
    with pytest.raises(SettingsError):
        Settings.from_environment({**chosen, "PORTAL_LINK_CHECKS": "peut-être"}, tmp_path)
