"""Sentences that museums really published: the register's list of 2021, and others as their sites write them."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from portal.domain.errors import DomainError
from portal.domain.hours.schedule import Schedule, State
from portal.domain.hours.sentences import AmbiguousError, ContradictionError, NotUnderstoodError, read
from portal.domain.hours.snapshots import clock, slot_text
from portal.web.kit.opening import whole_text
from tests.reference_data import reference_bytes

LIST = "museofile/variantes/liste-musees-de-france_occitanie_2021.csv"
YEAR = 2027
EASTER_MONDAY, ASCENSION, WHIT_MONDAY = "03-29", "05-06", "05-17"
HOLIDAYS = {
    "01-01",
    EASTER_MONDAY,
    "05-01",
    "05-08",
    ASCENSION,
    WHIT_MONDAY,
    "07-14",
    "08-15",
    "11-01",
    "11-11",
    "12-25",
}


@pytest.fixture(scope="module")
def published():
    text = reference_bytes(LIST).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {row["ref_musee"]: row for row in rows if row["periode_ouverture"].strip()}


def sentence(row):
    """Return the three columns as one text, as somebody would paste them."""
    text = row["periode_ouverture"].strip(" .,")
    if closed := row["fermeture_annuelle"].strip(" ."):
        text += f". {closed if closed.lower().startswith('ferm') else f'Fermé : {closed}'}"
    if late := row["jours_nocturnes"].strip():
        text += f". Nocturne : {late}"
    return text


def is_read(text):
    try:
        read(text, "fr")
    except DomainError:
        return False
    return True


def test_most_of_the_published_sentences_are_read(published):
    hours = [row["periode_ouverture"].strip(" .,") for row in published.values()]
    everything = [sentence(row) for row in published.values()]

    assert len(published) == 126
    assert sum(map(is_read, hours)) >= 85
    assert sum(map(is_read, everything)) >= 76


def test_what_is_read_of_them_can_be_written_and_read_again(published):
    for text in filter(is_read, map(sentence, published.values())):
        rows = read(text, "fr")
        for language in ("fr", "oc"):
            again = read(whole_text(rows, language), language)
            assert (again.periods, again.exceptions) == (rows.periods, rows.exceptions), text


ALL, TUE_SUN, WED_MON, WED_SUN = "0123456", "123456", "023456", "23456"


@dataclass
class Expected:
    """A year of a museum, told by hand: seasons as first day, last day, weekdays and hours; of two that are open, the later."""

    seasons: list
    shut: str = ""
    """Days and stretches closed each year."""
    other: dict = field(default_factory=dict)
    """Holidays that are open, with their hours; the others are not decided."""

    def on(self, day):
        key = f"{day:%m-%d}"
        if any(
            first <= key <= (last or first)
            for first, _, last in (each.partition("/") for each in self.shut.split())
        ):
            return "closed"
        if key in self.other:
            return self.other[key]
        if key in HOLIDAYS:
            return "unconfirmed"
        said = "unconfirmed"
        for first, last, weekdays, hours in self.seasons:
            if first <= key <= last if first <= last else key >= first or key <= last:
                is_open = str(day.weekday()) in weekdays
                said = hours if is_open else "closed" if said == "unconfirmed" else said
        return said


LUNCH = "10:00-12:00 14:00-18:00"
BY_HAND = {
    "3155509": Expected([("01-01", "12-31", TUE_SUN, "10:00-18:00")], "01-01 05-01 12-25"),
    "6604902": Expected(
        [("01-01", "12-31", ALL, "10:00-17:00"), ("07-01", "09-30", ALL, "10:00-19:00")],
        "01-01 05-01 11-01 12-25",
        {EASTER_MONDAY: "10:00-17:00", WHIT_MONDAY: "10:00-17:00"},
    ),
    "3155503": Expected(
        [("10-01", "05-31", TUE_SUN, "10:00-17:00"), ("06-01", "09-30", TUE_SUN, "10:00-18:00")],
        " ".join(sorted(HOLIDAYS)),
    ),
    "3035001": Expected(
        [
            ("04-01", "06-30", WED_SUN, LUNCH),
            ("09-01", "10-31", WED_SUN, LUNCH),
            ("07-01", "08-31", WED_MON, "10:00-13:00 15:00-18:30"),
        ],
        "01-01/03-31 11-01/12-31 05-01",
        {WHIT_MONDAY: LUNCH},
    ),
    "0926801": Expected(
        [
            *(
                (first, last, ALL, "14:00-18:00")
                for first, last in (
                    ("01-02", "01-05"),
                    ("02-25", "03-10"),
                    ("03-31", "06-30"),
                    ("09-17", "11-03"),
                    ("12-22", "12-31"),
                )
            ),
            ("07-01", "09-15", ALL, "10:30-19:00"),
        ],
        "01-01 01-07/02-22 03-11/03-30 11-04/11-08 11-12/12-21 12-25",
    ),
    "3403202": Expected(
        [
            ("10-01", "05-31", "1234", "10:00-17:00"),
            ("10-01", "05-31", "56", "10:00-18:00"),
            ("06-01", "09-30", TUE_SUN, "10:00-18:00"),
        ],
        "01-01 03-28 05-01 12-25",
    ),
    "3155502": Expected(
        [
            ("01-01", "12-31", ALL, "10:00-18:00"),
            ("07-01", "08-31", ALL, "10:00-19:00"),
            ("12-24", "12-24", ALL, "10:00-17:00"),
            ("12-31", "12-31", ALL, "10:00-17:00"),
        ],
        "01-01 05-01 12-25",
    ),
    "3414201": Expected(
        [
            ("06-01", "11-30", TUE_SUN, "10:00-18:00"),
            ("07-06", "08-24", TUE_SUN, "10:00-18:00"),
            ("07-06", "08-24", "1", "10:00-22:00"),
        ],
        "01-01 05-01 11-01 12-25",
    ),
    "4630901": Expected(
        [
            ("07-01", "08-31", ALL, "10:00-12:30 14:00-18:30"),
            ("04-01", "06-30", TUE_SUN, LUNCH),
            ("09-01", "10-31", TUE_SUN, LUNCH),
        ],
        "01-01 05-01 12-25",
        {WHIT_MONDAY: LUNCH},
    ),
    "1209602": Expected(
        [
            ("01-01", "12-31", "", ""),
            ("06-01", "09-30", TUE_SUN, "10:00-12:30 14:00-18:00"),
            ("04-01", "05-31", "135", "14:30-16:30"),
            ("10-01", "10-31", "135", "14:30-16:30"),
        ],
    ),
    "8101201": Expected(
        [
            ("02-16", "04-30", "60123", "14:00-17:00"),
            ("11-02", "12-23", "60123", "14:00-17:00"),
            ("05-02", "06-30", "560123", "14:00-18:00"),
            ("09-01", "10-31", "560123", "14:00-18:00"),
            ("07-01", "08-31", ALL, "10:00-12:00 14:00-18:30"),
        ],
        "12-24/12-31 01-01/02-15 05-01 11-01",
    ),
    "3155504": Expected(
        [("01-01", "12-31", ALL, "10:00-18:00"), ("01-01", "12-31", "2", "10:00-21:00")],
    ),
    "8106901": Expected(
        [("03-28", "11-01", "456", "15:00-18:00"), ("07-01", "08-31", WED_MON, "14:30-18:30")],
        "",
        dict.fromkeys(["03-29", "05-01", "05-08", ASCENSION, WHIT_MONDAY, "11-01"], "15:00-18:00"),
    ),
}


@pytest.mark.parametrize("ref", BY_HAND)
def test_a_year_of_a_museum_is_what_its_sentence_says(published, ref):
    schedule = Schedule(read(sentence(published[ref]), "fr"))
    for ahead in range(365):
        answer = schedule.on(date(YEAR, 1, 1) + timedelta(days=ahead))
        said = answer.state.value
        if answer.state is State.OPEN:
            said = " ".join(f"{clock(start)}-{clock(end)}" for start, end in answer.intervals)
        assert (answer.date, said) == (answer.date, BY_HAND[ref].on(answer.date))


def week_of(text):
    """Return the week of the first season of a text, closed days left out."""
    names = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
    days = read(text, "fr").periods[0].week.days
    return " ".join(
        f"{name} {','.join(map(slot_text, day))}" for name, day in zip(names, days, strict=True) if day
    )


@pytest.mark.parametrize(
    ("text", "seasons"),
    [
        ("Ouvert tous les jours sauf le mardi, de 10h à 18h.", "toute l’année"),
        ("Du mardi au dimanche : 10h-12h30 / 14h-18h", "toute l’année"),
        ("Mardi - dimanche 10h-18h", "toute l’année"),
        ("Ouvert de 9h à 12h et de 14h à 18h. Fermeture hebdomadaire le lundi.", "toute l’année"),
        (
            "Ouvert du 1er avril au 31 octobre, tous les jours sauf lundi, 10h-12h et 14h-18h",
            "du 1er avril au 31 octobre",
        ),
        ("Du 15/04 au 15/10 : tous les jours de 10h à 18h", "du 15 avril au 15 octobre"),
        (
            "Été (1er juillet - 31 août) : tous les jours, 10h-19h. Hiver (1er septembre - 30 juin) : du mardi au dimanche, 10h-17h.",
            "du 1er juillet au 31 août; du 1er septembre au 30 juin",
        ),
        (
            "Ouvert vacances scolaires zone C, du lundi au vendredi de 14h à 18h",
            "pendant les vacances scolaires (zone C)",
        ),
        ("Dobèrt cada jorn de 10 h a 18 h, del 1èr d’abril al 31 d’octòbre", "du 1er avril au 31 octobre"),
    ],
)
def test_sentences_of_sites_are_read(text, seasons):
    heads = [line.partition("\u00a0:")[0] for line in whole_text(read(text, "fr"), "fr").split("\n")]

    assert "; ".join(head[:1].lower() + head[1:] for head in heads).replace("\u00a0", " ") == seasons


def test_the_days_of_a_sentence():
    assert week_of("Lundi : fermé. Mardi : 10h-12h et 14h-18h. Samedi : 14h-18h.") == (
        "mar 10:00-12:00,14:00-18:00 sam 14:00-18:00"
    )
    assert week_of("Lundi fermé, mardi 10h-12h") == "mar 10:00-12:00"
    assert week_of("Ouvert du jeudi au samedi de 10h à 18h, nocturne le vendredi jusqu’à 21h") == (
        "jeu 10:00-18:00 ven 10:00-21:00 sam 10:00-18:00"
    )
    assert week_of("Ouvert le week-end, le matin de 10h à 12h et l’après-midi de 14h à 18h") == (
        "sam 10:00-12:00,14:00-18:00 dim 10:00-12:00,14:00-18:00"
    )


@pytest.mark.parametrize(
    ("text", "refusal", "part"),
    [
        ("Ouvert tous les jours de 10h à 18h environ", NotUnderstoodError, "environ"),
        ("Ouvert hors saison du lundi au samedi de 14h à 17h", NotUnderstoodError, "hors saison"),
        ("Fermé pour 3 ans", NotUnderstoodError, "pour 3 ans"),
        ("Ouvert du mardi au dimanche", AmbiguousError, "du mardi au dimanche"),
        (
            "Ouvert du lundi au vendredi de 9h à 12h, et le dimanche de 10h à 12h en juillet août",
            AmbiguousError,
            "Ouvert du lundi",
        ),
        (
            "Ouvert de mai à octobre de 10h à 18h. Fermé : d’octobre à mars",
            ContradictionError,
            "d’octobre à mars",
        ),
        (
            "Ouvert de 10h à 18h. Fermé le lundi sauf en juillet",
            AmbiguousError,
            "Fermé le lundi sauf en juillet",
        ),
        ("Ouvert de 10h à 18h, fermé de 12h à 14h", AmbiguousError, "fermé de 12h à 14h"),
        ("Ouvert tous les jours de 10h à 18h sauf le dimanche : 14h-18h", AmbiguousError, "14h-18h"),
        ("", NotUnderstoodError, ""),
    ],
)
def test_what_is_not_understood_is_said_and_never_guessed(text, refusal, part):
    with pytest.raises(refusal) as refused:
        read(text, "fr")

    assert refused.value.part.startswith(part)
