"""Prices in words, in both languages, from the same rows."""

from datetime import date

import pytest

from portal.db import Translated
from portal.domain.admission import (
    Audience,
    FreeKind,
    FreeRule,
    Payment,
    PriceLine,
    Rows,
    Scope,
    entry,
    free_for,
)
from portal.domain.admission.rows import FIRST_SUNDAY
from portal.domain.hours import State
from portal.domain.hours.bounds import yearly
from portal.web.kit import prices

DAY, ALL_SAINTS = date(2026, 11, 8), date(2026, 11, 1)
FULL = PriceLine(Audience.FULL, 600)


@pytest.mark.parametrize(
    ("line", "french", "occitan"),
    [
        (FULL, "plein tarif", "tarifa plena"),
        (PriceLine(Audience.CHILD, 0, age_to=11), "moins de 12 ans", "mens de 12 ans"),
        (PriceLine(Audience.CHILD, 0, 6, 12), "enfants de 6 à 12 ans", "enfants de 6 a 12 ans"),
        (PriceLine(Audience.CHILD, 0, 18, 25), "de 18 à 25 ans", "de 18 a 25 ans"),
        (PriceLine(Audience.SENIOR, 0, 65), "à partir de 65 ans", "a partir de 65 ans"),
        (
            PriceLine(Audience.GROUP, 0, group_min=10),
            "groupes dès 10 personnes",
            "grops a partir de 10 personas",
        ),
        (PriceLine(Audience.PASS, 0, name=Translated("Pass Tolosa")), "Pass Tolosa", "Pass Tolosa"),
    ],
)
def test_who_in_both_languages(line, french, occitan):
    assert prices.audience_words(line, "fr").text == french
    assert prices.audience_words(line, "oc").text == occitan


def test_what_is_written_for_a_public_is_read_again_as_that_public():
    for audience in set(Audience) - {Audience.PASS, Audience.OTHER}:
        for language in ("fr", "oc"):
            words = prices.audience_words(PriceLine(audience, 0), language).text
            assert entry.audience(words).audience is audience, words


def test_a_condition_that_museums_often_write_speaks_occitan_and_another_stays_marked_french():
    known = prices.condition_words(Translated("Étudiants, dès 65 ans, sur réservation"), "oc")
    unknown = prices.condition_words(Translated("sur réservation, les jours de pluie"), "oc")
    given = prices.condition_words(Translated("les jours de pluie", "los jorns de pluèja"), "oc")

    assert (known.text, known.lang) == ("estudiants, a partir de 65 ans, sus reservacion", "oc")
    assert (unknown.text, unknown.lang) == ("sur réservation, les jours de pluie", "fr")
    assert (given.text, given.lang) == ("los jorns de pluèja", "oc")


@pytest.mark.parametrize(
    ("rule", "french", "occitan"),
    [
        (FIRST_SUNDAY, "premier dimanche du mois", "primièr dimenge del mes"),
        (
            FreeRule(FreeKind.WEEKDAY, weekday=6, nth=1, month_from=10, month_to=6),
            "premier dimanche du mois, d’octobre à juin",
            "primièr dimenge del mes, d’octòbre a junh",
        ),
        (FreeRule(FreeKind.WEEKDAY, weekday=2), "chaque mercredi", "cada dimècres"),
        (FreeRule(FreeKind.DAY, day=yearly(7, 14)), "14 juillet", "14 de julhet"),
        (FreeRule(FreeKind.MUSEUM_NIGHT), "Nuit des musées", "Nuèch dels Musèus"),
    ],
)
def test_free_days_in_both_languages(rule, french, occitan):
    assert (prices.rule_words(rule, "fr"), prices.rule_words(rule, "oc")) == (french, occitan)


