"""Passwords: long, not common, typed on any keyboard, and as slow to refuse for nobody as for somebody."""

import time
from contextlib import suppress
from statistics import median

import pytest
from argon2 import PasswordHasher

from portal.domain.accounts import passwords
from portal.domain.accounts.errors import PasswordRefusedError

GOOD = "la tuile canal rougit au soir"


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "cheval agrafe pile",
        "Cathare-Garonne-1492!",
        "🏺 vase, amphore, œnochoé",
        "ò" * 3 + "lo canal del miègjorn",
    ],
)
def test_a_small_sentence_will_do(password: str) -> None:
    passwords.check(password, ("Aline Delmas", "aline@musee.example"))


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("onze signes", "short"),
        ("", "short"),
        ("🏺" * 11, "short"),
        ("phrase " * 19, "long"),
        ("motdepasse123", "common"),
        ("azertyuiop12", "common"),
        ("aaaaaaaaaaaa", "common"),
        ("123456789012", "common"),
        ("musee2026musee", "common"),
        ("alinedelmas1", "common"),
        ("Aline@Musee.example", "common"),
    ],
)
def test_what_is_tried_first_is_refused_with_its_reason(password: str, reason: str) -> None:
    with pytest.raises(PasswordRefusedError) as refusal:
        passwords.check(password, ("Aline Delmas", "aline@musee.example"))

    assert refusal.value.reason == reason


def test_judging_the_longest_password_takes_no_time() -> None:
    passwords.check(GOOD)  # the lists are read
    for long in ("a1@4" * 32, "p@ssw0rd" * 16, "aA" * 64, "1" * 128):
        began = time.perf_counter()
        with suppress(PasswordRefusedError):
            passwords.check(long)
        assert time.perf_counter() - began < 1


def test_the_same_password_from_another_keyboard_is_the_same() -> None:
    composed, decomposed = "le musée d’Òc au soir", "le muse\u0301e d’O\u0300c au soir"

    assert passwords.is_right(passwords.digest(composed), decomposed)
    assert not passwords.is_right(passwords.digest(composed), composed.upper())


def test_what_is_kept_is_argon2id_as_asked() -> None:
    kept = passwords.digest(GOOD)

    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.digest(GOOD) != kept


def test_a_password_kept_under_older_costs_is_right_and_known_as_outdated() -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(GOOD)

    assert passwords.is_right(older, GOOD)
    assert passwords.is_outdated(older)
    assert not passwords.is_outdated(passwords.digest(GOOD))


@pytest.mark.parametrize("kept", [None, "", "rien", "$argon2id$v=19$m=19456,t=2,p=1$abc"])
def test_what_is_no_digest_lets_nobody_in(kept: str | None) -> None:
    assert not passwords.is_right(kept, GOOD)


def test_nobody_takes_as_long_to_refuse_as_somebody() -> None:
    kept = passwords.digest(GOOD)

    def seconds(digest: str | None) -> float:
        began = time.process_time()
        passwords.is_right(digest, "ce n’est pas lui du tout")
        return time.process_time() - began

    somebody, nobody = (median(seconds(digest) for _ in range(15)) for digest in (kept, None))
    assert 0.5 < nobody / somebody < 2
