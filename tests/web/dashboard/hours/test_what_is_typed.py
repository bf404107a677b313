"""What is typed on the screen of hours becomes rows, and rows become what would be typed; nothing needs a server."""

from datetime import date, timedelta

import pytest

from portal.domain.hours.checking import exceptions_errors, hours_errors
from portal.domain.hours.rows import Effect, Reason
from portal.domain.hours.schedule import Schedule
from portal.web.dashboard.hours.edits import edit
from portal.web.dashboard.hours.filled import sheet_of_rows
from portal.web.dashboard.hours.lines import take_lines
from portal.web.dashboard.hours.pasted import take_text
from portal.web.dashboard.hours.posted import sheet_of_posted
from portal.web.dashboard.hours.reading import Reading, read
from portal.web.dashboard.hours.sheet import ExceptionTyped, PeriodTyped, Sheet
from tests.domain.hours import generating

TODAY = date(2026, 11, 24)


def typed(**fields: str) -> Sheet:
    """A screen as a browser sends it; `__` in a name is a point."""
    return sheet_of_posted((name.replace("__", "."), value) for name, value in fields.items())


def errors(sheet: Sheet) -> set[str]:
    return set(read(sheet, TODAY).errors)


def summer(**more: str) -> dict[str, str]:
    named = {"periods__0__name": "été", "periods__0__from": "1er avril", "periods__0__to": "fin octobre"}
    return named | {"periods__0__week__1": "10h-12h / 14h-18h"} | more


def test_what_the_screen_shows_it_reads_back(empty_context: None) -> None:
    tried = 0
    for seed in range(60):
        rows, school, first = generating.drawn(seed)
        if hours_errors(rows, TODAY) or exceptions_errors(rows, TODAY):
            continue
        once = read(sheet_of_rows(rows), TODAY)
        twice = read(sheet_of_rows(once.rows), TODAY)
        before, after = Schedule(rows, school), Schedule(once.rows, school)
        days = [first + timedelta(days=ahead) for ahead in range(0, 730, 3)]
        tried += 1

        assert once.errors == {}
        assert (twice.hours, twice.exceptions) == (once.hours, once.exceptions)
        assert [_said(before, day) for day in days] == [_said(after, day) for day in days], seed
    assert tried > 40


def _said(schedule: Schedule, day: date) -> object:
    answer = schedule.on(day)
    return day, answer.state, answer.intervals, answer.restricted


def test_a_known_season_is_kept_by_its_label_and_another_in_both_languages() -> None:
    reading = read(typed(**summer(periods__0__name_oc="Estiu")), TODAY)
    own = read(typed(**summer(periods__0__name="Vendanges", periods__0__name_oc="Vendémias")), TODAY)

    assert (reading.rows.periods[0].label, reading.rows.periods[0].name) == ("summer", None)
    assert own.hours["periods"][0]["name"] == {"fr": "Vendanges", "oc": "Vendémias"}


def test_a_period_of_school_holidays_needs_no_dates_and_takes_none() -> None:
    fields = {"periods__0__breaks": "winter", "periods__0__week__2": "14h-18h"}

    assert errors(typed(**fields)) == set()
    assert errors(typed(**fields, periods__0__from="1er mars")) == {"periods.0.from"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("periods__0__week__3", "25:00"),
        ("periods__0__week__3", "selon la météo"),
        ("periods__0__week__3", "18h-10h"),
        ("periods__0__week__3", "1" * 5_000),
        ("periods__0__to", "31 février"),
        ("periods__0__to", "1er avril 2326"),
        ("periods__0__last_admission", "bientôt"),
        ("periods__0__name", "x" * 400),
        ("exceptions__0__words", "sans date"),
        ("holidays__christmas__times", "le matin"),
        ("holidays__christmas__decision", "perhaps"),
        ("services__cafe__mode", "own"),
        ("closures__0__from", "jamais"),
    ],
)
def test_what_makes_no_sense_is_told_by_its_field(empty_context: None, field: str, value: str) -> None:
    said = errors(typed(**summer(**{field: value})))

    assert len(said) == 1
    assert said <= {field.replace("__", "."), "exceptions.0.from"}


