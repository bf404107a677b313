"""The one normaliser of texts and queries: both databases then store and compare the same plain words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

from portal.db.translated import TextLanguage
from portal.domain.folding import fold

LONGEST_QUERY = 200  # characters
MOST_QUERY_WORDS = 12
LONGEST_WORD = 40  # letters; what follows is not kept, neither of a text nor of a query

# Elided words stand here too (l’, d’, qu’…): the apostrophe parts them from the word they lean on.
_FRENCH = "le la les l de des du d et a au aux en un une ou par pour sur dans avec chez qu n s m j c t"
_OCCITAN = "lo la los las l de del dels d e a al als en au aus deu deus dau daus amb o un una sus"
_CATALAN = "el els i"
STOP_WORDS = frozenset(f"{_FRENCH} {_OCCITAN} {_CATALAN}".split())

# Written in as many ways as there are languages and hurried fingers.
SAME_WORD = {
    "sainte": "saint",
    "st": "saint",
    "ste": "saint",
    "sta": "saint",
    "sant": "saint",
    "santa": "saint",
    "sent": "saint",
    "senta": "saint",
}

_french = snowballstemmer.stemmer("french")
_stemming = Lock()  # a stemmer holds the word it is working on


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: folded, and cut down to what its plural and its accents share."""

    plain: str
    stem: str


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word somebody typed: any of its forms is an answer, and the last may only be the beginning of one."""

    plain: str
    forms: tuple[str, ...]
    is_last: bool = False


def words(text: str, language: TextLanguage = "fr") -> list[Word]:
    """Return every word of a text, in order."""
    return [Word(plain, stem(plain, language)) for plain in _plain(text)]


def query_words(query: str) -> tuple[QueryWord, ...]:
    """Return the significant words of what somebody typed, each once; none where nothing can be looked for.

    Nobody says in which language they type, so a word is looked for in the forms of each.
    """
    plain = list(dict.fromkeys(significant(_plain(query[:LONGEST_QUERY]))))[:MOST_QUERY_WORDS]
    forms = (tuple(dict.fromkeys((word, stem(word, "fr"), stem(word, "oc")))) for word in plain)
    return tuple(
        QueryWord(word, its_forms, is_last=position == len(plain))
        for position, (word, its_forms) in enumerate(zip(plain, forms, strict=True), start=1)
    )


def normalise(text: str) -> str:
    """Return the significant words of a text, plain and parted by one space; doing it twice changes nothing."""
    return " ".join(significant(_plain(text)))


def name_key(name: str) -> str:
    """Return the form in which two writings of one name are the same: `Le Vigan` and `vigan`, `St-Lizier` too."""
    return " ".join(stem(word, "oc") for word in significant(_plain(name)))


def significant(plain: Iterable[str]) -> list[str]:
    """Return the words that say something, or all of them where none does: `La` is a name too."""
    kept = list(plain)
    return [word for word in kept if word not in STOP_WORDS] or kept


def stem(plain: str, language: TextLanguage) -> str:
    """Return what a word shares with its plural; Occitan and Catalan, which have no stemmer, lose a final s."""
    same = SAME_WORD.get(plain)
    if same is not None:
        return same
    if language == "fr":
        return _french_stem(plain)
    return plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain


def _plain(text: str) -> list[str]:
    """Return the folded words; full-width and other compatible forms are letters like the rest."""
    return [word[:LONGEST_WORD] for word in fold(unicodedata.normalize("NFKC", text)).split()]


@lru_cache(maxsize=20_000)
def _french_stem(plain: str) -> str:
    with _stemming:
        stemmed: str = _french.stemWord(plain)
    return stemmed
