"""The room of photos, from the file to the public page: sent, described, ordered, proposed, published, removed."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.domain.journal import AuditEvent
from portal.domain.media import Picture, State, tidying
from portal.jobs import copies
from tests import pictures
from tests.cast import Cast, Door, everything
from tests.pictures import photo

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
GOOD = {
    "alt_fr": "Une salle aux murs bleus, un buste de marbre.",
    "credit": "© Musée / A. Roux",
    "licence": "cc-by",
    "consent": "y",
}


def room(cast: Cast, slug: str | None = None) -> str:
    return f"/espace/{slug or cast.here_slug}/photos/"


def send(door: Door, path: str, *files: tuple[str, bytes]) -> TestResponse:
    """Send files by the form."""
    sent = [(io.BytesIO(content), name) for name, content in files]
    return door.post(path, {"photos": sent}, content_type="multipart/form-data")


def make(app: Flask) -> int:
    """Have the copies made, as the job does."""
    with app.app_context():
        return copies.make_due(NOW)


def all_pictures(app: Flask) -> list[Picture]:
    with everything(app) as session:
        found = list(session.scalars(select(Picture).order_by(Picture.id)))
        session.expunge_all()
        return found


def fields(door: Door, path: str) -> dict[str, str]:
    """What the browser would send back untouched."""
    page = BeautifulSoup(door.get(path).get_data(as_text=True), "html.parser")
    form = next(form for form in page.find_all("form") if form.find("input", attrs={"name": "version"}))
    typed = {
        control["name"]: control.get("value", "y" if control.get("type") == "checkbox" else "")
        for control in form.find_all("input", attrs={"name": True})
        if control.get("type") != "checkbox" or control.has_attr("checked")
    }
    typed |= {area["name"]: area.get_text().removeprefix("\n") for area in form.find_all("textarea")}
    for choice in form.find_all("select"):
        chosen = choice.find("option", selected=True)
        typed[choice["name"]] = chosen["value"] if chosen else ""
    return typed


def describe(door: Door, path: str, act: str = "publish", **typed: Any) -> TestResponse:
    return door.post(path, {**fields(door, path), **GOOD, **typed, "action": act})


def shown(app: Flask, cast: Cast) -> list[Tag]:
    """The photos on the public page."""
    html = app.test_client().get(f"/fr/musees/{cast.here_slug}/").get_data(as_text=True)
    return BeautifulSoup(html, "html.parser").select("figure picture img")


@pytest.fixture
def hung(app: Flask, cast: Cast) -> tuple[Door, str]:
    """Aline has sent a photo, described it and published it."""
    aline = Door(app, cast["aline"])
    send(aline, room(cast), ("IMG_2043.JPG", photo()))
    make(app)
    path = f"{room(cast)}{all_pictures(app)[0].id}/"
    assert describe(aline, path).status_code == 303
    return aline, path


def test_a_photo_is_sent_described_and_seen_by_all(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    answer = send(aline, room(cast), ("IMG_2043.JPG", photo()))
    [picture] = all_pictures(app)
    path = f"{room(cast)}{picture.id}/"
    waiting = aline.open(room(cast)).words
    public_meanwhile = shown(app, cast)
    make(app)
    published = describe(aline, path, across="20", down="60")
    make(app)
    [image] = shown(app, cast)

    assert (answer.status_code, published.status_code) == (303, 303)
    assert "En préparation" in waiting
    assert "Description manquante" in waiting
    assert public_meanwhile == []
    assert image["alt"] == GOOD["alt_fr"]
    assert f"/media/{picture.token}/20-60/page-" in image["src"]
    assert "© Musée / A. Roux" in aline.open(f"/fr/musees/{cast.here_slug}/").get_text()
    with everything(app) as session:
        told = set(session.scalars(select(AuditEvent.action)))
    assert {"pictures.added", "content.published"} <= told


def test_a_copy_is_kept_for_ever_is_what_it_says_and_names_nobody(app: Flask, hung: Any, cast: Cast) -> None:
    [image] = shown(app, cast)

    answer = app.test_client().get(image["src"])

    assert answer.status_code == 200
    assert answer.mimetype == "image/webp"
    assert answer.data[8:12] == b"WEBP"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers
    assert b"Telefonica" not in answer.data


def test_what_is_not_published_is_nowhere(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    send(aline, room(cast), ("a.jpg", photo()))
    make(app)
    [picture] = all_pictures(app)
    describe(aline, f"{room(cast)}{picture.id}/", "draft")
    client = app.test_client()

    for path in (
        f"/media/{picture.token}/entire/whole-60.webp",
        f"/media/{picture.token}/50-50/page-60.avif",
        f"/media/{picture.token}/50-50/share-60.jpg",
        f"/media/{picture.original}",
        f"/media/{'0' * 32}/entire/whole-60.webp",
        f"{room(cast)}{picture.id}/60.webp",
    ):
        assert client.get(path).status_code in {303, 404}, path
    assert shown(app, cast) == []
    assert aline.get(f"{room(cast)}{picture.id}/60.webp").mimetype == "image/webp"
    assert aline.get(f"{room(cast)}{picture.id}/61.webp").status_code == 404


def test_only_copies_that_were_made_are_served(app: Flask, hung: Any) -> None:
    token, client = all_pictures(app)[0].token, app.test_client()
    never_made = (
        *("entire/whole-60.jpg", "entire/page-60.webp", "50-50/whole-60.webp", "51-50/page-60.webp"),
        *("entire/whole-9.webp", "..%2f..%2foriginals/page-60.webp", "50-50/page-60.svg"),
        "50-50/page-99999999999999999999.webp",
    )

    assert client.get(f"/media/{token}/50-50/page-60.webp").status_code == 200
    assert {client.get(f"/media/{token}/{path}").status_code for path in never_made} == {404}


def test_under_embargo_a_photo_is_seen_on_its_day_and_not_before(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    today = datetime.now(UTC).date()  # noqa: TID251 - the site's own day
    [before] = shown(app, cast)

    describe(aline, path, embargo=str(today + timedelta(days=40)))
    hidden, refused = shown(app, cast), app.test_client().get(before["src"])
    describe(aline, path, embargo=str(today))

    assert hidden == []
    assert refused.status_code == 404
    assert len(shown(app, cast)) == 1


def test_the_good_files_are_kept_and_the_bad_ones_named_one_by_one(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    answer = send(
        aline,
        room(cast),
        ("bonne.jpg", photo()),
        ("faux.jpg", b"<html><script>alert(1)</script>"),
        ("../../etc/passwd\0.png", b""),
        ("plan.pdf", b"%PDF-1.7 ..."),
        ("bombe.png", pictures.huge_png(65_000, 65_000)),
        ("autre.png", pictures.file(pictures.scene(90, 60), "PNG")),
    )
    page = BeautifulSoup(answer.get_data(as_text=True), "html.parser")
    said = [" ".join(line.get_text().split()) for line in page.select("#refusees li")]

    assert answer.status_code == 422
    assert [line.partition(" :")[0] for line in said] == [
        "faux.jpg",
        "passwd.png",
        "plan.pdf",
        "bombe.png",
    ]
    assert "page web" in said[0]
    assert "vide" in said[1]
    assert [picture.filename for picture in all_pictures(app)] == ["bonne.jpg", "autre.png"]


def test_sent_twice_a_photo_is_there_once(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    for name in ("a.jpg", "encore.jpg"):
        assert send(aline, room(cast), (name, photo())).status_code == 303

    assert [picture.filename for picture in all_pictures(app)] == ["a.jpg"]


def test_nothing_chosen_gets_a_sentence(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])

    for sent in ((), (("", b""),)):
        answer = send(aline, room(cast), *sent)
        assert answer.status_code == 422
        assert "Choisissez au moins une photo" in answer.get_data(as_text=True)


def test_a_session_that_ended_meanwhile_loses_nothing_but_asks_for_the_files_again(
    app: Flask, cast: Cast
) -> None:
    aline = Door(app, cast["aline"])
    aline.get(room(cast))
    aline.client.set_cookie("session", "a session that ended")
    app.config["MAX_CONTENT_LENGTH"] = 10_000  # what other forms may weigh

    answer = send(aline, room(cast), ("grande.jpg", photo() + b"\0" * 20_000))

    assert answer.status_code == 400
    assert "Choisissez de nouveau vos fichiers" in answer.get_data(as_text=True)
    assert all_pictures(app) == []


def test_clara_proposes_and_aline_sends_back_then_publishes(app: Flask, cast: Cast) -> None:
    clara, aline = Door(app, cast["clara"]), Door(app, cast["aline"])
    send(clara, room(cast), ("a.jpg", photo()))
    make(app)
    path = f"{room(cast)}{all_pictures(app)[0].id}/"

    proposed = describe(clara, path, "publish")
    meanwhile = shown(app, cast)
    refused = aline.post(f"{room(cast)}refuser/", {"refusal-reason": "Dites aussi la salle."})
    told = clara.open(room(cast)).words
    describe(clara, path, "submit", alt_fr="La salle bleue, un buste de marbre.")
    published = aline.post(f"{room(cast)}publier/")

    assert (proposed.status_code, refused.status_code, published.status_code) == (303, 303, 303)
    assert meanwhile == []
    assert "Dites aussi la salle." in told
    assert [image["alt"] for image in shown(app, cast)] == ["La salle bleue, un buste de marbre."]


def test_clara_cannot_publish_nor_the_translator_send(app: Flask, cast: Cast) -> None:
    clara, treva = Door(app, cast["clara"]), Door(app, cast["treva"])
    for door in (clara, treva):
        door.get(room(cast))

    assert clara.post(f"{room(cast)}refuser/", {"refusal-reason": "Non."}).status_code == 403
    assert send(treva, room(cast), ("a.jpg", photo())).status_code == 403
    assert all_pictures(app) == []


def test_the_translator_writes_the_occitan_side_alone(app: Flask, cast: Cast, hung: Any) -> None:
    _aline, path = hung
    treva = Door(app, cast["treva"])

    answer = describe(
        treva, path, alt_oc="Una sala de parets blavas.", alt_fr="Autre chose", credit="© Trèva"
    )
    occitan = app.test_client().get(f"/oc/musees/{cast.here_slug}/").get_data(as_text=True)

    assert answer.status_code == 303
    assert "Una sala de parets blavas." not in occitan  # proposed: the museum publishes
    Door(app, cast["aline"]).post(f"{room(cast)}publier/")
    occitan = app.test_client().get(f"/oc/musees/{cast.here_slug}/").get_data(as_text=True)
    assert "Una sala de parets blavas." in occitan
    assert "© Musée / A. Roux" in occitan
    assert "Autre chose" not in occitan


NONSENSE = [
    ({"alt_fr": ""}, "Dites en une phrase ce qu’on voit"),
    ({"alt_fr": "IMG_2043.JPG"}, "C’est le nom d’un fichier"),
    ({"alt_fr": "é" * 301}, "au plus"),
    ({"decorative": "y"}, "effacez sa description"),
    ({"alt_fr": "", "alt_oc": "Una sala"}, "en français"),
    ({"credit": ""}, "Écrivez qui a fait la photo"),
    ({"licence": ""}, "Choisissez ce que d’autres"),
    ({"licence": "<script>"}, "Choisissez ce que d’autres"),
    ({"consent": ""}, "avec l’accord de son auteur"),
    ({"across": "1e309"}, "entre 0 et 100"),
    ({"down": "-1"}, "entre 0 et 100"),
    ({"embargo": "un jour"}, "Écrivez une date entière"),
    ({"credit": "a\0b"}, "signes invisibles"),
]


def test_what_makes_no_sense_gets_a_sentence_and_is_kept(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    send(aline, room(cast), ("a.jpg", photo()))
    path = f"{room(cast)}{all_pictures(app)[0].id}/"
    good = {**fields(aline, path), **GOOD, "action": "publish"}

    for typed, said in NONSENSE:
        page = aline.send(
            path, {name: value for name, value in (good | typed).items() if name != "consent" or value}, 422
        )
        assert said in page.find(id="a-corriger").get_text(), typed
        for name in typed.keys() & {"credit", "embargo", "across"}:
            assert page.find(id=name)["value"] == typed[name].replace("\0", ""), typed
    assert shown(app, cast) == []


def test_a_draft_may_be_incomplete(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    send(aline, room(cast), ("a.jpg", photo()))
    path = f"{room(cast)}{all_pictures(app)[0].id}/"

    answer = describe(aline, path, "draft", alt_fr="", credit="", licence="")

    assert answer.status_code == 303
    assert "Description manquante" in aline.open(room(cast)).words


def test_the_first_photo_is_the_museums_and_buttons_or_dragging_change_it(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    send(aline, room(cast), *((f"{n}.jpg", photo(60 + n, 40)) for n in range(3)))
    make(app)
    a, b, c = (picture.id for picture in all_pictures(app))
    for id_ in (a, b, c):
        describe(aline, f"{room(cast)}{id_}/", alt_fr=f"La salle numéro {'abc'[(a, b, c).index(id_)]}")

    def alts() -> list[str]:
        aline.post(f"{room(cast)}publier/")
        return [image["alt"][-1] for image in shown(app, cast)]

    first = alts()
    aline.post(f"{room(cast)}ordre/", {"order": [str(a), str(b), str(c)], "move": f"{c}:up"})
    moved = alts()
    aline.post(f"{room(cast)}ordre/", {"order": [str(b), "999999", "x", str(b)]})
    dropped = alts()
    for nonsense in (f"{a}:sideways", "999999:up", "x", f"{b}:up", ":"):
        aline.post(f"{room(cast)}ordre/", {"move": nonsense})

    assert (first, moved, dropped) == (list("abc"), list("acb"), list("bac"))
    assert alts() == list("bac")


def test_two_who_describe_two_photos_are_not_in_each_others_way(app: Flask, cast: Cast) -> None:
    aline, bernat = Door(app, cast["aline"]), Door(app, cast["bernat"])
    send(aline, room(cast), ("a.jpg", photo()), ("b.jpg", photo(90, 60)))
    make(app)
    one, other = (f"{room(cast)}{picture.id}/" for picture in all_pictures(app))
    opened = fields(bernat, other)
    describe(aline, one)

    answer = bernat.post(other, {**opened, **GOOD, "alt_fr": "Le grand escalier.", "action": "publish"})

    assert answer.status_code == 303
    assert len(shown(app, cast)) == 2


def test_two_who_describe_the_same_photo_both_keep_their_text(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    bernat = Door(app, cast["bernat"])
    opened = fields(aline, path)
    describe(bernat, path, alt_fr="Le texte de Bernat.", licence="cc0")

    page = aline.send(path, {**opened, "alt_fr": "Le texte d’Aline.", "action": "publish"}, 409)
    hidden = {control["name"]: control["value"] for control in page.select("main form input[type=hidden]")}
    name = next(
        control["name"] for control in page.select("input[type=radio]") if "alt.fr" in control["name"]
    )
    others = {control["name"]: "theirs" for control in page.select("input[type=radio]")}
    answer = aline.post(path, hidden | others | {name: "yours", "action": "publish"})

    assert "Le texte de Bernat." in page.words
    assert "Le texte d’Aline." in page.words
    assert answer.status_code == 303
    assert [image["alt"] for image in shown(app, cast)] == ["Le texte d’Aline."]


def test_a_removed_photo_leaves_the_page_stays_in_the_bin_and_comes_back_with_its_words(
    app: Flask, cast: Cast, hung: Any
) -> None:
    aline, path = hung
    [before] = shown(app, cast)

    removed = aline.post(f"{path}retirer/")
    gone, bin_ = shown(app, cast), aline.open(room(cast)).find(id="corbeille")
    old = app.test_client().get(before["src"])
    back = aline.post(f"{path}remettre/")
    aline.post(f"{room(cast)}publier/")

    assert (removed.status_code, back.status_code) == (303, 303)
    assert gone == []
    assert bin_ is not None
    assert old.status_code == 404
    assert [image["alt"] for image in shown(app, cast)] == [GOOD["alt_fr"]]


def test_the_history_says_what_changed_and_brings_it_back(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    describe(aline, path, credit="© Quelqu’un d’autre", press="y")
    versions = aline.open(room(cast)).select(".hist a")
    last = aline.open(versions[0]["href"])
    first = aline.open(versions[-1]["href"])

    answer = aline.post(f"{versions[-1]['href']}reprendre/", fields(aline, versions[-1]["href"]))
    aline.post(f"{room(cast)}publier/")

    assert "© Musée / A. Roux" in last.words
    assert "Quelqu’un d’autre" in last.words
    assert "La presse peut s’en servir" in last.words
    assert GOOD["alt_fr"] in first.words
    assert answer.status_code == 303
    assert "© Musée / A. Roux" in aline.open(f"/fr/musees/{cast.here_slug}/").get_text()


def test_clara_may_only_propose_that_a_photo_goes(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    clara = Door(app, cast["clara"])
    clara.get(room(cast))

    clara.post(f"{path}retirer/")
    still = shown(app, cast)
    told = aline.open(room(cast)).words
    aline.post(f"{room(cast)}publier/")

    assert len(still) == 1
    assert "encore sur la page publique" in told
    assert shown(app, cast) == []


def test_after_thirty_days_in_the_bin_nothing_is_left(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    [picture] = all_pictures(app)
    store = app.extensions["files"]
    aline.post(f"{path}retirer/")
    long_after = datetime.now(UTC) + timedelta(days=31)  # noqa: TID251 - when the bin is emptied

    with everything(app) as session:
        early = tidying.tidy(session(), store, long_after - timedelta(days=2))
    kept = store.exists(picture.original)
    with everything(app) as session:
        late = tidying.tidy(session(), store, long_after)

    assert (early, kept, late) == (0, True, 1)
    assert all_pictures(app) == []
    assert not store.exists(picture.original)
    assert list(store.names(f"copies/{picture.token[:2]}/{picture.token}")) == []
    assert aline.get(path).status_code == 404


def test_a_file_that_only_its_pixels_betray_says_so_in_the_room(app: Flask, cast: Cast) -> None:
    aline = Door(app, cast["aline"])
    send(aline, room(cast), ("trompeur.png", pictures.huge_png(3_000, 2_000)))

    make(app)

    assert [picture.state for picture in all_pictures(app)] == [State.FAILED]
    assert "Illisible" in aline.open(room(cast)).words
    assert make(app) == 0


def test_another_museums_photos_are_a_404_and_do_not_change(app: Flask, cast: Cast, hung: Any) -> None:
    _aline, path = hung
    id_ = all_pictures(app)[0].id
    camille = Door(app, cast["camille"])
    own = room(cast, cast.elsewhere_slug)
    camille.get(own)

    for address in (path, f"{own}{id_}/", f"{own}{id_}/60.webp"):
        assert camille.get(address).status_code == 404, address
    for address in (f"{own}{id_}/retirer/", f"{own}{id_}/remettre/", f"{path}retirer/", f"{own}{id_}/"):
        assert camille.post(address, GOOD).status_code == 404, address
    camille.post(f"{own}ordre/", {"order": [str(id_)], "move": f"{id_}:up"})
    assert send(camille, room(cast), ("a.jpg", photo())).status_code == 404
    assert len(shown(app, cast)) == 1
    assert len(all_pictures(app)) == 1


def test_every_page_of_the_room_is_a_good_page(app: Flask, cast: Cast, hung: Any) -> None:
    aline, path = hung
    send(aline, room(cast), ("autre.jpg", photo(90, 60)))

    for who in ("aline", "clara", "miquel", "treva"):
        for address in (room(cast), path):
            assert Door(app, cast[who]).open(address)
    aline.post(f"{path}retirer/")
    assert aline.open(room(cast))
    assert aline.open(f"/fr/musees/{cast.here_slug}/")
