import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.errors import DomainError
from portal.domain.hours import entry
from portal.domain.hours.rows import Access, Slot
from portal.domain.hours.snapshots import slot_text


def read(text):
    return ", ".join(map(slot_text, entry.times(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9h-12h", "09:00-12:00"),
        ("9h30-18h", "09:30-18:00"),
        ("09:30-18:00", "09:30-18:00"),
        ("930-1230", "09:30-12:30"),
        ("9.30-12", "09:30-12:00"),
        ("9 H 30 - 18 H", "09:30-18:00"),
        ("9 heures 30 à 18 heures", "09:30-18:00"),
        ("10h-12h / 14h-18h", "10:00-12:00, 14:00-18:00"),
        ("10 h à 12 h et 14 h à 18 h", "10:00-12:00, 14:00-18:00"),
        ("14h-18h / 10h-12h", "10:00-12:00, 14:00-18:00"),
        ("de 10h à 12h30 puis de 14h à 18h", "10:00-12:30, 14:00-18:00"),
        ("entre 10h et 12h", "10:00-12:00"),
        ("10-12, 14-18", "10:00-12:00, 14:00-18:00"),
        ("10h–18h", "10:00-18:00"),
        ("10h — 18h sans interruption", "10:00-18:00"),
        ("10\u00a0h – 12\u202fh", "10:00-12:00"),
        ("midi-minuit", "12:00-24:00"),
        ("20h-24h", "20:00-24:00"),
        ("20h-1h", "20:00-25:00"),
        ("10h-1h le lendemain", "10:00-25:00"),
        ("de 10 h a 12 h e de 14 h a 18 h", "10:00-12:00, 14:00-18:00"),
        ("miègjorn fins a mièjanuèch", "12:00-24:00"),
        ("sur rendez-vous", "appointment"),
        ("sus rendètz-vos", "appointment"),
        ("sur réservation", "appointment"),
        ("groupes", "groups"),
        ("14h-17h sur rendez-vous", "14:00-17:00 appointment"),
        ("10h-12h groupes sur réservation", "10:00-12:00 groups"),
        ("10h-12h sur rendez-vous pour les groupes", "10:00-12:00 groups"),
        ("9h-12h groupes / 10h-12h", "09:00-12:00 groups, 10:00-12:00"),
        ("", ""),
        (" Fermé. ", ""),
        ("tampat", ""),
    ],
)
def test_hours_are_read_as_people_type_them(typed, meant):
    assert read(typed) == meant


def test_words_after_a_comma_are_about_all_the_hours_before_and_after_et_they_stand_alone():
    assert read("10h-12h / 14h-18h, sur rendez-vous") == "10:00-12:00 appointment, 14:00-18:00 appointment"
    assert read("10h-12h / 14h-18h et sur rendez-vous") == "10:00-12:00, 14:00-18:00, appointment"


@pytest.mark.parametrize(
    ("typed", "refusal", "part"),
    [
        ("25:00-26:00", entry.NotATimeError, "25:00"),
        ("9h75-10h", entry.NotATimeError, "9h75"),
        ("24h-2h", entry.NotATimeError, "24h"),
        ("le matin", entry.NotATimeError, "le matin"),
        ("10h à 12h le Samedi / 14h-18h", entry.NotATimeError, "le Samedi"),
        ("１０h-12h", entry.NotATimeError, "１０h-12h"),
        ("18h-10h", entry.InvertedTimesError, "18h-10h"),
        ("22h-7h", entry.InvertedTimesError, "22h-7h"),
        ("10h-14h / 12h-18h", entry.OverlappingTimesError, "10 h – 14 h / 12 h – 18 h"),
        ("10h", entry.OneEndError, "10h"),
        ("À partir de 14h", entry.OneEndError, "À partir de 14h"),
        ("10h-10h", entry.EmptyStretchError, "10h-10h"),
        ("1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14", entry.TooManyStretchesError, "7"),
    ],
)
def test_what_is_no_time_is_refused_by_name_with_its_part(typed, refusal, part):
    with pytest.raises(refusal) as refused:
        entry.times(typed)

    assert refused.value.part == part


@st.composite
def days(draw):
    marks = sorted(draw(st.sets(st.integers(0, 6 * 60 // 5), min_size=0, max_size=8)))
    marks = [minutes * 25 for minutes in marks if minutes * 25 <= 30 * 60]
    accesses = st.sampled_from(Access)
    timed = [
        Slot(start, end, draw(accesses))
        for start, end in zip(marks[::2], marks[1::2], strict=False)
        if start < 24 * 60 and end - start < 24 * 60
    ]
    untimed = draw(st.sets(st.sampled_from([Access.APPOINTMENT, Access.GROUPS])))
    return (
        *timed,
        *(Slot(None, None, access) for access in sorted(untimed, key=lambda access: access.value)),
    )


@given(days())
def test_what_a_form_shows_back_is_read_as_the_same(day):
    shown = entry.times_text(day)

    assert list(map(slot_text, entry.times(shown))) == list(map(slot_text, day))


@given(st.text(alphabet="0123456789hH:. -–/,etàdmiunrsv’ \u00a0é１x", max_size=40))
def test_whatever_is_typed_is_read_or_refused_by_name(typed):
    try:
        day = entry.times(typed)
    except DomainError:
        return
    assert list(map(slot_text, entry.times(entry.times_text(day)))) == list(map(slot_text, day))
