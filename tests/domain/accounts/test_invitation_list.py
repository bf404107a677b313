"""Inviting from a file: what is read, what each line would do, and what is sent."""

import csv
import io
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from portal.domain import museums
from portal.domain.accounts import Invitation, Membership, MuseumRole, actors, invitation_list, invitations
from portal.domain.accounts.invitation_list import Encoding, Fault, Field, NotAListError
from tests.cast import Cast

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HEAD = "musée;courriel;nom;rôle;langue\n"


def check(text: str, encoding: str = "utf-8") -> invitation_list.Plan:
    return invitation_list.check(invitation_list.read(text.encode(encoding)))


def everybody(count: int = 132) -> list[list[str]]:
    """A line for each museum of the register."""
    entries = museums.guide().museums[:count]
    assert len(entries) == count
    return [
        [entry.slug, f"direction-{entry.id}@musee.example", "Dominique Martin", "", ""] for entry in entries
    ]


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["musée", "courriel", "nom", "rôle", "langue"])
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", Encoding.UTF_8), ("utf-8-sig", Encoding.UTF_8_BOM), ("cp1252", Encoding.WINDOWS_1252)],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_way_a_spreadsheet_writes_is_read_and_said(
    encoding: str, expected: Encoding, delimiter: str
) -> None:
    text = f"Musée{delimiter}Courriel{delimiter}Prénom{delimiter}Nom\r\nmusee-goya{delimiter}a@b.example{delimiter}Hélène{delimiter}Castan\r\n"

    sheet = invitation_list.read(text.encode(encoding))

    assert sheet.encoding is expected
    [line] = sheet.lines
    assert (line.number, line.museum, line.email, line.name) == (
        2,
        "musee-goya",
        "a@b.example",
        "Hélène Castan",
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"x" * (invitation_list.MAX_BYTES + 1), Fault.TOO_BIG),
        (b"%PDF-1.7 ...", Fault.NOT_TEXT),
        (b"PK\x03\x04 a spreadsheet", Fault.NOT_TEXT),
        (b"mus\0e;courriel", Fault.NOT_TEXT),
        (b"\x81\x8d\x8f", Fault.NOT_TEXT),
        (b"", Fault.EMPTY),
        (b"\r\n \r\n", Fault.EMPTY),
        (b"nom;courriel\nx;y\n", Fault.NO_HEADER),
        (b"musee;email;courriel\nx;y;z\n", Fault.HEADER_TWICE),
        (b"musee;courriel" + b";x" * 19 + b"\n", Fault.TOO_MANY_COLUMNS),
        (b"musee;courriel\n" + b"x;y\n" * (invitation_list.MAX_ROWS + 1), Fault.TOO_MANY_ROWS),
        (b'musee;courriel\nx;"y\nz;t\n', Fault.BROKEN_QUOTES),
    ],
)
def test_what_is_no_list_is_turned_away_by_name(data: bytes, fault: Fault) -> None:
    with pytest.raises(NotAListError) as refused:
        invitation_list.read(data)

    assert refused.value.fault is fault


def test_two_thousand_lines_are_read() -> None:
    sheet = invitation_list.read(b"musee;courriel\n" + b"x;y\n" * invitation_list.MAX_ROWS)

    assert len(sheet.lines) == invitation_list.MAX_ROWS


def test_a_museum_is_found_by_any_of_its_names(cast: Cast, session: Any) -> None:
    entry = next(one for one in museums.guide().museums if one.slug == "musee-goya")
    plan = check(
        HEAD
        + f"{entry.slug};a@b.example;;;\n{entry.museofile_id};b@b.example;;;\n"
        + f"{entry.name.fr.upper()};c@b.example;;;\n"
    )

    assert [line.museum.id for line in plan.good] == [entry.id] * 3
    assert {line.role for line in plan.good} == {MuseumRole.MANAGER}


