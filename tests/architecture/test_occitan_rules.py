import occitan_rules as rules
import pytest


@pytest.mark.parametrize(
    "text",
    [
        *["lo mot de passa", "lo museu", "Los museus", "obert uèi", "dubert", "lei musèus", "dau musèu"],
        *[
            "pan et vin",
            "pour vos",
            "avec el",
            "l’âge",
            "la coleccion e l’exposition",
            "Installacions i las òbras",
        ],
        *["que i a un musèu", "una hèsta", "senhau", "ges de musèu", "Entrada", "Tancat", "barrat"],
        *["de lo musèu", "a los enfants", "per lo public", "sus los Pirenèus", "d’8 €", "visitor ouvert"],
    ],
)
def test_a_foreign_form_is_refused(text):
    assert rules.language_faults(text) != []


@pytest.mark.parametrize(
    "text",
    [
        *["Vos cal un compte per lo publicar", "I a 3 musèus", "Ne saber mai", "Pagina seguenta", "Imatge"],
        *["Lo musèu es estat restaurat", "Mots claus", "de 8 € a 10 €", "Questions frequentas", "a Nîmes"],
    ],
)
def test_a_right_form_is_accepted(text):
    assert rules.language_faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *[
            "l'art",
            '"art"',
            "Chargement...",
            "Ouvert ?",
            "Ouvert?",
            "Tarifs:",
            "Tarifs :",
            "« art »",
            "«art»",
        ],
        *["10 h", "%(km)s km", "8 €", "10\u00a0h 30", " Ouvert", "Ouvert  ici", "%(name)s : ouvert", "« »"],
    ],
)
def test_a_typographic_fault_is_refused(text):
    assert rules.typography_faults(text) != []


@pytest.mark.parametrize(
    "text",
    [
        *[
            "l’art",
            "Ouvert\u202f?",
            "Ouvert\u00a0?!",
            "Tarifs\u00a0:",
            "«\u00a0art\u00a0»\u00a0; suite",
            "10:30",
        ],
        *[
            "%(km)s\u00a0km",
            "de 3 musées",
            '<a href="https://exemple.fr/?a=b;c">l’art</a>',
            "&nbsp;Ouvert&nbsp;!",
        ],
    ],
)
def test_a_text_well_set_is_accepted(text):
    assert rules.typography_faults(text) == []


def test_variables_tags_and_copies_are_compared():
    assert rules.placeholders("%(a)s et %(b)s, {c}, 5 %%") != rules.placeholders("%(a)s e %(b)s, {c}, 5 %")
    assert rules.placeholders("%(a)s et %(b)s") == rules.placeholders("%(b)s e %(a)s")
    assert rules.tags("<b>x</b>") != rules.tags("<b>x")
    assert rules.is_copied("Carte", "Carte")
    assert not rules.is_copied("Agenda", "Agenda")
    assert not rules.is_copied("%(start)s – %(end)s", "%(start)s – %(end)s")
