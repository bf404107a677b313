"""Rich texts of the Fiche without script, from the text area to the two texts of two editors; drafts kept while typing."""

from typing import Any

from flask import Flask

from portal.domain.rich_text import MARK
from tests.cast import Cast, Door
from tests.web.dashboard.test_profile_room import fields, public, room, states, write

HISTORY = "# Le palais\n\nBâti par *les évêques*.\n\n- le salon\n  - deux portraits\n\n[Le plan](https://musee.fr/plan)"
KEEP = {"X-Keep-Typing": "1", "Accept": "application/json"}
LONG = "mot " * 34 + "fin."


def keep(door: Door, path: str, typed: dict[str, str]) -> Any:
    return door.post(path, {name: value for name, value in typed.items() if name != "action"}, headers=KEEP)


def test_without_script_a_text_is_typed_shown_compared_and_saved_again_unchanged(
    app: Flask, cast: Cast
) -> None:
    aline, path = Door(app, cast["aline"]), room(cast)

    looked_at = aline.send(
        path, fields(aline, path) | {"history_fr": f"{HISTORY}\n\n{LONG}", "do": "preview"}, 200
    )
    assert looked_at.select_one(".beside h3", string="Le palais")
    assert "35 mots" in looked_at.find(id="history_fr-guide").get_text()
    write(
        aline, cast, history_fr=HISTORY, networks_facebook="facebook.com/musee", booking="billets.example/a"
    )
    page = public(app, cast)
    assert "<h3>Le palais</h3><p>Bâti par <em>les évêques</em>.</p>" in page
    assert "https://facebook.com/musee" in page
    assert "https://billets.example/a" in page

    again = fields(aline, path)
    assert again["history_fr"].strip() == HISTORY
    write(aline, cast)  # nothing was touched: nothing waits, and nothing was written
    assert len(states(app)) == 1
    write(aline, cast, history_fr=HISTORY.replace("deux portraits", "trois portraits"))
    version = aline.open(f"/espace/{cast.here_slug}/historique/profile/2/").main
    told = version.select_one(".change").get_text()
    assert [mark.get_text().strip() for mark in version.select("del, ins")] == ["deux", "trois"]
    assert "<li>" not in told
    assert "&lt;" not in told


def test_what_cannot_be_kept_is_said_by_its_field_with_the_text_in_hand(app: Flask, cast: Cast) -> None:
    aline, path = Door(app, cast["aline"]), room(cast)
    typed = fields(aline, path)
    refused = {
        "history_fr": "a" * 1_000_000,
        "building_fr": MARK + "<p>" + "a" * 6001 + "</p>",
        "long_text_oc": "Sens francés.",
        "networks_instagram": "https://evil.example/musee",
        "booking": "http://billets.example",
        "other_links_1_name": "La boutique",
    }

    page = aline.send(path, typed | refused | {"action": "publish"}, 422)

    told = page.find(id="a-corriger").get_text()
    for said in ("1000000 signes", "6001 signes", "en français", "sur ce réseau", "en https"):
        assert said in told, said
    assert len(page.find(id="history_fr").get_text().strip()) == 1_000_000
    assert page.find(id="building_fr").get_text().strip() == "a" * 6001
    assert states(app) == []


def test_two_texts_are_read_as_texts_and_both_may_be_kept(app: Flask, cast: Cast) -> None:
    bernat, aline, path = Door(app, cast["bernat"]), Door(app, cast["aline"]), room(cast)
    opened = fields(aline, path)
    write(bernat, cast, history_fr="# De Bernat\n\nUn palais.")

    page = aline.send(
        path, opened | {"history_fr": f"{MARK}<p>Un <b>couvent</b>.</p>", "action": "draft"}, 409
    )
    both = page.find("textarea", attrs={"name": "deux-history.fr"}).get_text().strip()
    hidden = {control["name"]: control["value"] for control in page.select("main form input[type=hidden]")}
    answer = aline.post(
        path, hidden | {"choix-history.fr": "both", "deux-history.fr": both, "action": "publish"}
    )

    assert both == "# De Bernat\n\nUn palais.\n\nUn **couvent**."
    assert answer.status_code == 303
    assert "<h3>De Bernat</h3><p>Un palais.</p><p>Un <strong>couvent</strong>.</p>" in public(app, cast)


def test_a_draft_kept_while_typing_never_publishes_and_never_writes_over_another(
    app: Flask, cast: Cast
) -> None:
    aline, clara, path = Door(app, cast["aline"]), Door(app, cast["clara"]), room(cast)
    typed = fields(aline, path) | {"history_fr": "Un palais."}

    first = keep(aline, path, typed)
    assert (first.status_code, first.json["message"].startswith("Brouillon gardé à")) == (200, True)
    second = keep(
        aline, path, typed | {"version": str(first.json["version"]), "history_fr": "Un grand palais."}
    )
    assert second.json["version"] == first.json["version"] + 1
    late = keep(aline, path, typed | {"history_fr": "D’un autre onglet."})
    wrong = keep(aline, path, typed | {"version": str(second.json["version"]), "phone": "appelez"})
    assert (late.status_code, wrong.status_code) == (409, 422)
    assert aline.post(path, typed | {"action": "publish"}, headers=KEEP).status_code == 400
    assert "palais" not in public(app, cast)
    assert not aline.open(path).select(".flash, .note--ok")  # nobody pressed anything: nothing is said

    write(clara, cast, "submit", history_fr="Une proposition.")
    mine = fields(aline, path) | {"history_fr": "Par-dessus."}
    over = keep(aline, path, mine)
    assert over.status_code == 409
    assert "Clara" in over.json["message"]
    assert fields(aline, path)["history_fr"].strip() == "Une proposition."
    assert keep(Door(app, cast["camille"]), path, mine).status_code == 404


def test_hours_prices_and_access_are_kept_while_typing_too(app: Flask, cast: Cast) -> None:
    bernat = Door(app, cast["bernat"])

    for name in ("horaires", "tarifs", "acces", "acces/pratique"):
        path = f"/espace/{cast.here_slug}/{name}/"
        page = bernat.open(path)
        assert page.select_one("form[data-autosave]"), name
        sent = {one["name"]: one["value"] for one in page.select("form[data-autosave] input[type=hidden]")}
        typed = {
            "horaires": {
                "periods.0.from": "1er avril",
                "periods.0.to": "31 octobre",
                "periods.0.monday": "10h-12h",
            },
            "tarifs": {"lines.0.who": "Plein tarif", "lines.0.amount": "6", "lines.0.scope": "both"},
            "acces": {},
            "acces/pratique": {"measures_indoor_percent": "60"},
        }[name]
        answer = keep(bernat, path, sent | typed)
        assert answer.status_code in {200, 422}, (name, answer.get_data(as_text=True)[:300])
        assert answer.is_json
        if answer.status_code == 200:
            assert set(answer.json["versions"]) <= set(sent), name
