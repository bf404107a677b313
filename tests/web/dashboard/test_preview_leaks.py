"""What one person previews reaches nobody else: no reader at the same moment, no memory, no other museum, no picture."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bs4 import BeautifulSoup
from flask import Flask

from portal.db import db, preview_of
from portal.domain import hours, media, previews, revisions
from portal.domain.media import files
from portal.domain.museums import profile
from portal.jobs import copies
from tests import opening
from tests.cast import Cast, Door, everything
from tests.pictures import photo
from tests.web.dashboard.test_publication_room import MAY, desk, public, space, write
from tests.web.public.test_opening_shown import statements

SECRET = "Le legs que personne ne doit lire encore"


def furnish(app: Flask, cast: Cast) -> None:
    """Both museums with hours online, and drafts of a name, a text and other hours that bear a secret."""
    with everything(app) as session:
        for museum_id in (cast.here, cast.elsewhere):
            opening.publish(session(), museum_id, opening.whole(), now=MAY - timedelta(days=9))
            by = revisions.Author(cast["aline"])
            text = {"usage_name": {"fr": SECRET, "oc": None}, "presentation": {"fr": SECRET, "oc": None}}
            key = profile.key(museum_id)
            revisions.save_draft(session(), key, profile.checked(text), seen=0, by=by, now=MAY)
            never = opening.whole(opening.season("01-05", "01-06"))
            seen = revisions.head(session(), hours.key(museum_id)).version
            revisions.save_draft(session(), hours.key(museum_id), never, seen=seen, by=by, now=MAY)


def test_nobody_reads_it_at_the_same_moment_or_afterwards(app: Flask, cast: Cast) -> None:
    furnish(app, cast)
    doors = [desk(app, cast["aline"]) for _reader in range(3)]
    addresses = [f"/fr/musees/{cast.here_slug}/", "/fr/musees/", f"/api/v1/museums/{cast.here_slug}"]
    before = {path: app.test_client().get(path).get_data() for path in addresses}
    warm = statements(app, addresses[0])

    def previewing(at: int) -> None:
        for day in ("2027-12-25", "2027-07-14", "2027-05-12"):
            seen = doors[at].get(space(cast, f"apercu/?jour={day}"))
            assert SECRET in seen.get_data(as_text=True)
            assert "Ouvert" not in BeautifulSoup(seen.data, "html.parser").h1.parent.get_text()

    def reading(at: int) -> None:
        for turn in range(6):
            path = addresses[(at + turn) % len(addresses)]
            assert app.test_client().get(path).get_data() == before[path], path

    with ThreadPoolExecutor(6) as people:
        for done in [people.submit(work, at) for at in range(3) for work in (previewing, reading)]:
            done.result()

    assert {path: app.test_client().get(path).get_data() for path in addresses} == before
    assert statements(app, addresses[0]) == warm, "what everybody reads is still in memory"


def test_a_session_forgets_its_preview_though_the_page_fails(app: Flask, cast: Cast) -> None:
    furnish(app, cast)
    aline = desk(app, cast["aline"])
    own = app.view_functions["public.museums.show"]

    def failing(**_values: object) -> str:
        assert preview_of(db.session()) is not None
        raise RuntimeError("no room left")

    app.view_functions["public.museums.show"] = failing
    assert aline.get(space(cast, "apercu/")).status_code == 500
    app.view_functions["public.museums.show"] = own
    assert SECRET not in public(app, cast)


def test_another_museum_s_draft_never_appears(app: Flask, cast: Cast) -> None:
    furnish(app, cast)
    camille = desk(app, cast["camille"])
    assert camille.get(space(cast, "apercu/")).status_code == 404
    assert app.test_client().get(space(cast, "apercu/")).status_code == 303
    write(app, cast, usage_name={"fr": None, "oc": None}, presentation={"fr": "Rien de secret.", "oc": None})
    with everything(app) as session:
        made = [
            previews.make(session(), cast.here, ["profile", "hours"], "", by_id=cast["aline"], now=MAY),
            previews.make(session(), cast.here, [], "", by_id=cast["aline"], now=MAY),
        ]
    for path in (space(cast, "apercu/"), *(f"/apercu/{secret}/" for secret in made)):
        aline = desk(app, cast["aline"])
        for parameters in ("", f"?musee={cast.elsewhere_slug}&museum={cast.elsewhere}&blocs=profile"):
            assert SECRET not in aline.get(path + parameters).get_data(as_text=True)
    assert "Rien de secret." not in app.test_client().get(f"/apercu/{made[1]}/").get_data(as_text=True)


def test_a_picture_that_waits_is_served_to_who_may_see_it(app: Flask, cast: Cast) -> None:
    aline = desk(app, cast["aline"])
    with everything(app) as session:
        received = files.receive(app.extensions["files"], cast.here, "a.jpg", photo())
        kept = files.add(session(), cast.here, received, by_id=None, now=MAY)
        said = {
            "alt": {"fr": "Une salle.", "oc": None},
            "credit": "© A.",
            "licence": "cc-by",
            "consent": True,
        }
        text = {"order": [kept.id], "photos": {str(kept.id): {**media.BLANK, **said}}}
        key, by = media.key(cast.here), revisions.Author(cast["aline"])
        content = media.checked(text, {kept.id: "a.jpg"})
        revisions.save_draft(session(), key, content, seen=0, by=by, now=MAY)
        token = kept.token
        made = [
            previews.make(session(), cast.here, kinds, "", by_id=cast["aline"], now=MAY)
            for kinds in (["pictures"], ["profile"])
        ]
    with app.app_context():
        copies.make_due(MAY)

    def first(page: str) -> str:
        return BeautifulSoup(page, "html.parser").select_one("figure img")["src"]

    mine = first(aline.get(space(cast, "apercu/")).get_data(as_text=True))
    assert mine.startswith(space(cast, "apercu/"))
    answer = aline.client.get(mine)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    mayor = app.test_client()
    theirs = first(mayor.get(f"/apercu/{made[0]}/").get_data(as_text=True))
    assert theirs.startswith(f"/apercu/{made[0]}/")
    assert mayor.get(theirs).status_code == 200

    assert mayor.get(mine).status_code == 303
    assert mayor.get(theirs.replace(made[0], made[1])).status_code == 404
    assert mayor.get(theirs.replace(made[0], "x" * 43)).status_code == 404
    public_address = "/media/" + theirs.partition(token)[1] + theirs.partition(token)[2]
    assert mayor.get(public_address).status_code == 404
    camille: Door = desk(app, cast["camille"])
    assert camille.client.get(mine).status_code == 404
    assert camille.client.get(mine.replace(cast.here_slug, cast.elsewhere_slug)).status_code == 404
