"""What visitors report as wrong on a museum's page: taken in, answered, and doubted until it is."""

from portal.domain.visitor_reports.closing import LONGEST_ANSWER, close
from portal.domain.visitor_reports.doubts import UNANSWERED, settle_unanswered
from portal.domain.visitor_reports.doubts import of as doubts_of
from portal.domain.visitor_reports.errors import AlreadyClosedError, NothingSaidError, TooManyReportsError
from portal.domain.visitor_reports.keeping import (
    ADDRESS_KEPT,
    forget,
    forget_address,
    to_hand_over,
    to_tell,
    untold_museums,
)
from portal.domain.visitor_reports.models import VisitorReport
from portal.domain.visitor_reports.queries import (
    closed_of,
    count_open,
    counts,
    everywhere,
    find,
    open_of,
    waits_for_answer,
)
from portal.domain.visitor_reports.receiving import LONGEST, LONGEST_TIME, Asked, receive
from portal.domain.visitor_reports.vocabulary import DOUBTABLE, HAPPENINGS, Fact, Happening, State

__all__ = [
    "ADDRESS_KEPT",
    "DOUBTABLE",
    "HAPPENINGS",
    "LONGEST",
    "LONGEST_ANSWER",
    "LONGEST_TIME",
    "UNANSWERED",
    "AlreadyClosedError",
    "Asked",
    "Fact",
    "Happening",
    "NothingSaidError",
    "State",
    "TooManyReportsError",
    "VisitorReport",
    "close",
    "closed_of",
    "count_open",
    "counts",
    "doubts_of",
    "everywhere",
    "find",
    "forget",
    "forget_address",
    "open_of",
    "receive",
    "settle_unanswered",
    "to_hand_over",
    "to_tell",
    "untold_museums",
    "waits_for_answer",
]