def test_each_line_says_what_is_wrong_with_it(cast: Cast, session: Any) -> None:
    here = cast.here_slug
    text = HEAD + "".join(
        [
            f"{here};a@b.example;Une Personne;Éditrice;occitan\n",  # 2: good
            "musee-de-nulle-part;b@b.example;;;\n",
            ";c@b.example;;;\n",
            f"{here};;;;\n",
            f"{here};pas une adresse;;;\n",
            f"{here};A@B.example;;;\n",  # 7: the same as line 2
            f"{here};bernat@musee.example;;;\n",
            f"{here};d@b.example;;empereur;\n",
            f"{here};e@b.example;;;klingon\n",
            f"{here};f@b.example;{'x' * 301};;\n",
            f"{here};g@b.example;;;;;de trop\n",
            "\n",
            f"{here};h@b.example\n",  # 14: the cells at the end may be missing
        ]
    )

    plan = check(text)

    assert [(line.number, line.email, line.language) for line in plan.good] == [
        (2, "a@b.example", "oc"),
        (14, "h@b.example", "fr"),
    ]
    assert [(p.number, p.field, p.fault) for p in plan.problems] == [
        (3, Field.MUSEUM, Fault.UNKNOWN_MUSEUM),
        (4, Field.MUSEUM, Fault.MISSING),
        (5, Field.EMAIL, Fault.MISSING),
        (6, Field.EMAIL, Fault.BAD_ADDRESS),
        (7, Field.EMAIL, Fault.REPEATED),
        (8, Field.EMAIL, Fault.ALREADY_MEMBER),
        (9, Field.ROLE, Fault.UNKNOWN_ROLE),
        (10, Field.LANGUAGE, Fault.UNKNOWN_LANGUAGE),
        (11, Field.NAME, Fault.CELL_TOO_LONG),
        (12, None, Fault.SHIFTED),
    ]
    assert plan.problems[4].value == "2"


def test_a_cell_that_looks_like_a_formula_is_plain_text(cast: Cast, session: Any) -> None:
    plan = check(HEAD + f'{cast.here_slug};a@b.example;"=HYPERLINK(""http://x"")";;\n')

    assert plan.good[0].name == '=HYPERLINK("http://x")'


def test_a_dry_run_writes_nothing(cast: Cast, session: Any) -> None:
    invitation_list.check(invitation_list.read(written(everybody())))

    assert session.scalar(select(func.count()).select_from(Invitation)) == 0
    assert not session.new
    assert not session.dirty


def test_four_bad_lines_of_132_leave_128_invitations(cast: Cast, session: Any) -> None:
    rows = everybody()
    rows[10][0], rows[20][1], rows[30][1] = "musee-inconnu", "sans arobase", ""
    rows[40][3] = "roi"
    denis = actors.find(cast["denis"], has_second_factor=True)
    assert denis is not None

    began = time.perf_counter()
    plan = invitation_list.check(invitation_list.read(written(rows)))
    sent = invitation_list.send(plan.good, by=denis, now=NOW)
    took = time.perf_counter() - began

    assert (len(plan.good), [problem.number for problem in plan.problems]) == (128, [12, 22, 32, 42])
    assert len(sent) == len({one.secret for one in sent}) == 128
    assert session.scalar(select(func.count()).select_from(Invitation)) == 128
    assert took < 2, took


def test_sending_the_same_file_again_renews(cast: Cast, session: Any) -> None:
    denis = actors.find(cast["denis"], has_second_factor=True)
    assert denis is not None
    sheet = invitation_list.read(written(everybody(5)))
    invitation_list.send(invitation_list.check(sheet).good, by=denis, now=NOW)

    again = invitation_list.check(sheet)

    assert [line.is_renewal for line in again.good] == [True] * 5
    invitation_list.send(again.good, by=denis, now=NOW)
    assert session.scalar(select(func.count()).select_from(Invitation)) == 5


def test_who_has_come_in_since_the_dry_run_is_left_alone(cast: Cast, session: Any) -> None:
    denis = actors.find(cast["denis"], has_second_factor=True)
    assert denis is not None
    plan = check(HEAD + f"{cast.here_slug};camille@musee.example;;;\n")
    session.add(Membership(user_id=cast["camille"], museum_id=cast.here, role=MuseumRole.EDITOR, since=NOW))
    session.flush()

    assert invitation_list.send(plan.good, by=denis, now=NOW) == []
    assert invitations.pending(cast.here) == []
