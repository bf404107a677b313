"""Rows as sentences, in both languages."""

from datetime import date

import pytest

from portal.db import Translated
from portal.domain.hours import entry
from portal.domain.hours.bounds import Bound, Span, dated, yearly
from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import (
    Access,
    Closure,
    Decision,
    Effect,
    Exceptional,
    HolidayRule,
    Monthly,
    Period,
    Reason,
    Reopening,
    Rows,
    Slot,
    Week,
)
from portal.domain.hours.schedule import Schedule
from portal.domain.hours.school import SchoolBreak
from portal.web.kit import opening

TODAY = date(2026, 6, 1)
SUMMER = Span(yearly(4, 1), yearly(10, 31))


def plain(text):
    return text.replace("\u00a0", " ")


def both(function, *arguments, **more):
    return tuple(plain(str(function(*arguments, language, **more))) for language in ("fr", "oc"))


def week(*days, monthly=()):
    return Week(tuple(map(entry.times, days)), monthly)


def period(*days, monthly=(), span=SUMMER, **more):
    return Period(span, week(*days, monthly=monthly), **more)


@pytest.mark.parametrize(
    ("typed", "french", "occitan"),
    [
        ("", "fermé", "tampat"),
        ("10h-12h/14h-18h", "10 h – 12 h, 14 h – 18 h", "10 h – 12 h, 14 h – 18 h"),
        ("sur rendez-vous", "sur rendez-vous", "sus rendètz-vos"),
        ("groupes", "groupes sur réservation", "grops sus reservacion"),
        ("14h-17h sur rendez-vous", "14 h – 17 h sur rendez-vous", "14 h – 17 h sus rendètz-vos"),
        ("14h-17h groupes", "14 h – 17 h pour les groupes", "14 h – 17 h pels grops"),
        (
            "10h-12h/14h-18h, sur rendez-vous",
            "10 h – 12 h, 14 h – 18 h, sur rendez-vous",
            "10 h – 12 h, 14 h – 18 h, sus rendètz-vos",
        ),
        (
            "10h-12h et 14h-17h sur rendez-vous",
            "10 h – 12 h, sur rendez-vous de 14 h à 17 h",
            "10 h – 12 h, sus rendètz-vos de 14 h a 17 h",
        ),
        ("10h-12h et sur rendez-vous", "10 h – 12 h et sur rendez-vous", "10 h – 12 h e sus rendètz-vos"),
        ("20h-1h", "20 h – 1 h", "20 h – 1 h"),
        ("10h-1h le lendemain", "10 h – 1 h le lendemain", "10 h – 1 h l’endeman"),
    ],
)
def test_the_hours_of_a_day(typed, french, occitan):
    assert both(opening.day_words, entry.times(typed)) == (french, occitan)


OPEN = "10h-18h"
LUNCH = "10h-12h/14h-18h"


@pytest.mark.parametrize(
    ("days", "french", "occitan"),
    [
        (["", *[OPEN] * 6], "du mardi au dimanche, 10 h – 18 h", "del dimars al dimenge, 10 h – 18 h"),
        ([OPEN, "", *[OPEN] * 5], "du mercredi au lundi, 10 h – 18 h", "del dimècres al diluns, 10 h – 18 h"),
        ([OPEN] * 7, "tous les jours, 10 h – 18 h", "cada jorn, 10 h – 18 h"),
        ([""] * 7, "fermé", "tampat"),
        (
            ["", *[LUNCH] * 4, OPEN, OPEN],
            "du mardi au vendredi, 10 h – 12 h, 14 h – 18 h ; le samedi et le dimanche, 10 h – 18 h",
            "del dimars al divendres, 10 h – 12 h, 14 h – 18 h ; lo dissabte e lo dimenge, 10 h – 18 h",
        ),
        (
            [OPEN, "", OPEN, "", OPEN, OPEN, OPEN],
            "le mercredi et du vendredi au lundi, 10 h – 18 h",
            "lo dimècres e del divendres al diluns, 10 h – 18 h",
        ),
    ],
)
def test_a_week_says_equal_days_once(days, french, occitan):
    assert both(opening.week_sentence, period(*days)) == (french, occitan)


def test_a_week_says_what_differs_on_some_days_of_the_month():
    specials = (Monthly(1, 6, entry.times("14h30-17h30")), Monthly(-1, 0, ()))
    said = both(opening.week_sentence, period("", *[OPEN] * 4, "", "", monthly=specials))

    assert said == (
        (
            "du mardi au vendredi, 10 h – 18 h ; le premier dimanche du mois, 14 h 30 – 17 h 30 ; "
            "le dernier lundi du mois, fermé"
        ),
        (
            "del dimars al divendres, 10 h – 18 h ; lo primièr dimenge del mes, 14 h 30 – 17 h 30 ; "
            "lo darrièr diluns del mes, tampat"
        ),
    )


def test_a_week_as_a_table():
    rows = opening.week_rows(period("", *[OPEN] * 6, monthly=(Monthly(1, 0, entry.times(OPEN)),)), "fr")

    assert rows[0] == ("lundi", "fermé", True)
    assert plain(rows[1].hours) == "10 h – 18 h"
    assert rows[-1].name == "premier lundi du mois"
    assert len(rows) == 8


