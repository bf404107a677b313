import csv
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import occitan_rules as rules
import pytest
from babel.messages.pofile import read_po

from tests.architecture.occitan_spelling import misspelt, needs_dictionary

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "portal/translations"
GLOSSARY = (
    Path(os.environ.get("PORTAL_REFERENCE_DESIGN", ROOT.parent / "shared/design")) / "occitan-glossary.csv"
)
FILES = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))

needs_glossary = pytest.mark.skipif(not GLOSSARY.exists(), reason="occitan-glossary.csv is not here")


@dataclass(frozen=True)
class Pair:
    """One form of one message, in both languages."""

    french: str
    occitan: str


def forms(text):
    return [text] if isinstance(text, str) else list(text)


@cache
def catalogue(language, domain):
    with (TRANSLATIONS / language / f"LC_MESSAGES/{domain}.po").open("rb") as file:
        return read_po(file)


@cache
def pairs():
    """Return every message with its Occitan; those of WTForms have their French in a catalogue."""
    found = []
    for domain in ("messages", "wtforms"):
        for message in catalogue("oc", domain):
            if message.id:
                french = message.id if domain == "messages" else catalogue("fr", domain)[message.id].string
                found += [Pair(*both) for both in zip(forms(french), forms(message.string), strict=True)]
    return found


@cache
def glossary():
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text):
    return text.replace(rules.NBSP, " ").replace(rules.NARROW, " ")


def test_the_catalogues_are_complete_and_in_step():
    command = [sys.executable, ROOT / "scripts/messages.py", "check"]

    answer = subprocess.run(command, capture_output=True, text=True, check=False)

    assert answer.stderr == ""
    assert answer.returncode == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_zero_is_singular(path):
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in path.read_text()


def test_both_languages_have_the_same_files():
    names = {language: {path.name for path in FILES if language in path.parts} for language in ("fr", "oc")}

    assert names["fr"] == names["oc"] == {"messages.po", "wtforms.po"}


def test_french_is_set_as_french():
    faults = {pair.french: rules.typography_faults(pair.french) for pair in pairs()}

    assert {text: found for text, found in faults.items() if found} == {}


def test_occitan_is_set_as_occitan():
    faults = {pair.occitan: rules.typography_faults(pair.occitan) for pair in pairs()}

    assert {text: found for text, found in faults.items() if found} == {}


def test_both_languages_have_the_same_variables_and_tags():
    different = [
        pair
        for pair in pairs()
        if rules.placeholders(pair.french) != rules.placeholders(pair.occitan)
        or rules.tags(pair.french) != rules.tags(pair.occitan)
    ]

    assert different == []


def test_nothing_was_left_in_french():
    assert [pair for pair in pairs() if rules.is_copied(pair.french, pair.occitan)] == []


def test_the_occitan_is_lengadocian():
    faults = {pair.occitan: rules.language_faults(pair.occitan) for pair in pairs()}

    assert {text: found for text, found in faults.items() if found} == {}


@needs_glossary
def test_the_words_of_the_glossary_are_its_translations():
    sure = {}
    for row in glossary():
        if row["confidence"] == "high":
            sure.setdefault(row["fr"], set()).add(row["oc"])

    wrong = [
        pair
        for pair in pairs()
        if plain(pair.french) in sure.keys() - rules.GLOSSARY_EXCEPTIONS.keys()
        and plain(pair.occitan) not in sure[plain(pair.french)]
    ]

    assert wrong == []


@needs_dictionary
def test_the_occitan_is_spelt_right():
    faults = {pair.occitan: misspelt(pair.occitan) for pair in pairs()}

    assert {text: found for text, found in faults.items() if found} == {}


@needs_dictionary
def test_the_dictionary_judges_words_and_not_names():
    assert misspelt("Lo musèu es dobèrt, l’acuèlh d’abril, qu’es a Sent Gaudenç amb la SNCF") == []
    assert misspelt("lo museu e la coleccion") == ["museu", "coleccion"]


@needs_glossary
def test_the_glossary_keeps_its_own_rules():
    texts = [row["oc"] for row in glossary() if not row["context"].startswith("lieux")]

    faults = {text: rules.language_faults(text) for text in texts}

    assert {text: found for text, found in faults.items() if found} == {}
