"""The normaliser: one form for every way to type a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.search.normaliser import (
    LONGEST_WORD,
    MOST_QUERY_WORDS,
    name_key,
    normalise,
    query_words,
    stem,
    words,
)

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("MUSÉE  Toulouse-Lautrec", "musee toulouse lautrec"),
        ("Cœur de Causse", "coeur causse"),
        ("Lætitia", "laetitia"),
        ("l'éphèbe", "ephebe"),
        ("l’Éphèbe", "ephebe"),
        ("lʼÉphèbe", "ephebe"),
        ("Musée d’Art", "musee art"),
        ("qu'est-ce", "est ce"),
        ("L’Avelhanet", "avelhanet"),
        ("Lo Mas d’Asilh", "mas asilh"),
        ("19e siècle", "19e siecle"),
        ("Ｇｏｙａ", "goya"),
        ("Col·legi", "collegi"),
        ("LA", "la"),
        ("de la", "de la"),
        ("\0goya\ud800", "goya"),
        ("🎨", ""),
        ("« NEAR(a AND b) » OR *", "near and b or"),
        ("", ""),
    ],
)
def test_a_text_is_told_in_plain_words(typed, normal):
    assert normalise(typed) == normal


@pytest.mark.parametrize(
    "same",
    [
        ("saint", "sainte", "st", "ste", "sant", "santa", "sent", "saints"),
        ("musée", "musees", "MUSÉES"),
        ("Castres", "castre"),
        ("art", "arts"),
    ],
)
def test_one_word_has_one_stem(same):
    assert len({stem(normalise(word), "fr") for word in same}) == 1


def test_occitan_loses_its_plural_and_nothing_else():
    assert [word.stem for word in words("Tòrres romanas, òmes, gas", "oc")] == [
        "torre",
        "romana",
        "ome",
        "gas",
    ]


def test_two_writings_of_a_name_have_one_key():
    assert name_key("Le Vigan") == name_key("vigan")
    assert name_key("St-Lizier") == name_key("saint lizier")
    assert name_key("Le Vigan") != name_key("Le Vignau")


def test_the_last_word_of_a_query_may_be_a_beginning():
    assert [(word.plain, word.is_last) for word in query_words("le musée Goy")] == [
        ("musee", False),
        ("goy", True),
    ]


def test_a_repeated_word_counts_once():
    assert [word.plain for word in query_words("goya Goya GOYA")] == ["goya"]


@pytest.mark.parametrize(
    "endless",
    ["a" * MEGABYTE, "é " * MEGABYTE, "\0" * MEGABYTE, "ﷺ" * MEGABYTE, " ".join(map(str, range(100_000)))],
)
def test_a_query_without_end_is_cut(endless):
    asked = query_words(endless)

    assert len(asked) <= MOST_QUERY_WORDS
    assert all(len(word.plain) <= LONGEST_WORD for word in asked)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.characters(exclude_categories=[])), st.sampled_from(["fr", "oc", "ca"]))
def test_every_word_of_every_text_is_plain(text, language):
    for word in words(text, language):
        assert word.plain.isascii()
        assert word.plain.isalnum()
        assert word.stem.isascii()
        assert word.stem.isalnum()
        assert word.plain == word.plain.lower()
