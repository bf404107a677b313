import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from portal.web.kit.typography import typographic, typographic_markup

LANGUAGES = st.sampled_from(["fr", "oc"])
PIECES = st.sampled_from(
    [
        *" \t\n\u00a0\u202f'\"’.…,;:!?«»<>&%€()–",
        *["...", "10", "30", "500", "4", "2026", "h", "km", "m", "l", "d", "qu", "art", "1er", "XIXe"],
        *["https://", "www.", "a@b.fr", "&amp;", "<b>", "</b>", "é", "ò"],
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Horaires : tous les jours", "Horaires\u00a0: tous les jours"),
        ("Horaires: tous les jours", "Horaires\u00a0: tous les jours"),
        ("Ouvert ? Oui ; non !", "Ouvert\u202f? Oui\u202f; non\u202f!"),
        ("Ouvert? Oui!", "Ouvert\u202f? Oui\u202f!"),
        ("Vraiment ?!", "Vraiment\u202f?!"),
        ("« Salle bleue »", "«\u00a0Salle bleue\u00a0»"),
        ("«Salle bleue» !", "«\u00a0Salle bleue\u00a0»\u202f!"),
        ("l'art d'aujourd'hui", "l’art d’aujourd’hui"),
        ("l'« Autoportrait »", "l’«\u00a0Autoportrait\u00a0»"),
        ("l'", "l’"),
        ("jusqu'", "jusqu’"),
        ("Chargement...", "Chargement…"),
        ("de 10 h 30 à 18 h", "de 10\u00a0h\u00a030 à 18\u00a0h"),
        ("8 € ou 25 %", "8\u00a0€ ou 25\u00a0%"),
        ("8€ ou 25%", "8\u00a0€ ou 25\u00a0%"),
        ("à 47 km, 32 cm sur 2 m", "à 47\u00a0km, 32\u00a0cm sur 2\u00a0m"),
        ("4 500 œuvres, 1 200 000 visiteurs", "4\u202f500 œuvres, 1\u202f200\u202f000 visiteurs"),
    ],
)
def test_french_text_is_set(text, expected):
    assert typographic(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senhal oblidat ?", "Senhal oblidat\u202f?"),
        ("l'acuèlh, d'abril, qu'es", "l’acuèlh, d’abril, qu’es"),
        ("« Dobèrt » : cada jorn", "«\u00a0Dobèrt\u00a0»\u00a0: cada jorn"),
        ("Sent Gaudenç, s·h", "Sent Gaudenç, s·h"),
        ("d'", "d’"),
    ],
)
def test_occitan_text_is_set(text, expected):
    assert typographic(text, "oc") == expected


@pytest.mark.parametrize(
    "text",
    [
        "10:30",
        "https://exemple.fr/a?b=c;d=!",
        "contact@musee-exemple.fr",
        "www.exemple.fr/l'art...",
        "en 2026 300 personnes",
        "les 2 m’ont dit",
        "Le Ce Me",
    ],
)
def test_what_is_not_prose_is_left_alone(text):
    assert typographic(text, "fr") == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("le 1er novembre", "le 1<sup>er</sup> novembre"),
        ("la 1re salle du 2e étage", "la 1<sup>re</sup> salle du 2<sup>e</sup> étage"),
        (
            "XIXe siècle, Ier siècle, Xe, Ve",
            "XIX<sup>e</sup> siècle, I<sup>er</sup> siècle, X<sup>e</sup>, V<sup>e</sup>",
        ),
        ("Le musée <b>", "Le musée &lt;b&gt;"),
        (Markup('<a title="1er ?">le 1er ?</a>'), '<a title="1er ?">le 1<sup>er</sup>\u202f?</a>'),
        (Markup("Arts &amp; métiers"), "Arts &amp; métiers"),
    ],
)
def test_french_markup_raises_ordinals(text, html):
    markup = typographic_markup(text, "fr")

    assert isinstance(markup, Markup)
    assert str(markup) == html


def test_occitan_markup_keeps_ordinals_on_the_line():
    assert typographic_markup("1èr d’agost, sègle XIX", "oc") == Markup("1èr d’agost, sègle XIX")


@given(TEXTS, LANGUAGES)
@example("« »", "fr")
@example("4 500 300", "fr")
def test_setting_twice_is_setting_once(text, language):
    once = typographic(text, language)

    assert typographic(once, language) == once


@given(TEXTS, LANGUAGES)
@example("https://1er«", "fr")
def test_marking_twice_is_marking_once(text, language):
    once = typographic_markup(text, language)

    assert typographic_markup(once, language) == once


@given(TEXTS, LANGUAGES)
def test_only_spaces_apostrophes_and_dots_change(text, language):
    def bare(value):
        return re.sub(r"[\s'’.…]", "", value)

    assert bare(typographic(text, language)) == bare(text)


@given(TEXTS, LANGUAGES)
def test_markup_lets_no_tag_of_the_text_through(text, language):
    tags = re.findall(r"<[^>]*>", typographic_markup(text, language))

    assert set(tags) <= {"<sup>", "</sup>"}
