"""The two databases give the same answers in the same order."""

import random

import pytest
from sqlalchemy import select

from portal.db import db
from portal.domain import search
from portal.domain.search import SearchEntry
from portal.domain.search.correction import vocabulary
from tests.databases import Workshop, opened, require
from tests.domain.search.conftest import reading

QUERIES = 200


def queries():
    """Queries of the real words: whole, begun, mistyped, in pairs and in threes."""
    chance = random.Random(20261124)  # noqa: S311 - no secret
    known = sorted(vocabulary().guessable)
    entries = [
        f"{title}{body}".split()
        for title, body in db.session.execute(
            select(SearchEntry.title_words, SearchEntry.body_words).order_by(
                SearchEntry.kind, SearchEntry.object_id, SearchEntry.language
            ),
        )
    ]
    for number in range(QUERIES):
        words = (
            chance.sample(chance.choice(entries), k=1 + number % 3) if number % 4 else [chance.choice(known)]
        )
        if number % 5 == 1:
            words[-1] = words[-1][: chance.randint(1, 4)]
        if number % 5 == 2 and len(words[0]) > 5:
            cut = chance.randrange(len(words[0]))
            words[0] = words[0][:cut] + words[0][cut + 1 :]
        yield " ".join(words)


def answers(asked):
    return [(search.answer(query), search.museum_ids(query), search.suggest(query, "oc")) for query in asked]


def asked_of(backend, folder):
    """The queries and their answers on one database."""
    workshop = Workshop(backend, folder)
    with opened(workshop, workshop.filled) as app, reading(app):
        asked = list(queries())
        answered = answers(asked)
    workshop.close()
    return asked, answered


@pytest.mark.postgresql
def test_two_hundred_queries_give_the_same_hits_in_the_same_order(tmp_path):
    require("postgresql")

    asked, on_sqlite = asked_of("sqlite", tmp_path)

    assert asked_of("postgresql", tmp_path) == (asked, on_sqlite)
    assert sum(bool(found.hits) for found, _, _ in on_sqlite) > QUERIES * 0.8
    assert sum(found.meant is not None for found, _, _ in on_sqlite) > 5
