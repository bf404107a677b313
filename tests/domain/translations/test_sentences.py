"""French is cut into sentences as a reader would, and one changed word names one sentence."""

import pytest

from portal.domain.translations.sentences import changes, plain, split

ONE = [
    "M. Durand et Mme Roux ont légué leurs livres.",
    "Le plein tarif est de 8.50 € le 14.07.2026 comme le dimanche.",
    "Peint vers 52 av. J.-C. par un artiste du XIXe s. aujourd’hui oublié.",
    "Voir p. 12, fig. 3 et env. 40 objets, etc. dans la salle.",
    "Ouvert toute l’année… sauf en janvier !",
    "Peint par J. A. D. Ingres en 1806.",
]


@pytest.mark.parametrize("sentence", ONE)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_a_text_is_cut_at_its_ends_and_is_whole_again() -> None:
    text = (
        "Venez ! Le musée est ouvert. « Quelle merveille ! » disait-on. Il ferme av. J.-C. Les salles rouvrent.\n\n"
        "Un ascenseur ? Oui. C’est l’amour de l’art. Voyez le tome, p. 12.\nEn 2019, dix-huit salles. 4 500 dessins y sont."
    )

    found = split(text)

    assert [sentence.strip() for sentence in found] == [
        "Venez !",
        "Le musée est ouvert.",
        "« Quelle merveille ! » disait-on.",
        "Il ferme av. J.-C.",
        "Les salles rouvrent.",
        "Un ascenseur ?",
        "Oui.",
        "C’est l’amour de l’art.",
        "Voyez le tome, p. 12.",
        "En 2019, dix-huit salles.",
        "4 500 dessins y sont.",
    ]
    assert "".join(found) == text


def test_one_price_changed_is_one_sentence_with_its_word_marked() -> None:
    before = "Bienvenue. L’entrée coûte 6 €, 4 € pour M. Tout-le-Monde. La cour est libre."
    [changed] = changes(before, before.replace("6 €", "7 €"))

    assert changed.after == "L’entrée coûte 7 €, 4 € pour M. Tout-le-Monde."
    assert [(span.kind, span.text.strip()) for span in changed.spans if span.kind != "same"] == [
        ("del", "6"),
        ("ins", "7"),
    ]


def test_sentences_that_came_went_and_changed_are_told_apart() -> None:
    before = "Un palais. Un peintre célèbre de la ville. Un violon."
    after = "Un palais. Un jardin neuf. Un peintre célèbre de la région. Un violon."

    assert [(one.before, one.after) for one in changes(before, after)] == [
        ("", "Un jardin neuf."),
        ("Un peintre célèbre de la ville.", "Un peintre célèbre de la région."),
    ]
    assert [(one.before, one.after) for one in changes("Un palais. Un violon.", "Un violon.")] == [
        ("Un palais.", "")
    ]


def test_typography_and_markup_change_no_sentence() -> None:
    assert changes("L'art, c'est ici !", "L’art,\u00a0c’est ici\u00a0!") == []
    rich = "<h3>Les salles</h3><p>Un <strong>palais</strong> &amp; un violon.</p><p>Entrée&nbsp;: 6 €.</p>"
    assert plain(rich, is_rich=True) == "Les salles\nUn palais & un violon.\nEntrée\u00a0: 6 €."
    [changed] = changes(plain(rich, is_rich=True), plain(rich.replace("6 €", "7 €"), is_rich=True))
    assert changed.after == "Entrée\u00a0: 7 €."
