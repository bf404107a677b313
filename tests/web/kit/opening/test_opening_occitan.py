"""The Occitan of hours is Occitan: no French left, no other dialect, spelt right, set as the guide asks."""

from datetime import timedelta

import pytest

from portal.domain.hours.schedule import Schedule
from portal.web.kit import opening
from portal.web.kit.opening import words
from tests.architecture import occitan_rules as rules
from tests.architecture.occitan_spelling import misspelt, needs_dictionary
from tests.domain.hours.generating import drawn

DRAWN = 60


def said(language):
    """Return every sentence of many museums."""
    found = set()
    for seed in range(DRAWN):
        rows, school, first = drawn(seed)
        schedule = Schedule(rows, school)
        found.update(opening.whole_text(rows, language).split("\n"))
        for ahead in range(0, 200, 11):
            answer = schedule.on(first + timedelta(days=ahead))
            found.add(opening.rule_words(answer.rule, answer, language))
            found.add(opening.day_hours(answer, language))
        for row in rows.exceptions:
            found.add(opening.exception_sentence(row, language, today=first))
        found.update(opening.closure_sentence(row, language, today=first) for row in rows.closures)
    return found | tables(language)


def tables(language):
    """Return every word of the tables."""
    mappings = (words.TITLES, words.REASONS, words.CLOSURES, words.QUARTERS, words.SERVICES, words.HOLIDAYS)
    return {text for table in mappings for text in table[language].values() if text} | {
        str(opening.today_line(None, language))
    }


@pytest.fixture(scope="module")
def occitan():
    return said("oc")


@pytest.fixture(scope="module")
def french():
    return said("fr")


def test_the_occitan_is_lengadocian(occitan):
    faults = {text: rules.language_faults(text) for text in occitan}

    assert {text: found for text, found in faults.items() if found} == {}


def test_sentences_are_set_as_the_typography_asks(occitan, french):
    faults = {text: rules.typography_faults(text) for text in occitan | french}

    assert {text: found for text, found in faults.items() if found} == {}


def test_no_french_word_stands_in_an_occitan_sentence(occitan, french):
    """What both languages share is listed: any other common word of more than three letters was left behind."""
    shared = {"ascension", "inventari", "novembre", "setembre", "sinistre", "jardin", "pont", "entre"}
    shared |= {"gras", "partir", "social"}
    words_of_french = {word for text in french for word in rules.words(text.lower()) if len(word) > 3}

    common = {word for text in occitan for word in rules.words(text.lower())} & words_of_french

    assert common <= shared


@needs_dictionary
def test_the_occitan_is_spelt_right(occitan):
    faults = {text: misspelt(text) for text in occitan}

    assert {text: found for text, found in faults.items() if found} == {}
