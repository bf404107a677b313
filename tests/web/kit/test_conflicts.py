"""Two people write the same page: the second sees both texts, chooses field by field, and loses nothing."""

from collections.abc import Iterator

import pytest
from flask import Flask, redirect, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from wtforms import Form, FormField, StringField, TextAreaField

from portal.db import WRITE_EVERYTHING, Translated, db, enter, writing
from portal.domain import revisions
from portal.domain.museums import profile
from portal.domain.revisions import ConflictError
from portal.web.kit import conflicts, refusals, versions
from portal.web.kit.gate import open_to_everyone
from tests.domain.revisions.desk import ALINE, BERNAT, NOON, key, museum, publish, texts
from tests.reader import Page, inspect

DESK = "/fr/bureau/"
LABELS = {"presentation.fr": "Présentation", "phone": "Téléphone"}


class TwoTexts(Form):
    fr = TextAreaField("Français")
    oc = TextAreaField("Occitan")


class DeskForm(versions.VersionedForm):
    class Meta(versions.VersionedForm.Meta):
        csrf = False

    presentation = FormField(TwoTexts)
    phone = StringField("Téléphone")


def desk() -> object:
    """A room as later ones will be: ten lines."""
    session, of, form = db.session(), key(), DeskForm()
    found = revisions.head(session, of)
    typed = {**found.snapshot, "presentation": form.presentation.data, "phone": form.phone.data}
    try:
        text = profile.checked(versions.wanted(session, of, form.seen, typed, request.form))
        kept = revisions.save_draft(session, of, text, seen=form.seen, by=BERNAT, now=NOON)
        revisions.publish(session, kept, by=BERNAT, now=NOON)
    except ConflictError as told:
        shown = conflicts.conflict_of(told, profile.BLOCK, LABELS, request.form)
        return conflicts.answer(shown, form, DESK, layout="layouts/public.html", name="Aline")
    except profile.ProfileRefusedError as refused:
        form.validate()
        refusals.tell(form, refused.errors)
        return {name: list(field.errors) for name, field in form._fields.items()}, form.status
    session.commit()
    return redirect(DESK, 303)


def scoped() -> object:
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        return desk()


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    app.add_url_rule(DESK, "desk", open_to_everyone(scoped), methods=["POST"])
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        publish(key(), presentation=texts("Un musée au bord de l’Agout."), phone="05 63 11 11 11")
        db.session.commit()
    return app.test_client()


def aline_writes(app: Flask, fr: str) -> None:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        publish(key(), ALINE, presentation=texts(fr))
        db.session.commit()


def send(
    client: FlaskClient, version: object, fr: str, phone: str = "0563111111", **more: str
) -> TestResponse:
    typed = {"version": str(version), "presentation-fr": fr, "presentation-oc": "", "phone": phone}
    return client.post(DESK, data=typed | more)


def again(page: Page, **choices: str) -> dict[str, str]:
    """What the browser sends back from the page of two texts."""
    carried = {control["name"]: control["value"] for control in page.select("main input[type=hidden]")}
    chosen = {control["name"]: control["value"] for control in page.select("main input[checked]")}
    areas = {control["name"]: control.get_text() for control in page.select("main textarea")}
    return carried | areas | chosen | choices


def shown(app: Flask) -> tuple[Translated | None, str | None]:
    with app.app_context():
        enter(db.session(), WRITE_EVERYTHING)
        return museum().presentation, museum().shown_phone


def test_who_is_alone_is_saved(app: Flask, client: FlaskClient) -> None:
    assert send(client, 1, "Un musée espagnol.").status_code == 303
    assert shown(app)[0] == Translated("Un musée espagnol.")


def test_the_second_sees_both_texts_and_the_words_that_differ(app: Flask, client: FlaskClient) -> None:
    aline_writes(app, "Un grand musée au bord de l’Agout.")
    response = send(client, 1, "Un vieux musée au bord de l’Agout.", "05 63 22 22 22")
    page = inspect(DESK, response)

    assert response.status_code == 409
    assert page.h1.get_text() == "Aline a écrit en même temps que vous"
    assert [word.get_text().strip() for word in page.select(".ba ins")][:2] == ["grand", "vieux"]
    assert [heading.get_text() for heading in page.select("main h2")][:2] == ["Présentation", "Téléphone"]
    assert "À choisir" in page.words
    assert "Aline, jeudi 1er octobre à 12 h" in page.words.replace("\u00a0", " ")
    assert "Reste 1 champ à choisir" in page.words
    assert shown(app) == (Translated("Un grand musée au bord de l’Agout."), "05 63 11 11 11")


def test_a_field_that_only_one_changed_is_chosen_already(app: Flask, client: FlaskClient) -> None:
    aline_writes(app, "Un grand musée.")
    page = inspect(DESK, send(client, 1, "Un vieux musée.", "05 63 22 22 22"))

    assert page.select_one("input[name=choix-phone][checked]")["value"] == "yours"
    assert not page.select("input[name='choix-presentation.fr'][checked]")


@pytest.mark.parametrize(
    ("choice", "text"),
    [("theirs", "Un grand musée."), ("yours", "Un vieux musée."), ("both", "Un grand et vieux musée.")],
)
def test_the_choice_is_published(app: Flask, client: FlaskClient, choice: str, text: str) -> None:
    aline_writes(app, "Un grand musée.")
    page = inspect(DESK, send(client, 1, "Un vieux musée.", "05 63 22 22 22"))

    more = {"choix-presentation.fr": choice, "deux-presentation.fr": "Un grand et vieux musée."}
    assert client.post(DESK, data=again(page, **more)).status_code == 303
    assert shown(app) == (Translated(text), "05 63 22 22 22")


def test_a_missing_choice_is_asked_again_with_the_others_kept(app: Flask, client: FlaskClient) -> None:
    aline_writes(app, "Un grand musée.")
    page = inspect(DESK, send(client, 1, "Un vieux musée.", "05 63 22 22 22"))
    page = inspect(DESK, client.post(DESK, data=again(page, **{"choix-phone": "theirs"})))

    assert page.select_one("input[name=choix-phone][checked]")["value"] == "theirs"
    assert page.select_one("input[name='presentation-fr']")["value"] == "Un vieux musée."


def test_a_third_editor_meanwhile_is_another_conflict(app: Flask, client: FlaskClient) -> None:
    aline_writes(app, "Un grand musée.")
    page = inspect(DESK, send(client, 1, "Un vieux musée."))
    aline_writes(app, "Un très grand musée.")

    assert client.post(DESK, data=again(page, **{"choix-presentation.fr": "yours"})).status_code == 409
    assert shown(app)[0] == Translated("Un très grand musée.")


@pytest.mark.parametrize("version", ["", "-1", "²", "9" * 30, "douze"])
def test_a_version_that_never_was_is_a_conflict(app: Flask, client: FlaskClient, version: str) -> None:
    assert send(client, version, "Un vieux musée.").status_code == 409


def test_what_the_domain_refuses_is_told_beside_its_field(app: Flask, client: FlaskClient) -> None:
    response = send(client, 1, "Un musée.", "le standard")

    assert response.status_code == 422
    assert response.json["phone"] == ["Écrivez un seul numéro, par exemple 05 61 22 21 82."]
