"""With no Occitan prose at all, an Occitan page has no French word but names and what says it is French."""

import gc
import re
import warnings
from functools import cache
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from tests.reader import Reader

DICTIONARY = Path("/usr/share/hunspell/oc_FR")
ACCEPTED = Path(__file__).resolve().parents[2] / "architecture" / "occitan_words.txt"

pytestmark = pytest.mark.skipif(
    not DICTIONARY.with_suffix(".dic").exists(),
    reason="the Occitan dictionary (hunspell-oc) is not installed",
)


@cache
def occitan() -> Dictionary:
    # spylls leaves its two files for the garbage collector to close, which warns.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        loaded = Dictionary.from_files(str(DICTIONARY))
        gc.collect()
    return loaded


@cache
def accepted() -> frozenset[str]:
    return frozenset(ACCEPTED.read_text(encoding="utf-8").split())


def foreign_words(reader: Reader, path: str) -> set[str]:
    """Small words of a page that are in no Occitan dictionary; names begin with a capital."""
    page = reader.open(path)
    for other in page.find_all(lang=["fr", "ca", "en"]):
        other.decompose()
    for code in page.find_all(["script", "code", "style"]):
        code.decompose()
    text = page.body.get_text(" ").replace("’", "'")
    words = re.findall(r"(?<![\w.@/-])[a-zà-ÿ]{3,}(?![\w.@/-])", re.sub(r"\b\w'", "", text))
    return {word for word in words if word not in accepted() and not occitan().lookup(word)}


@pytest.mark.parametrize(
    "path",
    [
        "/oc/",
        "/oc/musees/musee-des-augustins/",
        "/oc/musees/musee-goya/",
        "/oc/musees/casa-pairal/",
        "/oc/themes/",
        "/oc/departements/lozere/",
        "/oc/accessibilite/",
        "/oc/mentions-legales/",
    ],
)
def test_an_occitan_page_has_no_french_word(reader: Reader, path: str) -> None:
    assert foreign_words(reader, path) == set()
