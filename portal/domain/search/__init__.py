"""Search: what is public becomes findable by one function, and one normaliser serves texts and queries."""

from portal.domain.search.indexing import Entry, forget, index, replace
from portal.domain.search.models import Kind, SearchEntry
from portal.domain.search.normaliser import QueryWord, name_key, normalise, query_words
from portal.domain.search.queries import Answer, Hit, answer, did_you_mean, find, museum_ids
from portal.domain.search.suggestions import Suggestion, suggest

__all__ = [
    "Answer",
    "Entry",
    "Hit",
    "Kind",
    "QueryWord",
    "SearchEntry",
    "Suggestion",
    "answer",
    "did_you_mean",
    "find",
    "forget",
    "index",
    "museum_ids",
    "name_key",
    "normalise",
    "query_words",
    "replace",
    "suggest",
]
