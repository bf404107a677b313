"""Aline, who manages one museum, tries everything on Camille's: addresses, hidden ids, selects, query strings.

The attempts are made from the address map and from the forms that Camille's own pages carry, so that a room added
tomorrow is attacked the day it is added. Nothing of Camille's museum may be read or change.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select, text

from portal.db import MuseumOwned
from portal.domain import access, revisions
from portal.domain.accounts import Invitation, Membership, MuseumRole, Permission, User
from portal.domain.media import Format, Picture
from portal.domain.museums import MuseumProfile, profile
from portal.domain.visitor_reports import Fact, VisitorReport
from portal.web.kit import declarations
from tests.accessible import outage
from tests.cast import SINCE, Cast, Door, everything

if TYPE_CHECKING:
    from werkzeug.routing import Rule

SECRET = "projet-secret-de-camille"
ATTEMPTS, MANY = 1000, 10_000
CHECKED_EVERY = 100
STRANGE = ("0", "-1", "999999", str(2**63), "x", "", "%00", "../..")


@dataclass(frozen=True)
class Prey:
    """What Camille's museum has that somebody may wish to reach."""

    ids: list[str]
    slug: str
    museum_id: int
    forms: list[dict[str, str]]


def furnish(app: Flask, cast: Cast) -> None:
    """Give both museums people, invitations and drafts; Camille's bear a secret."""
    with everything(app) as session:
        for museum_id, secret in ((cast.here, ""), (cast.elsewhere, SECRET)):
            colleague = User(
                email=f"{secret}c{museum_id}@musee.example", name=f"Dominique {secret}", created_at=SINCE
            )
            session.add(colleague)
            session.flush()
            session.add(
                Membership(user_id=colleague.id, museum_id=museum_id, role=MuseumRole.EDITOR, since=SINCE)
            )
            session.add(
                Invitation(
                    museum_id=museum_id,
                    email=f"{secret}i{museum_id}@musee.example",
                    name=f"Invitée {secret}",
                    museum_role=MuseumRole.EDITOR,
                    language="fr",
                    invited_by_id=cast["camille"],
                    invited_at=SINCE,
                    expires_at=datetime.now(UTC) + timedelta(days=5),  # noqa: TID251 - a living invitation
                )
            )
            session.add(report_of(museum_id, secret))
            session.add(picture_of(museum_id, f"{secret}.jpg"))
            session.add(MuseumProfile(museum_id=museum_id, phone="05 61 00 00 00"))
            session.flush()
            key, author = profile.key(museum_id), revisions.Author(cast["camille"])
            draft = profile.checked({"presentation": {"fr": f"Brouillon {secret}"}})
            seen = revisions.head(session, key).version
            revisions.save_draft(session, key, draft, seen=seen, by=author, now=SINCE)
            lift = outage("lift", "2026-01-01", "2099-01-01", f"Brouillon {secret}", id_=f"7777{museum_id}")
            key = access.outages_key(museum_id)
            revisions.save_draft(session, key, {"outages": [lift]}, seen=0, by=author, now=SINCE)


def picture_of(museum_id: int, filename: str) -> Picture:
    """A photo that a museum has sent; its file is of no matter here."""
    return Picture(
        museum_id=museum_id,
        token=f"{museum_id:032x}",
        digest=f"{museum_id:064x}",
        filename=filename,
        format=Format.JPEG,
        bytes=1,
        width=60,
        height=40,
        added_at=SINCE,
    )


def report_of(museum_id: int, secret: str) -> VisitorReport:
    """What a visitor wrote to a museum."""
    return VisitorReport(
        museum_id=museum_id,
        fact=Fact.HOURS,
        words=f"Porte close {secret}",
        language="fr",
        said={"headline": secret, "lines": [], "confirmed": ""},
        received_at=SINCE,
    )


def prey_of(app: Flask, cast: Cast) -> Prey:
    """Walk Camille's own pages and keep every id and every form there is."""
    camille = Door(app, cast["camille"])
    waiting, seen, forms = [f"/espace/{cast.elsewhere_slug}/"], set(), []
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith(f"/espace/{cast.elsewhere_slug}/"):
            continue
        seen.add(path)
        page = BeautifulSoup(camille.client.get(path).get_data(as_text=True), "html.parser")
        waiting += [link["href"].partition("#")[0] for link in page.find_all("a", href=True)]
        forms += [fields_of(form) for form in page.find_all("form", method="post")]
    with everything(app) as session:
        ids = {str(cast.elsewhere), f"7777{cast.elsewhere}"}
        owned = (Membership, Invitation, Picture, VisitorReport, revisions.Revision, revisions.ContentBlock)
        for model in owned:
            found = session.scalars(select(model.id).where(model.museum_id == cast.elsewhere))
            ids |= {str(id_) for id_ in found}
        ids |= {
            str(id_)
            for id_ in session.scalars(
                select(Membership.user_id).where(Membership.museum_id == cast.elsewhere)
            )
        }
    assert len(seen) > 1
    assert forms
    return Prey(sorted(ids), cast.elsewhere_slug, cast.elsewhere, forms)