@pytest.mark.parametrize(
    ("rows", "day", "age", "french", "occitan"),
    [
        (
            Rows(lines=(FULL, PriceLine(Audience.CHILD, 0, age_to=11))),
            DAY,
            8,
            "Gratuit pour un enfant de 8 ans (moins de 12 ans)",
            "Gratuit per un enfant de 8 ans (mens de 12 ans)",
        ),
        (
            Rows(lines=(FULL,), free_days=(FIRST_SUNDAY,)),
            ALL_SAINTS,
            8,
            "Collections gratuites pour tous, premier dimanche du mois",
            "Colleccions gratuitas per totes, primièr dimenge del mes",
        ),
        (Rows(lines=(FULL,)), DAY, 8, "6\u00a0€ pour un enfant de 8 ans", "6\u00a0€ per un enfant de 8 ans"),
        (
            Rows(lines=(PriceLine(Audience.FULL, 650),)),
            DAY,
            None,
            "Plein tarif\u00a0: 6,50\u00a0€",
            "Tarifa plena\u00a0: 6,50\u00a0€",
        ),
        (Rows(always_free=Scope.BOTH), DAY, 30, "Gratuit pour tous", "Gratuit per totes"),
        (Rows(), DAY, 8, "Tarifs non renseignés", "Tarifas pas indicadas"),
        (
            Rows(lines=(FULL, PriceLine(Audience.YOUNG_EU, 0))),
            DAY,
            20,
            "Peut-être gratuit\u00a0: 18 – 25 ans de l’Union européenne",
            "Benlèu gratuit\u00a0: 18 – 25 ans de l’Union Europèa",
        ),
    ],
)
def test_a_reason_in_both_languages(rows, day, age, french, occitan):
    verdict = free_for(rows, day, age, State.OPEN)

    assert prices.verdict_words(verdict, age, "fr") == french
    assert prices.verdict_words(verdict, age, "oc") == occitan


def test_a_free_day_of_a_museum_whose_hours_are_not_confirmed_says_if():
    verdict = free_for(Rows(lines=(FULL,), free_days=(FIRST_SUNDAY,)), ALL_SAINTS, 8, State.UNCONFIRMED)

    assert prices.verdict_words(verdict, 8, "fr").startswith("Gratuit si le musée ouvre")


def lines_of(board: prices.Board) -> list[str]:
    return [
        f"{', '.join(piece.text for piece in row.who)} | {', '.join(piece.text for piece in row.details)} | {row.cost}"
        for section in board.sections
        for row in section.rows
    ]


def test_the_table_puts_together_those_who_enter_free_on_no_condition():
    rows = Rows(
        lines=(
            FULL,
            PriceLine(Audience.REDUCED, 400, condition=Translated("étudiants, groupes dès 10")),
            PriceLine(Audience.UNDER_18, 0),
            PriceLine(Audience.JOB_SEEKER, 0),
            PriceLine(Audience.DISABILITY, 0, proof=Translated("carte mobilité inclusion")),
        ),
        free_days=(FIRST_SUNDAY,),
        payment=frozenset({Payment.CASH, Payment.CARD}),
    )

    board = prices.board(rows, DAY, "fr")
    assert lines_of(board) == [
        "Plein tarif |  | 6\u00a0€",
        "Tarif réduit | étudiants, groupes dès 10 | 4\u00a0€",
        "Moins de 18 ans, demandeurs d’emploi |  | gratuit",
        "Personnes handicapées et leur accompagnant | carte mobilité inclusion | gratuit",
        "Premier dimanche du mois | collections | gratuit",
    ]
    assert board.payment == "carte bancaire et espèces"
    assert "Tarifa reducha | estudiants, grops a partir de 10 personas | 4\u00a0€" in lines_of(
        prices.board(rows, DAY, "oc")
    )


def test_what_one_gets_is_a_title_where_there_are_several_things():
    rows = Rows(
        lines=(
            PriceLine(Audience.FULL, 900, scope=Scope.TEMPORARY),
            PriceLine(Audience.FULL, 600, scope=Scope.PERMANENT),
        ),
        free_days=(FIRST_SUNDAY,),
    )

    assert [section.title for section in prices.board(rows, DAY, "fr").sections] == [
        "Collections",
        "Expositions temporaires",
        "Jours gratuits pour tous",
    ]


def test_prices_that_ended_are_shown_with_the_day_they_ended():
    rows = Rows(lines=(FULL,), valid_to=date(2026, 10, 31))
    ended, held = prices.board(rows, DAY, "fr"), prices.board(rows, date(2026, 10, 31), "fr")

    assert (ended.ended, held.ended) == (date(2026, 10, 31), None)
    assert lines_of(ended) == lines_of(held)


def test_prices_that_come_say_when():
    rows = Rows(lines=(FULL,), valid_from=date(2027, 1, 1))

    assert prices.board(rows, DAY, "fr").begins == date(2027, 1, 1)
    assert prices.board(Rows(), DAY, "fr").sections == ()
