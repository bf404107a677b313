"""Files that office software opens: what somebody typed stays a text (OWASP, CSV injection)."""

import csv
import io

import pytest

from portal.web.kit.spreadsheets import csv_answer, harmless

FORMULAS = ("=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "=1+1", "+1", "-1", "@x")


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_becomes_a_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Aline", "3 rue de l’Église", "a=b", "05 61 00 00 00"])
def test_a_text_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_the_file_is_read_back_cell_by_cell() -> None:
    rows = [["Musée d’Art ; « Ingres »", "=HYPERLINK()"], ["deux\nlignes", "é"]]

    answer = csv_answer("musees", ["Nom", "Note"], rows)

    read = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))
    assert read == [["Nom", "Note"], [rows[0][0], "'=HYPERLINK()"], rows[1]]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="musees.csv"'
