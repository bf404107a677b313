"""How a museum is reached, as its team types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain import texts
from portal.domain.museums import contacts, profile


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0561222182", "05 61 22 21 82"),
        ("05.61.22.21.82", "05 61 22 21 82"),
        ("+33 (0)5 61 22 21 82", "05 61 22 21 82"),
        ("0033561222182", "05 61 22 21 82"),
        ("05\u00a061\u00a022\u00a021\u00a082", "05 61 22 21 82"),
        ("+34 972 10 20 30", "+34972102030"),
        ("3975", "3975"),
        ("  ", None),
        (None, None),
    ],
)
def test_phone_is_put_in_pairs(typed: str | None, kept: str | None) -> None:
    assert contacts.phone(typed) == kept


@pytest.mark.parametrize("typed", ["le standard", "05 61 22", "05 61 22 21 82 ou 83", "٠٥٦١٢٢٢١٨٢", "0" * 60])
def test_phone_refuses_what_nobody_can_dial(typed: str) -> None:
    with pytest.raises(contacts.PhoneError):
        contacts.phone(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("www.musee.fr", "https://www.musee.fr"),
        ("HTTP://WWW.Musee.FR/", "http://www.musee.fr"),
        ("https://musee.fr:8080/Visite?a=1#b", "https://musee.fr:8080/Visite?a=1#b"),
        ("musee.fr:8080/visite", "https://musee.fr:8080/visite"),
        ("https://musée-occitan.fr", "https://musée-occitan.fr"),
    ],
)
def test_website_is_one_that_a_browser_opens(typed: str, kept: str) -> None:
    assert contacts.website(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://musee.fr",
        "https://",
        "https:///visite",
        "musee",
        "localhost",
        "https://127.0.0.1",
        "https://user:secret@musee.fr",
        "https://musee.fr/a b",
        "https://musee.fr:99999",
        "https://[::1",
        "//musee.fr",
        "https://musee.fr\\@evil.fr",
    ],
)
def test_website_refuses_the_rest(typed: str) -> None:
    with pytest.raises(contacts.WebsiteError):
        contacts.website(typed)


@pytest.mark.parametrize(
    "typed", ["accueil", "accueil@musee", "a b@musee.fr", "a@b@musee.fr", "a..b@musee.fr", "@musee.fr"]
)
def test_email_has_its_shape(typed: str) -> None:
    assert contacts.email("Accueil@Musee.FR") == "Accueil@musee.fr"
    with pytest.raises(contacts.EmailError):
        contacts.email(typed)


@pytest.mark.parametrize("typed", ["8100", "810000", "81 0000", "2A004", "٨١٠٠٠"])
def test_postcode_has_five_digits(typed: str) -> None:
    assert contacts.postcode("81 000") == "81000"
    with pytest.raises(contacts.PostcodeError):
        contacts.postcode(typed)


def test_texts_lose_what_nobody_sees() -> None:
    assert texts.line("  Musée\tdu\u202e Pastel\x07\r\n ", 40) == "Musée du Pastel"
    assert texts.lines("Un.\r\n\r\n\r\n\r\nDeux.  \n", 40) == "Un.\n\nDeux."
    assert texts.line("e\u0301cole\u00a0!", 40) == "école\u00a0!"


@pytest.mark.parametrize("typed", ["a\x00b", "a\ud800b"])
def test_texts_refuse_what_no_database_takes(typed: str) -> None:
    with pytest.raises(texts.ForbiddenCharacterError):
        texts.line(typed, 40)


def test_a_text_too_long_says_by_how_much() -> None:
    with pytest.raises(texts.TooLongError) as refused:
        texts.lines("é" * 41, 40)

    assert (refused.value.length, refused.value.most) == (41, 40)


def test_every_field_at_fault_is_named_at_once() -> None:
    with pytest.raises(profile.ProfileRefusedError) as refused:
        profile.checked({"phone": "x", "email": "y", "presentation": {"oc": "Solament."}, "street": "a\x00"})

    assert {name: type(error).__name__ for name, error in refused.value.errors.items()} == {
        "phone": "PhoneError",
        "email": "EmailError",
        "presentation.fr": "FrenchMissingError",
        "street": "ForbiddenCharacterError",
    }


def test_an_empty_occitan_is_none() -> None:
    kept = profile.checked({"usage_name": {"fr": "Goya", "oc": "  "}})

    assert kept == {**profile.BLOCK.blank, "usage_name": {"fr": "Goya", "oc": None}}


@given(
    st.fixed_dictionaries(
        {name: st.text(max_size=30) for name in ("phone", "website", "email", "postcode", "street")}
    )
)
def test_what_is_kept_once_is_kept_the_same(typed: dict[str, str]) -> None:
    try:
        kept = profile.checked(typed)
    except profile.ProfileRefusedError:
        return

    assert profile.checked(kept) == kept