@pytest.mark.parametrize(
    ("when", "french", "occitan"),
    [
        (SUMMER, "du 1er avril au 31 octobre", "del 1èr d’abril al 31 d’octòbre"),
        (
            Span(dated(date(2026, 4, 4)), dated(date(2026, 11, 1))),
            "du 4 avril au 1er novembre 2026",
            "del 4 d’abril al 1èr de novembre de 2026",
        ),
        (
            Span(yearly(11, 1), yearly(3, 31)),
            "du 1er novembre au 31 mars",
            "del 1èr de novembre al 31 de març",
        ),
        (
            Span(yearly(11, 1), yearly(2, 29)),
            "du 1er novembre à la fin de février",
            "del 1èr de novembre a la fin de febrièr",
        ),
        (Span(Bound(easter=0), yearly(11, 1)), "de Pâques à la Toussaint", "de Pascas a Totsants"),
        (
            Span(Bound(easter=1), Bound(month=9, weekday=5, nth=3)),
            "du lundi de Pâques au troisième samedi de septembre",
            "del diluns de Pascas al tresen dissabte de setembre",
        ),
        (
            Span(Bound(easter=-3), Bound(month=4, weekday=6, nth=-1)),
            "de 3 jours avant Pâques au dernier dimanche d’avril",
            "de 3 jorns abans Pascas al darrièr dimenge d’abril",
        ),
        (Span(yearly(1, 1), yearly(12, 31)), "toute l’année", "tot l’an"),
        (Span(yearly(12, 24), yearly(12, 24)), "le 24 décembre", "lo 24 de decembre"),
        (
            frozenset({SchoolBreak.SPRING}),
            "pendant les vacances de printemps (zone C)",
            "pendent las vacanças de prima (zòna C)",
        ),
        (
            frozenset(SchoolBreak),
            "pendant les vacances scolaires (zone C)",
            "pendent las vacanças escolaras (zòna C)",
        ),
    ],
)
def test_when_a_season_holds(when, french, occitan):
    assert both(opening.span_words, when) == (french, occitan)


def test_the_title_of_a_season():
    own = Translated("Saison des fouilles", "Sason de las cavas")

    assert both(opening.period_title, period(*[OPEN] * 7, label="summer")) == (
        "Horaires d’été",
        "Oraris d’estiu",
    )
    assert both(opening.period_title, period(*[OPEN] * 7, name=own)) == (
        "Saison des fouilles",
        "Sason de las cavas",
    )
    assert both(opening.period_title, period(*[OPEN] * 7, name=Translated("Saison des fouilles"))) == (
        "Saison des fouilles",
        "Del 1èr d’abril al 31 d’octòbre",
    )


def days_of(first, last, effect, **more):
    return Exceptional(Span(dated(first), dated(last)), effect, **more)


INSTALLATION = days_of(date(2026, 6, 24), date(2026, 6, 26), Effect.CLOSED, reason=Reason.INSTALLATION)
LATE = days_of(
    date(2026, 6, 19),
    date(2026, 6, 19),
    Effect.HOURS,
    slots=entry.times("10h-22h"),
    reason=Reason.LATE_OPENING,
)


def test_an_exception_that_is_near_is_said_as_people_say_it():
    assert both(opening.exception_sentence, INSTALLATION, today=TODAY) == (
        "Fermé le 24, 25 et 26 juin : montage d’exposition",
        "Tampat lo 24, 25 e 26 de junh : montatge d’exposicion",
    )
    assert both(opening.exception_sentence, LATE, today=TODAY) == (
        "Ouvert jusqu’à 22 h vendredi 19 juin : nocturne",
        "Dobèrt fins a 22 h divendres 19 de junh : nocturna",
    )


def test_an_exception_in_full_keeps_its_year_and_its_hours():
    yearly_end = Exceptional(
        Span(yearly(12, 24), yearly(1, 2)), Effect.CLOSES_EARLY, at=1020, reason=Reason.YEAR_END
    )

    assert both(opening.exception_sentence, LATE) == (
        "Horaires particuliers le 19 juin 2026, 10 h – 22 h : nocturne",
        "Oraris particulars lo 19 de junh de 2026, 10 h – 22 h : nocturna",
    )
    assert both(opening.exception_sentence, yearly_end) == (
        "Ferme à 17 h chaque année du 24 décembre au 2 janvier : fêtes de fin d’année",
        "Tampa a 17 h cada an del 24 de decembre al 2 de genièr : fèstas de la fin de l’an",
    )


def test_the_words_of_a_museum_stand_in_the_language_they_are_in():
    row = days_of(
        date(2026, 6, 24), date(2026, 6, 24), Effect.CLOSED, words=Translated("fête de la Saint-Jean")
    )

    assert both(opening.exception_sentence, row, today=TODAY) == (
        "Fermé mercredi 24 juin : fête de la Saint-Jean",
        "Tampat dimècres 24 de junh",
    )


