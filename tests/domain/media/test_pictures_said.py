"""What may be said of a picture: a description is no file's name, a date is a date, and what is missing is named."""

import pytest

from portal.domain import texts
from portal.domain.media import BLANK, PicturesRefusedError, checked, errors, files, missing

SAID = {
    **BLANK,
    "alt": {"fr": "Une salle aux murs bleus, un buste de marbre.", "oc": None},
    "credit": "© Musée Goya / A. Roux",
    "licence": "cc-by",
    "consent": True,
}


def refused(**typed: object) -> dict[str, type]:
    with pytest.raises(PicturesRefusedError) as told:
        checked({"order": [7], "photos": {"7": {**SAID, **typed}}}, {7: "IMG_2043.HEIC"})
    return {path: type(error) for path, error in told.value.errors.items()}


def test_what_is_well_said_is_kept_and_nothing_is_missing() -> None:
    kept = checked({"order": [7], "photos": {"7": SAID}}, {7: "IMG_2043.HEIC"})

    assert kept == {"order": [7], "photos": {"7": SAID}}
    assert missing(kept["photos"]["7"]) == {}


@pytest.mark.parametrize(
    "name",
    ["IMG_2043.HEIC", "img_2043", "IMG 2043", "DSC00312.JPG", "PXL_20240611_093012345", "2043", "salle bleue.png",
     "WhatsApp Image 2024-06-11 at 10.33.20", "photo", "Photo 3", "20240611_093012"],
)  # fmt: skip
def test_the_name_of_a_file_is_no_description(name: str) -> None:
    if name == "photo":
        with pytest.raises(PicturesRefusedError):
            checked(
                {"order": [7], "photos": {"7": {**SAID, "alt": {"fr": name, "oc": None}}}}, {7: "Photo.jpg"}
            )
    else:
        assert refused(alt={"fr": name, "oc": None}) == {"photos.7.alt.fr": errors.FileNameError}


@pytest.mark.parametrize(
    "words", ["Le cloître en 1984", "Une photo de classe, 1912", "Salle 3 : les bronzes", "P. Picasso"]
)
def test_a_description_may_hold_numbers(words: str) -> None:
    assert checked({"order": [7], "photos": {"7": {**SAID, "alt": {"fr": words, "oc": None}}}}, {7: "a.jpg"})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"alt": {"fr": "é" * 301, "oc": None}}, {"photos.7.alt.fr": texts.TooLongError}),
        ({"alt": {"fr": None, "oc": "Una sala blava"}}, {"photos.7.alt.fr": errors.FrenchMissingError}),
        ({"decorative": True}, {"photos.7.decorative": errors.DecorativeError}),
        ({"licence": "volée"}, {"photos.7.licence": errors.LicenceMissingError}),
        ({"embargo": "demain"}, {"photos.7.embargo": errors.EmbargoError}),
        ({"embargo": "2027-02-30"}, {"photos.7.embargo": errors.EmbargoError}),
        ({"focal": [101, 5]}, {"photos.7.focal": errors.FocalError}),
        ({"focal": [True, 5]}, {"photos.7.focal": errors.FocalError}),
        ({"focal": "1e309"}, {"photos.7.focal": errors.FocalError}),
        ({"credit": "\0"}, {"photos.7.credit": texts.ForbiddenCharacterError}),
    ],
)
def test_what_makes_no_sense_is_named_by_its_field(
    typed: dict[str, object], expected: dict[str, type]
) -> None:
    assert refused(**typed) == expected


def test_what_is_missing_before_the_public_sees_it() -> None:
    assert set(missing(BLANK)) == {"alt.fr", "credit", "licence", "consent"}
    assert set(missing({**BLANK, "decorative": True})) == {"credit", "licence", "consent"}


def test_another_museums_numbers_are_left_out() -> None:
    kept = checked({"order": [7, 8, 7], "photos": {"8": SAID}}, {7: "a.jpg"})

    assert kept["order"] == [7]
    assert set(kept["photos"]) == {"7"}


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("C:\\Photos\\salle.png", "salle.png"),
        ("../../etc/passwd", "passwd"),
        ("a\0b\n\u202ec.jpg", "abc.jpg"),
        ("", "photo"),
        ("/", "photo"),
        ("é" * 300 + ".jpg", "é" * 116 + ".jpg"),
    ],
)
def test_a_files_name_is_only_shown_and_only_its_last_part(sent: str, name: str) -> None:
    assert files.tidy_name(sent) == name