def test_a_period_of_three_hundred_years_is_too_long(empty_context: None) -> None:
    dated = summer(periods__0__from="1er avril 2026", periods__0__to="1er avril 2100")

    assert errors(typed(**dated)) == {"periods.0.to"}


def test_two_periods_that_overlap_are_told_at_the_second_though_an_empty_one_lies_between(
    empty_context: None,
) -> None:
    later = {
        "periods__2__from": "1er octobre",
        "periods__2__to": "31 décembre",
        "periods__2__week__0": "9h-12h",
    }

    assert errors(typed(**summer(periods__1__name="", **later))) == {"periods.2.from"}


def test_a_wrong_field_of_a_service_is_named_after_the_service(empty_context: None) -> None:
    fields = {
        "services__garden__mode": "same",
        "services__cafe__mode": "own",
        "services__cafe__periods__4__from": "1er juin",
        "services__cafe__periods__4__to": "31 août",
        "services__cafe__periods__4__week__5": "midi",
    }

    assert errors(typed(**fields)) == {"services.cafe.periods.0.week.5"}


@pytest.mark.parametrize("like", ["Comme un dimanche", "coma un dimenge"])
def test_hours_typed_for_a_holiday_decide_it_and_a_holiday_may_be_like_a_sunday(like: str) -> None:
    fields = {
        "holidays__armistice__times": "14h-18h",
        "holidays__assumption__decision": "special",
        "holidays__assumption__times": like,
    }
    kept = read(typed(**fields), TODAY).hours["holidays"]

    assert kept["armistice"] == {"decision": "special", "slots": ["14:00-18:00"], "like": None}
    assert kept["assumption"] == {"decision": "special", "slots": [], "like": 6}


@pytest.mark.parametrize(
    ("typed_as", "quarter", "month"),
    [
        ("printemps 2027", "spring", None),
        ("prima de 2027", "spring", None),
        ("a la tardor de 2027", "autumn", None),
        ("juin 2027", None, 6),
        ("junh de 2027", None, 6),
    ],
)
def test_a_hoped_reopening_is_read_in_both_languages(
    typed_as: str, quarter: str | None, month: int | None
) -> None:
    fields = {"from": "4 janvier 2027", "reason": "works", "reopening": typed_as}
    sheet = typed(**{f"closures__0__{name}": value for name, value in fields.items()})
    (kept,) = read(sheet, TODAY).exceptions["closures"]

    assert kept["reopening"] == {"year": 2027, "quarter": quarter, "month": month}


def test_forged_names_fall_away_and_forged_numbers_only_order(empty_context: None) -> None:
    pairs = [(f"periods.{number}.name", "Été") for number in ("-1", "x", "9" * 30, "١", "0" * 5)]
    pairs += [(f"exceptions.{at}.from", "24 décembre 2026") for at in range(2_000)]
    pairs += [("a." * 400, "x"), ("periods", "x"), ("periods.0", "x"), ("", "x"), (".", "x")]
    sheet = sheet_of_posted(pairs)

    assert [period.name for period in sheet.periods if period.name] == ["Été"]
    assert len(sheet.exceptions) == 200
    assert "exceptions" in errors(sheet)


def test_days_are_copied_to_those_that_follow_or_to_those_that_are_open() -> None:
    sheet = Sheet(periods=[PeriodTyped(week=["", "10h-18h", "9h", "", "9h", "", ""])])

    assert edit(sheet, "all periods.0.week.1") == "periods.0.week.1"
    assert sheet.periods[0].week == ["", "10h-18h", "10h-18h", "", "10h-18h", "", ""]
    edit(sheet, "next periods.0.week.4")
    assert sheet.periods[0].week == ["", "10h-18h", "10h-18h", "", "10h-18h", "10h-18h", "10h-18h"]


