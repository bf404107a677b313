"""Spells Occitan with the dictionary of the package hunspell-oc, where it is installed."""

import gc
import warnings
from functools import cache
from pathlib import Path

import pytest

from tests.architecture import occitan_rules as rules

DICTIONARY = Path("/usr/share/hunspell/oc_FR")

needs_dictionary = pytest.mark.skipif(
    not DICTIONARY.with_suffix(".dic").exists(), reason="the package hunspell-oc is not installed"
)


@cache
def dictionary():
    from spylls.hunspell import Dictionary  # noqa: PLC0415 - a second to load, and only where it is installed

    # spylls leaves its two files for the garbage collector to close, which warns.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        loaded = Dictionary.from_files(str(DICTIONARY))
        gc.collect()
    return loaded


@cache
def accepted_words():
    lines = (Path(__file__).parent / "occitan_words.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


@cache
def is_known(word):
    return word.lower() in accepted_words() or dictionary().lookup(word)


def misspelt(text):
    return [word for word in rules.words(text) if not is_known(word)]
