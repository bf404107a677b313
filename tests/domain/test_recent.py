"""What was asked most recently is kept, and no more of it than allowed, whoever asks."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.domain.recent import Recent


def test_an_answer_is_made_once():
    made = []
    recent = Recent(2)

    assert [recent.get("a", lambda: made.append("a") or len(made)) for _ in range(3)] == [1, 1, 1]
    assert made == ["a"]


def test_nothing_is_an_answer_too():
    recent = Recent(2)
    recent.get("a", lambda: None)

    assert recent.get("a", lambda: "made again") is None


def test_what_was_asked_for_longest_ago_goes_first():
    recent = Recent(2)
    for key in "abac":
        recent.get(key, lambda key=key: key)

    assert len(recent) == 2
    assert recent.get("a", lambda: "made again") == "a"
    assert recent.get("b", lambda: "made again") == "made again"


def test_an_answer_that_fails_is_not_kept():
    recent = Recent(2)
    with pytest.raises(ZeroDivisionError):
        recent.get("a", lambda: 1 // 0)

    assert recent.get("a", lambda: "made") == "made"


def test_threads_share_it_and_it_stays_within_its_bound():
    recent = Recent(8)
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda number: recent.get(number % 40, lambda: (number % 40) ** 2), range(8_000))
        )

    assert answers == [(number % 40) ** 2 for number in range(8_000)]
    assert len(recent) == 8