def test_a_copied_period_keeps_its_week_and_waits_for_its_dates() -> None:
    sheet = Sheet(periods=[PeriodTyped("Été", first="1er avril", last="31 mai", week=["9h-12h"] * 7)])

    assert edit(sheet, "copy periods.0") == "periods.1.name"
    assert sheet.periods[1] == PeriodTyped(week=["9h-12h"] * 7)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "add",
        "add nothing",
        "remove periods.9",
        "next periods.0.week.8",
        "next periods.0",
        "copy exceptions.0",
        "all services.moon.periods.0.week.1",
        "remove periods.-1",
        "open periods.0",
        "add periods.0.0.monthly",
    ],
)
def test_a_button_that_nobody_drew_changes_nothing(asked: str) -> None:
    sheet = Sheet(periods=[PeriodTyped("Été")], exceptions=[ExceptionTyped("1er mai 2027")])

    assert edit(sheet, asked) == ""
    assert sheet == Sheet(periods=[PeriodTyped("Été")], exceptions=[ExceptionTyped("1er mai 2027")])


def lines(text: str) -> tuple[Sheet, list[str], Reading]:
    sheet = Sheet(lines=text)
    told = take_lines(sheet)
    return sheet, told, read(sheet, TODAY)


def test_dates_pasted_one_a_line_become_rows() -> None:
    _sheet, told, reading = lines(
        "24/12/2026 : fermé, inventaire\n"
        "du 2 au 9 mai 2027 : 10h-12h\n"
        "\n"
        "21/06/2027 : en plus 20h-23h, nocturne, avec la fanfare\n"
        "du 28 décembre au 2 janvier 2027 : ferme à 16h\n"
        "5 mars 2027\tmontage\n"
    )
    rows = reading.rows.exceptions

    assert (told, reading.errors) == ([], {})
    assert [str(row.span.first) for row in rows] == [
        "2026-12-24",
        "2027-05-02",
        "2027-06-21",
        "2026-12-28",
        "2027-03-05",
    ]
    assert [row.effect for row in rows] == [
        Effect.CLOSED,
        Effect.HOURS,
        Effect.EXTRA,
        Effect.CLOSES_EARLY,
        Effect.CLOSED,
    ]
    assert [row.reason for row in rows][::2] == [Reason.INVENTORY, Reason.LATE_OPENING, Reason.INSTALLATION]
    assert rows[2].words is not None
    assert rows[2].words.fr == "avec la fanfare"


def test_lines_that_cannot_be_read_stay_where_they_are(empty_context: None) -> None:
    sheet, told, _ = lines("24/12/2026 : fermé\n31/02/2027 : fermé\nmardi gras peut-être")

    assert len(sheet.exceptions) == 1
    assert sheet.lines == "31/02/2027 : fermé\nmardi gras peut-être"
    assert len(told) == 2


def test_five_hundred_pasted_dates_are_left_in_their_field(empty_context: None) -> None:
    pasted = "\n".join(f"{1 + day % 28}/{1 + day // 28 % 12}/2027 : fermé" for day in range(500))
    sheet, told, _ = lines(pasted)

    assert (sheet.exceptions, sheet.lines) == ([], pasted)
    assert len(told) == 1


@pytest.mark.parametrize(
    "text",
    ["Ouvert tous les jours sauf le lundi de 10h à 12h et de 14h à 18h", "Tu-Su 10:00-12:00,14:00-18:00"],
)
def test_hours_pasted_as_published_become_a_period_after_those_that_are_there(
    empty_context: None, text: str
) -> None:
    sheet = Sheet(text=text, periods=[PeriodTyped("Été")])

    assert take_text(sheet, TODAY) == ""
    assert next(period.name for period in sheet.periods) == "Été"
    week = read(Sheet(periods=sheet.periods[1:]), TODAY).rows.periods[0].week
    assert week.days[0] == ()
    assert [(slot.start, slot.end) for slot in week.days[1]] == [(600, 720), (840, 1080)]


@pytest.mark.parametrize(
    ("text", "part"),
    [("selon les envies", "selon les envies"), ("Mo 10:00+", "+"), ("x" * 6_000, "6000"), ("", "Collez")],
)
def test_a_text_that_cannot_be_read_stays_and_its_part_is_named(
    empty_context: None, text: str, part: str
) -> None:
    sheet = Sheet(text=text)

    assert part in take_text(sheet, TODAY)
    assert (sheet.text, sheet.periods) == (text, [])
