"""Every sentence about access and practical facts, made from rows, in French and in Occitan.

Pure functions that take their language last. Sentences begin with a capital and none ends in a full stop; what a museum
adds in its own words stands beside them, in its own language.
"""

from portal.web.kit.access.lines import (
    Line,
    Told,
    all_needs,
    fact_words,
    limit_words,
    mark_words,
    need_name,
    outage_name,
    outage_span,
    outage_words,
    state_words,
    title,
    told,
)
from portal.web.kit.access.practical import (
    distance_words,
    duration_words,
    measure_words,
    practical_lines,
    shelter_words,
)
from portal.web.kit.access.words import FAMILIES, GROUPS, SOURCES

__all__ = [
    "FAMILIES",
    "GROUPS",
    "SOURCES",
    "Line",
    "Told",
    "all_needs",
    "distance_words",
    "duration_words",
    "fact_words",
    "limit_words",
    "mark_words",
    "measure_words",
    "need_name",
    "outage_name",
    "outage_span",
    "outage_words",
    "practical_lines",
    "shelter_words",
    "state_words",
    "title",
    "told",
]
