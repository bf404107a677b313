"""Prices as people type them."""

import pytest

from portal.domain.admission import Audience, FreeKind, entry
from portal.domain.admission.entry import NotADateError, NotAFreeDayError, NotAnAmountError, Who
from portal.domain.admission.errors import AmountNegativeError, AmountTooHighError


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("8", 800),
        ("8 €", 800),
        ("8\u00a0€", 800),
        ("8,50", 850),
        ("8.50 euros", 850),
        ("8,5", 850),
        ("8€50", 850),
        ("8 EUR", 800),
        ("0", 0),
        ("gratuit", 0),
        ("Gratuit ", 0),
        ("entrée libre", 0),
        ("1 000", 100_000),
        ("", None),
        ("   ", None),
    ],
)
def test_amounts_are_read(typed: str, cents: int | None):
    assert entry.amount(typed) == cents


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("huit euros", NotAnAmountError),
        ("1e309", NotAnAmountError),
        ("NaN", NotAnAmountError),
        ("inf", NotAnAmountError),
        ("8,505", NotAnAmountError),
        ("8/6", NotAnAmountError),
        ("٨", NotAnAmountError),
        ("8" * 5000, NotAnAmountError),
        ("-5", AmountNegativeError),
        ("−5 €", AmountNegativeError),
        ("1001", AmountTooHighError),
        ("999999999", AmountTooHighError),
    ],
)
def test_what_is_no_price_is_refused(typed: str, error: type[Exception]):
    with pytest.raises(error):
        entry.amount(typed)


@pytest.mark.parametrize("cents", [0, 5, 50, 800, 850, 100_000])
def test_an_amount_is_written_as_it_would_be_read(cents: int):
    assert entry.amount(entry.amount_text(cents)) == cents


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("Plein tarif", Who(Audience.FULL)),
        ("tarif réduit", Who(Audience.REDUCED)),
        ("Moins de 18 ans", Who(Audience.UNDER_18)),
        ("moins de 12 ans", Who(Audience.CHILD, age_to=11)),
        ("Enfants de 6 à 12 ans", Who(Audience.CHILD, 6, 12)),
        ("6-12 ans", Who(Audience.CHILD, 6, 12)),
        ("enfant jusqu’à 10 ans", Who(Audience.CHILD, age_to=10)),
        ("Enfants", Who(Audience.CHILD)),
        ("18 – 25 ans de l’Union européenne", Who(Audience.YOUNG_EU)),
        ("dès 65 ans", Who(Audience.SENIOR, age_from=65)),
        ("Demandeurs d’emploi", Who(Audience.JOB_SEEKER)),
        ("Carte mobilité", Who(Audience.DISABILITY)),
        ("Personnes handicapées et leur accompagnant", Who(Audience.DISABILITY)),
        ("Groupe dès 10", Who(Audience.GROUP, group_min=10)),
        ("groupes à partir de 15 personnes", Who(Audience.GROUP, group_min=15)),
        ("Groupes", Who(Audience.GROUP)),
        ("Carte ICOM", Who(Audience.PROFESSIONAL)),
        ("Pass Toulouse", Who(Audience.PASS)),
        ("Mens de 18 ans", Who(Audience.UNDER_18)),
        ("Amis du musée", Who(Audience.OTHER)),
        ("de 12 à 6 ans", Who(Audience.CHILD, 12, 6)),
    ],
)
def test_who_is_read(typed: str, who: Who):
    assert entry.audience(typed) == who


@pytest.mark.parametrize(
    ("typed", "kind", "weekday", "nth"),
    [
        ("Premier dimanche du mois", FreeKind.WEEKDAY, 6, 1),
        ("1er dimanche", FreeKind.WEEKDAY, 6, 1),
        ("dernier mercredi de chaque mois", FreeKind.WEEKDAY, 2, -1),
        ("le mercredi", FreeKind.WEEKDAY, 2, None),
        ("Nuit des musées", FreeKind.MUSEUM_NIGHT, None, None),
        ("Journées européennes du patrimoine", FreeKind.HERITAGE_DAYS, None, None),
        ("Primièr dimenge del mes", FreeKind.WEEKDAY, 6, 1),
    ],
)
def test_free_days_are_read(typed: str, kind: FreeKind, weekday: int | None, nth: int | None):
    rule = entry.free_day(typed)

    assert (rule.kind, rule.weekday, rule.nth) == (kind, weekday, nth)


def test_a_day_of_each_year_and_what_is_none():
    assert str(entry.free_day("14 juillet").day) == "07-14"
    for typed in ("quand il pleut", "", "31 février"):
        with pytest.raises(NotAFreeDayError):
            entry.free_day(typed)


def test_a_date_says_its_year():
    assert str(entry.day("1er janvier 2026")) == "2026-01-01"
    assert entry.day_text(entry.day("1/1/2026")) == "1er janvier 2026"
    assert entry.day("") is None
    for typed in ("1er janvier", "bientôt", "1e309"):
        with pytest.raises(NotADateError):
            entry.day(typed)
