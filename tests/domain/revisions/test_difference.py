"""What changed between two texts, as a person would say it."""

import time

from hypothesis import given
from hypothesis import strategies as st

from portal.domain.revisions import Change, Span, difference, words_difference

WORDS = st.text(alphabet="ab \n’é", max_size=60)


def kept(spans: list[Span], *kinds: str) -> str:
    return "".join(span.text for span in spans if span.kind in kinds)


def test_words_are_marked_where_they_differ() -> None:
    found = words_difference("tous les six mois, sur rendez-vous", "tous les trois mois, sur rendez-vous")

    assert found == [
        Span("same", "tous les"),
        Span("del", " six"),
        Span("ins", " trois"),
        Span("same", " mois, sur rendez-vous"),
    ]


def test_the_same_text_is_one_run() -> None:
    assert words_difference("Un musée.", "Un musée.") == [Span("same", "Un musée.")]
    assert words_difference("", "") == []


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    found = words_difference(before, after)

    assert kept(found, "same", "del") == before
    assert kept(found, "same", "ins") == after


def test_the_longest_and_worst_texts_are_compared_within_a_second() -> None:
    worst = " ".join(f"mot{number % 97}" for number in range(999))
    other = " ".join(f"mot{number * 31 % 97}" for number in range(999))
    began = time.perf_counter()
    words_difference(worst, other)
    words_difference(worst * 50, other * 50)
    words_difference("a " * 200_000, "b " * 200_000)

    assert time.perf_counter() - began < 2


def test_a_text_in_two_languages_is_two_fields_in_the_order_of_the_block() -> None:
    before = {"phone": "05", "name": {"fr": "Goya", "oc": None}, "tags": []}
    after = {"phone": "06", "name": {"fr": "Goya", "oc": "Gòia"}, "tags": None}

    assert difference(before, after, ("name", "phone")) == [
        Change("name.oc", None, "Gòia"),
        Change("phone", "05", "06"),
    ]


def test_nothing_written_differs_from_nothing_by_nothing() -> None:
    assert difference(None, {"phone": "", "name": {"fr": None}}) == []
    assert difference({"phone": "05"}, None) == [Change("phone", "05", None)]
