import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.web.kit import formats

LANGUAGES = st.sampled_from(["fr", "oc"])


@pytest.mark.parametrize("language", ["fr", "oc"])
def test_figures_are_the_same_in_both_languages(language):
    assert formats.number(Decimal("1234.5"), language) == "1\u202f234,5"
    assert formats.price(Decimal("5.5"), language) == "5,50\u00a0€"
    assert formats.price(Decimal("8.00"), language) == "8\u00a0€"
    assert formats.price(Decimal("7.999"), language) == "8\u00a0€"
    assert formats.price(1200, language) == "1\u202f200\u00a0€"
    assert formats.distance_km(0.42, language) == "0,4\u00a0km"
    assert formats.distance_km(3.0, language) == "3\u00a0km"
    assert formats.distance_km(9.96, language) == "10\u00a0km"
    assert formats.distance_km(47.3, language) == "47\u00a0km"


@pytest.mark.parametrize(
    ("rank", "french", "occitan"),
    [
        (19, "XIXe siècle", "sègle XIX"),
        (1, "Ier siècle", "sègle I"),
        (14, "XIVe siècle", "sègle XIV"),
        (-2, "IIe siècle av. J.-C.", "sègle II ab. J.-C."),
    ],
)
def test_century(rank, french, occitan):
    assert formats.century(rank, "fr").replace("\u00a0", " ") == french
    assert formats.century(rank, "oc").replace("\u00a0", " ") == occitan


@pytest.mark.parametrize("rank", [0, 40, -40])
def test_a_century_out_of_reach_is_refused(rank):
    with pytest.raises(ValueError, match="century"):
        formats.century(rank, "fr")


@given(st.integers(1, 39))
def test_the_ending_of_every_french_century_is_raised(rank):
    markup = formats.century_markup(rank, "fr")

    assert re.sub("</?sup>", "", markup) == formats.century(rank, "fr")
    assert re.fullmatch(r"[XVI]+<sup>er?</sup>\u00a0siècle", markup)


def test_ordinals():
    assert [formats.ordinal(rank, "fr") for rank in (1, 2, 3)] == ["1er", "2e", "3e"]
    assert [formats.ordinal(rank, "oc") for rank in (1, 2, 3)] == ["1èr", "2nd", "3en"]
    assert [formats.ordinal(rank, "fr", feminine=True) for rank in (1, 2)] == ["1re", "2e"]
    assert [formats.ordinal(rank, "oc", feminine=True) for rank in (1, 2, 3)] == ["1èra", "2nda", "3ena"]


def test_sentence_list():
    assert formats.sentence_list(["A", "B", "C"], "fr") == "A, B et C"
    assert formats.sentence_list(["A", "B", "C"], "oc") == "A, B e C"
    assert formats.sentence_list(["A", "B"], "oc") == "A e B"
    assert formats.sentence_list(["A"], "fr") == "A"
    assert formats.sentence_list([], "fr") == ""


def test_a_capital_keeps_its_accent():
    assert formats.sentence_case("òbras de novembre") == "Òbras de novembre"
    assert formats.sentence_case("") == ""


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("05 61 22 21 82", "+33561222182"),
        ("05.61.22.21.82", "+33561222182"),
        ("05\u00a061\u00a022\u00a021\u00a082", "+33561222182"),
        ("+33 (0)5 61 22 21 82", "+33561222182"),
        ("0033 5 61 22 21 82", "+33561222182"),
        ("05 61 22 21 82 / 06 00 00 00 00", "+33561222182"),
        ("+34 972 50 31 00", "+34972503100"),
        ("3975", "3975"),
        ("", ""),
        ("non communiqué", ""),
    ],
)
def test_phone_href(phone, href):
    assert formats.phone_href(phone) == href


@given(st.decimals(0, 100000, places=2, allow_nan=False), LANGUAGES)
def test_a_price_reads_back(amount, language):
    text = formats.price(amount, language)

    assert " " not in text
    assert Decimal(text.removesuffix("\u00a0€").replace("\u202f", "").replace(",", ".")) == amount


@given(st.integers(0, 10**9), LANGUAGES)
def test_a_number_reads_back(value, language):
    assert int(formats.number(value, language).replace("\u202f", "")) == value


@given(st.text(alphabet="0123456789 .+-()/abc", max_size=30))
def test_a_phone_link_holds_nothing_but_digits(phone):
    href = formats.phone_href(phone)

    assert href == "" or href.removeprefix("+").isdigit()
