"""The reason an admin writes: kept for ever, so it names nobody (security.md 23)."""

from datetime import UTC, datetime

import pytest

from portal.domain.accounts import User
from portal.domain.accounts.reasons import ReasonMissingError, ReasonNamesSomebodyError, checked

CLAIRE = User(name="Claire Delmas", email="claire@musee.example", created_at=datetime(2026, 1, 1, tzinfo=UTC))


def test_a_reason_is_kept_on_one_line() -> None:
    assert checked("  Départ à la retraite,\n fin juin ", CLAIRE) == "Départ à la retraite, fin juin"


@pytest.mark.parametrize("empty", ["", "   ", "\n\t"])
def test_where_a_reason_is_asked_for_none_is_not_enough(empty: str) -> None:
    with pytest.raises(ReasonMissingError):
        checked(empty, CLAIRE)
    assert checked(empty, CLAIRE, required=False) == ""


@pytest.mark.parametrize(
    "named", ["claire@musee.example est morte", "Claire Delmas est partie", "Mme DELMAS, Claire"]
)
def test_a_reason_that_names_the_person_is_refused(named: str) -> None:
    with pytest.raises(ReasonNamesSomebodyError):
        checked(named, CLAIRE)


def test_a_word_that_is_also_a_first_name_is_no_name() -> None:
    assert checked("La situation est claire", CLAIRE)
