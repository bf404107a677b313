"""Finding accounts among all: what Denis types, and whom he finds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from portal.db import Translated
from portal.domain.accounts import AssociationRole, MuseumRole
from portal.domain.accounts.directory import Account, State, Work, figures
from portal.domain.accounts.seeking import Order, Question, Visit, seek

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TEXTILE = Work(7, "musee-du-textile", Translated("Musée du Textile"), MuseumRole.MANAGER)
DESERT = Work(8, "musee-du-desert", Translated("Musée du Désert"), MuseumRole.EDITOR)


def account(id_: int, name: str, days: int | None, **more: object) -> Account:
    """An account whose person came so many days ago."""
    made = Account(
        id=id_,
        name=name,
        email=f"{name.partition(' ')[0].lower()}@musee.example",
        created_at=NOW - timedelta(days=800),
        signed_in_at=None if days is None else NOW - timedelta(days=days),
        disabled_at=None,
        bounced_at=None,
        erased_at=None,
    )
    return replace(made, **more)


MAITE = account(1, "Maïté Bonnet", None, works=(TEXTILE,), bounced_at=NOW)
PAUL = account(2, "Paul Artigues", 580, works=(TEXTILE, DESERT))
AUDE = account(3, "Aude Serres", 3, rights=(AssociationRole.PARTNER,))
FABRE = account(4, "Miquèl Fabre", 364, rights=(AssociationRole.TRANSLATOR,), disabled_at=NOW)
GONE = account(5, "", 20, email=None, erased_at=NOW)
NEWCOMER = account(6, "Zoé Neuve", None, created_at=NOW - timedelta(days=2), works=(DESERT,))
EVERYBODY = (PAUL, FABRE, MAITE, GONE, NEWCOMER, AUDE)


def found(**asked: object) -> list[int]:
    return [account.id for account in seek(EVERYBODY, Question(**asked), NOW)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("maite", [1]),
        ("BONNET maïté", [1]),
        ("miquel", [4]),
        ("aude@musee.example", [3]),
        ("textile", [1, 2]),
        ("désert", [2, 6]),
        ("textile paul", [2]),
        ("nobody", []),
    ],
)
def test_words_are_sought_in_name_address_and_museums_without_their_accents(
    text: str, ids: list[int]
) -> None:
    assert found(text=text) == ids


def test_an_erased_account_is_found_only_by_its_state() -> None:
    assert GONE.id not in found()
    assert found(state=State.ERASED) == [5]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"museum_id": 8}, [2, 6]),
        ({"role": MuseumRole.MANAGER}, [1, 2]),
        ({"role": AssociationRole.PARTNER}, [3]),
        ({"of_association": True}, [3, 4]),
        ({"state": State.BOUNCED}, [1]),
        ({"state": State.DISABLED}, [4]),
        ({"state": State.ACTIVE}, [3, 2, 6]),
        ({"visit": Visit.NEVER}, [1, 6]),
        ({"visit": Visit.DORMANT, "museum_id": 8}, [2]),
    ],
)
def test_criteria_add_up(asked: dict[str, object], ids: list[int]) -> None:
    assert found(**asked) == ids


def test_dormant_is_a_year_without_a_visit_for_who_may_come() -> None:
    assert found(visit=Visit.DORMANT) == [1, 2]
    exactly = account(9, "Juste", 365)
    assert exactly.is_dormant(NOW)
    assert not account(9, "Presque", 364).is_dormant(NOW)
    assert not replace(exactly, disabled_at=NOW).is_dormant(NOW)


def test_the_order_is_the_one_asked_for() -> None:
    assert found(order=Order.NAME) == [3, 1, 4, 2, 6]
    assert found(order=Order.LONGEST_UNSEEN) == [1, 6, 2, 4, 3]
    assert found(order=Order.LAST_SEEN) == [3, 4, 2, 1, 6]


def test_the_figures_count_who_calls_for_attention() -> None:
    counted = figures(EVERYBODY, NOW)

    assert (counted.dormant, counted.bounced, counted.association) == (2, 1, 1)
