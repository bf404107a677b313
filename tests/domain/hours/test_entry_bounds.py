import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.errors import DomainError
from portal.domain.hours import entry
from portal.domain.hours.bounds import Bound, dated, yearly


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("1er avril", "04-01", "04-01"),
        ("1 avril", "04-01", "04-01"),
        ("Du 1er avril", "04-01", "04-01"),
        ("1èr d’abril", "04-01", "04-01"),
        ("4 avril 2027", "2027-04-04", "2027-04-04"),
        ("dimanche 4 avril 2027", "2027-04-04", "2027-04-04"),
        ("4 d’abril de 2027", "2027-04-04", "2027-04-04"),
        ("04/04/2027", "2027-04-04", "2027-04-04"),
        ("4/4", "04-04", "04-04"),
        ("2027-04-04", "2027-04-04", "2027-04-04"),
        ("Pâques", "easter+0", "easter+0"),
        ("dimanche de Pâques", "easter+0", "easter+0"),
        ("lundi de Pâques", "easter+1", "easter+1"),
        ("diluns de Pascas", "easter+1", "easter+1"),
        ("lundi de Pentecôte", "easter+50", "easter+50"),
        ("l’Ascension", "easter+39", "easter+39"),
        ("Pâques + 39", "easter+39", "easter+39"),
        ("2 jours avant Pâques", "easter-2", "easter-2"),
        ("mardi gras", "easter-47", "easter-47"),
        ("Pâques 2027", "2027-03-28", "2027-03-28"),
        ("la Toussaint", "11-01", "11-01"),
        ("Noël", "12-25", "12-25"),
        ("14 juillet", "07-14", "07-14"),
        ("3e samedi de septembre", "09-sa[3]", "09-sa[3]"),
        ("dernier dimanche d’avril", "04-su[-1]", "04-su[-1]"),
        ("fin février", "02-29", "02-29"),
        ("fin février 2027", "2027-02-28", "2027-02-28"),
        ("mi-avril", "04-15", "04-15"),
        ("début juin", "06-01", "06-01"),
        ("fin juin", "06-30", "06-30"),
        ("avril", "04-01", "04-30"),
        ("février", "02-01", "02-29"),
        ("avril 2027", "2027-04-01", "2027-04-30"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, first, last):
    assert str(entry.bound(typed)) == first
    assert str(entry.bound(typed, is_last=True)) == last


@pytest.mark.parametrize(
    ("typed", "refusal", "part"),
    [
        ("31 février", entry.ImpossibleDateError, "31 février"),
        ("29/02/2027", entry.ImpossibleDateError, "29/02/2027"),
        ("samedi 4 avril 2027", entry.ImpossibleDateError, "samedi 4 avril 2027"),
        ("samedi 4 avril", entry.NotABoundError, "samedi 4 avril"),
        ("4 avril 1999", entry.YearRefusedError, "1999"),
        ("4 avril 2101", entry.YearRefusedError, "2101"),
        ("quand il fera beau", entry.NotABoundError, "quand il fera beau"),
        ("", entry.NotABoundError, ""),
    ],
)
def test_what_is_no_day_is_refused_by_name_with_its_part(typed, refusal, part):
    with pytest.raises(refusal) as refused:
        entry.bound(typed)

    assert refused.value.part == part


any_bound = st.one_of(
    st.dates().filter(lambda day: 2000 <= day.year <= 2100).map(dated),
    st.dates().map(lambda day: yearly(day.month, day.day)),
    st.just(yearly(2, 29)),
    st.integers(-200, 200).map(lambda days: Bound(easter=days)),
    st.builds(
        lambda month, weekday, nth: Bound(month=month, weekday=weekday, nth=nth),
        st.integers(1, 12),
        st.integers(0, 6),
        st.sampled_from([1, 2, 3, 4, 5, -1]),
    ),
)


@given(any_bound, st.booleans())
def test_what_a_form_shows_back_is_read_as_the_same(bound, is_last):
    assert entry.bound(entry.bound_text(bound, is_last=is_last), is_last=is_last) == bound


@given(st.text(alphabet="0123456789 /-erdlavinâPqusfmj’ç", max_size=30))
def test_whatever_is_typed_is_read_or_refused_by_name(typed):
    try:
        entry.bound(typed)
    except DomainError:
        return


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30", 30),
        ("30 min", 30),
        ("30 minutes avant la fermeture", 30),
        ("dernière entrée 45 minutes avant la fermeture", 45),
        ("30 minutas abans la tampadura", 30),
        ("1 h", 60),
        ("1h15", 75),
        ("3/4 h", 45),
        ("une demi-heure", 30),
        ("trois quarts d’heure avant la fermeture", 45),
    ],
)
def test_a_last_admission_is_read(typed, minutes):
    assert entry.minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "tôt", "-5", "10 h", "1h75"])
def test_what_is_no_duration_is_refused(typed):
    with pytest.raises(entry.NotADurationError):
        entry.minutes(typed)
