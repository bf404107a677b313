"""With no Occitan prose at all, an Occitan page has no French word but names and what says it is French."""

import gc
import re
import warnings
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from flask import Flask
from spylls.hunspell import Dictionary
from sqlalchemy import select

from portal.domain.museums import Museum
from portal.web.kit import clock
from tests.cast import everything
from tests.reader import Reader
from tests.translating import furnish

DICTIONARY = Path("/usr/share/hunspell/oc_FR")
GOYA = "/oc/musees/musee-goya/"
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


def said(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Everything a page says, aloud or to those who do not see it, with the language that it says so in."""
    found = []
    for element in page.body.find_all(True):
        lang = next(one["lang"] for one in (element, *element.parents) if one.has_attr("lang"))
        own = [str(each) for each in element.children if type(each) is NavigableString]
        told = [element.get(name, "") for name in ("alt", "title", "aria-label", "placeholder")]
        found += [(text, lang) for text in (*own, *told) if text.strip()]
    return found


def test_a_museum_that_wrote_french_alone_says_so_of_every_word(app: Flask) -> None:
    with everything(app) as session:
        museum = session.scalars(select(Museum).where(Museum.slug == "musee-goya")).one()
        written = furnish(session(), museum.id, clock.today())
    reader = Reader(app)

    for path in (GOYA, f"{GOYA}affiche/"):
        assert foreign_words(reader, path) == set(), path
        wrong = [
            text
            for text, lang in said(reader.open(path))
            if lang != "fr" and any(own in text for own in written)
        ]
        assert wrong == [], path
    page = reader.open(GOYA)
    shown = page.get_text() + "".join(image["alt"] for image in page.find_all("img"))
    assert {own for own in written if own not in shown} == {"Quand il pleut"}  # its dates say it
    # One notice a block that shows prose: the presentation, what fails now, access, practical facts, prices, hours.
    blocks = [
        page.find(id=name).parent for name in ("musee", "acces-maintenant", "acces", "pratique", "tarifs")
    ]
    blocks.append(page.find(id="horaires").parent)
    assert [len(block.select(".oc-f .note, .hint.mt1, .prose > .note--i")) for block in blocks] == [1] * 6
    french = reader.open(GOYA.replace("/oc/", "/fr/"))
    assert not french.select(".oc-f, .hint.mt1")