def fields_of(form: Any) -> dict[str, str]:
    fields = {field["name"]: field.get("value", "") for field in form.find_all("input", attrs={"name": True})}
    for select_ in form.find_all("select", attrs={"name": True}):
        chosen = select_.find("option", selected=True) or select_.find("option")
        fields[select_["name"]] = chosen["value"] if chosen else ""
    fields |= {area["name"]: area.get_text() for area in form.find_all("textarea", attrs={"name": True})}
    fields.pop("csrf_token", None)
    return fields


def state_of(app: Flask, museum_id: int) -> str:
    """Return a checksum of everything a museum owns."""
    digest = hashlib.sha256()
    with everything(app) as session:
        for table in sorted(MuseumOwned.owned_tables):
            rows = session.execute(
                text(f"SELECT * FROM {table} WHERE museum_id = :id"),  # noqa: S608 - our own table names
                {"id": museum_id},
            )
            digest.update(repr(sorted(repr(tuple(row)) for row in rows)).encode())
    return digest.hexdigest()


def attempts(
    app: Flask, cast: Cast, prey: Prey, chance: random.Random
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield methods, addresses and fields without end."""
    rules: list[tuple[Rule, str]] = [
        (rule, method)
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods & {"GET", "POST"})
        if isinstance(declarations.audience_of(app, rule.endpoint), Permission) and "museum" in rule.arguments
    ]
    adapter = app.url_map.bind("localhost")
    while True:
        rule, method = chance.choice(rules)
        is_at_home = chance.random() < 0.7 and len(rule.arguments) > 1
        values: dict[str, Any] = {"museum": cast.here_slug if is_at_home else prey.slug}
        for name in rule.arguments - {"museum"} - set(rule.defaults or {}):
            wanted, converter = chance.choice(prey.ids), rule._converters[name]
            kind = type(converter).__name__
            words = sorted(converter.items) if kind == "AnyConverter" else [wanted, prey.slug, "x"]
            values[name] = int(wanted) if kind == "IntegerConverter" else chance.choice(words)
        values |= rule.defaults or {}
        if is_at_home and method == "GET" and chance.random() < 0.2:
            values |= {"musee": prey.slug, "museum_id": prey.museum_id, "id": chance.choice(prey.ids)}
        fields = dict(chance.choice(prey.forms))
        for name in [
            *fields,
            "museum_id",
            "museum",
            "id",
            "member_id",
            "user_id",
            "successor",
            "role",
            "status",
            "slug",
        ]:
            if chance.random() < 0.3:
                fields[name] = chance.choice([*prey.ids, prey.slug, "manager", "admin", *STRANGE])
        yield method, adapter.build(rule.endpoint, values, method=method), fields


def attack(app: Flask, cast: Cast, count: int, seed: int) -> None:
    furnish(app, cast)
    prey = prey_of(app, cast)
    before = state_of(app, cast.elsewhere)
    aline, chance = Door(app, cast["aline"]), random.Random(seed)  # noqa: S311 - the same attempts each time
    for tried, (method, address, fields) in enumerate(islice(attempts(app, cast, prey, chance), count), 1):
        if method == "GET":
            answer = aline.client.get(address)
        else:
            answer = aline.client.post(address, data={**fields, "csrf_token": aline.token})
        said = f"{method} {address} {fields}"
        assert answer.status_code < 500, said
        assert SECRET not in answer.get_data(as_text=True), said
        if f"/espace/{prey.slug}/" in address:
            assert answer.status_code in {303, 404}, said
        if answer.status_code == 303 and answer.location.startswith("/connexion"):
            aline = back_in(app, cast)
        if tried % CHECKED_EVERY == 0:
            assert state_of(app, cast.elsewhere) == before, said
            aline = back_in(app, cast)
        if tried == count:
            break

    assert state_of(app, cast.elsewhere) == before


def back_in(app: Flask, cast: Cast) -> Door:
    """Let Aline go on: her own attempts may have taken her out of her team."""
    with everything(app) as session:
        here = select(Membership).where(
            Membership.user_id == cast["aline"], Membership.museum_id == cast.here
        )
        place = session.scalar(here)
        if place is None:
            place = Membership(user_id=cast["aline"], museum_id=cast.here, since=SINCE)
            session.add(place)
        place.role = MuseumRole.MANAGER
    return Door(app, cast["aline"])


def test_a_thousand_attempts_on_another_museum_read_and_change_nothing(app: Flask, cast: Cast) -> None:
    attack(app, cast, ATTEMPTS, seed=2026)


@pytest.mark.long
def test_ten_thousand_attempts_on_another_museum_read_and_change_nothing(app: Flask, cast: Cast) -> None:
    attack(app, cast, MANY, seed=1126)
