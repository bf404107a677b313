import io

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import Babel
from flask_wtf import FlaskForm
from flask_wtf.file import FileAllowed, FileField
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import IntegerField, PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.i18n import messages_path
from wtforms.validators import EqualTo, InputRequired, Length, NumberRange

from portal.web.kit.form_messages import OURS, form_messages


class Visit(FlaskForm):
    class Meta(FlaskForm.Meta):
        csrf = False

        def get_translations(self, _form):
            return form_messages()

    name = StringField("Nom", [InputRequired()])
    code = StringField("Code", [Length(max=1)])
    people = IntegerField("Personnes", [NumberRange(min=1, max=30)])
    room = SelectField("Salle", choices=[SelectChoice("a", "A")])
    password = PasswordField("Mot de passe", [EqualTo("code")])
    photo = FileField("Photo", [FileAllowed(["jpg", "png"])])


ENTRIES = MultiDict(
    {
        "name": "",
        "code": "trop",
        "people": "40",
        "room": "z",
        "password": "autre",
        "photo": FileStorage(io.BytesIO(b"x"), "a.exe"),
    }
)


def errors(language, entries=ENTRIES):
    app = Flask(__name__)
    app.secret_key = "test"
    Babel(app, locale_selector=lambda: language)
    with app.test_request_context():
        form = Visit(entries)
        assert not form.validate()
        return {name: messages[0].replace("\u00a0", " ") for name, messages in form.errors.items()}


def test_a_form_answers_in_french():
    assert errors("fr") == {
        "name": "Ce champ est obligatoire.",
        "code": "1 caractère au maximum.",
        "people": "Indiquez un nombre entre 1 et 30.",
        "room": "Ce choix n’est pas dans la liste.",
        "password": "Cette valeur n’est pas la même que dans « Code ».",
        "photo": "Format de fichier non accepté. Formats acceptés : jpg, png.",
    }


def test_a_form_answers_in_occitan():
    assert errors("oc") == {
        "name": "Aqueste camp es obligatòri.",
        "code": "1 caractèr al maximum.",
        "people": "Indicatz un nombre entre 1 e 30.",
        "room": "Aquesta causida es pas dins la lista.",
        "password": "Aquesta valor es pas la meteissa que dins « Code ».",
        "photo": "Format de fichièr pas acceptat. Formats acceptats : jpg, png.",
    }


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("fr", ["caractère.", "caractère.", "caractères."]),
        ("oc", ["caractèr.", "caractèr.", "caractèrs."]),
    ],
)
def test_zero_and_one_are_singular(language, texts):
    app = Flask(__name__)
    Babel(app, locale_selector=lambda: language)
    with app.test_request_context():
        found = [
            form_messages().ngettext(
                "Field must be at least %(min)d character long.",
                "Field must be at least %(min)d characters long.",
                count,
            )
            for count in (0, 1, 2)
        ]

    assert [text.split()[-1] for text in found] == texts


def test_outside_a_request_nothing_is_translated():
    assert form_messages().gettext("Not a valid choice.") == "Not a valid choice."


@pytest.mark.parametrize("language", ["fr", "oc"])
def test_every_message_of_wtforms_has_its_translation(language):
    with open(f"{messages_path()}/wtforms.pot", "rb") as file:  # noqa: PTH123 - the path is a string
        wanted = {message.id for message in read_po(file) if message.id}
    with (OURS / language / "LC_MESSAGES/wtforms.po").open("rb") as file:
        ours = {message.id for message in read_po(file) if message.id}

    assert wanted <= ours