def test_a_long_closure():
    works = Closure(dated(date(2026, 1, 5)), None, reopening=Reopening(2027))

    assert both(opening.closure_sentence, works, today=TODAY) == (
        "Fermé pour travaux depuis le 5 janvier 2026, réouverture en 2027",
        "Tampat per òbras dempuèi lo 5 de genièr de 2026, redobertura en 2027",
    )
    assert both(opening.closure_sentence, Closure(yearly(11, 2), yearly(3, 31), Reason.SEASON)) == (
        "Fermé hors saison chaque année du 2 novembre au 31 mars",
        "Tampat fòra sason cada an del 2 de novembre al 31 de març",
    )


RULES = (
    HolidayRule(Holiday.CHRISTMAS, Decision.CLOSED),
    HolidayRule(Holiday.NEW_YEAR, Decision.CLOSED),
    HolidayRule(Holiday.ALL_SAINTS, Decision.SPECIAL, entry.times("14h-17h")),
    HolidayRule(Holiday.ASCENSION, Decision.SPECIAL, like=6),
    HolidayRule(Holiday.EASTER_MONDAY, Decision.USUAL),
    HolidayRule(Holiday.ARMISTICE),
)


def test_what_is_decided_of_holidays():
    assert both(opening.holidays_sentence, RULES) == (
        (
            "Jours fériés : fermé le 1er janvier et le 25 décembre ; le 1er novembre, 14 h – 17 h ; "
            "le jeudi de l’Ascension, comme un dimanche ; comme d’habitude le lundi de Pâques"
        ),
        (
            "Jorns de fèsta : tampat lo 1èr de genièr e lo 25 de decembre ; lo 1èr de novembre, 14 h – 17 h ; "
            "lo dijòus de l’Ascension, coma un dimenge ; coma de costuma lo diluns de Pascas"
        ),
    )
    assert both(opening.holiday_sentence, RULES[2]) == (
        "Le 1er novembre (Toussaint) : 14 h – 17 h",
        "Lo 1èr de novembre (Totsants) : 14 h – 17 h",
    )
    assert opening.holidays_sentence(RULES[-1:], "fr") == ""


@pytest.mark.parametrize(
    ("day", "french", "occitan"),
    [
        (date(2026, 6, 1), "horaires d’été", "oraris d’estiu"),
        (
            date(2026, 6, 25),
            "fermeture exceptionnelle : montage d’exposition",
            "tampadura excepcionala : montatge d’exposicion",
        ),
        (date(2026, 6, 19), "horaires exceptionnels : nocturne", "oraris excepcionals : nocturna"),
        (
            date(2026, 12, 25),
            "jour férié : Noël, le musée a décidé de fermer",
            "jorn de fèsta : Nadal, lo musèu a decidit de tampar",
        ),
        (date(2026, 8, 15), "jour férié non décidé : Assomption", "jorn de fèsta pas decidit : Assompcion"),
        (
            date(2026, 5, 14),
            "jour férié : Ascension, comme un dimanche",
            "jorn de fèsta : Ascension, coma un dimenge",
        ),
        (
            date(2026, 11, 3),
            "aucun horaire ne couvre cette date",
            "cap d’orari correspond pas a aquesta data",
        ),
        (
            date(2026, 6, 7),
            "horaires d’été : 14 h – 17 h sur rendez-vous",
            "oraris d’estiu : 14 h – 17 h sus rendètz-vos",
        ),
    ],
)
def test_the_rule_that_decided(day, french, occitan):
    season = period(*[OPEN] * 6, "14h-17h sur rendez-vous", label="summer")
    answer = Schedule(Rows((season,), RULES, exceptions=(INSTALLATION, LATE))).on(day)

    said = opening.reason(answer)

    assert (plain(said.fr), plain(said.oc)) == (french, occitan)


def test_the_school_calendar_that_is_not_known_yet():
    season = Period(None, week(*[OPEN] * 7), frozenset({SchoolBreak.SPRING}))
    answer = Schedule(Rows((season,))).on(TODAY)

    assert both(lambda language: opening.rule_words(answer.rule, answer, language)) == (
        "le calendrier scolaire n’est pas encore connu",
        "lo calendièr escolar es pas encara conegut",
    )
    assert both(opening.day_hours, answer) == ("non confirmé", "pas confirmat")


def test_the_last_admission():
    assert both(opening.last_admission_words, 30) == (
        "Dernière entrée 30 minutes avant la fermeture",
        "Darrièra dintrada 30 minutas abans la tampadura",
    )
    assert both(opening.last_admission_words, 60) == (
        "Dernière entrée une heure avant la fermeture",
        "Darrièra dintrada una ora abans la tampadura",
    )
    assert both(opening.last_admission_words, 75)[0] == "Dernière entrée 1 h 15 avant la fermeture"


def test_a_day_open_to_all_and_by_appointment_too():
    day = (Slot(600, 720, Access.GROUPS), Slot(720, 1080))

    assert both(opening.day_words, day)[0] == "groupes sur réservation de 10 h à 12 h, 12 h – 18 h"
