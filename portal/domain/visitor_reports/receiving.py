"""Takes a report in: cleans what was typed, keeps what the page said, and lets the page warn where it must."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.db import Language
from portal.domain import texts
from portal.domain.visitor_reports import doubts
from portal.domain.visitor_reports.errors import NothingSaidError
from portal.domain.visitor_reports.models import ReporterAddress, VisitorReport
from portal.domain.visitor_reports.vocabulary import HAPPENINGS, Fact, Happening

LONGEST, LONGEST_TIME = 1_000, 40

_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What a visitor says, as it was typed."""

    fact: Fact
    happening: Happening | None
    day: date | None
    around: str | None
    words: str | None
    email: str | None
    """Folded already, where there is one."""
    language: Language
    said: dict[str, Any]
    reporter: str
    """A digest of the network, good for this fact of this museum alone."""


def receive(session: Session, museum_id: int, asked: Asked, now: datetime) -> VisitorReport:
    """Keep a report; raise `NothingSaidError`, or what `texts` refuses."""
    happening = asked.happening if asked.happening in HAPPENINGS.get(asked.fact, ()) else None
    words = texts.lines(asked.words, LONGEST)
    if happening is None and words is None:
        raise NothingSaidError
    report = VisitorReport(
        museum_id=museum_id,
        fact=asked.fact,
        happening=happening,
        day=asked.day,
        around=texts.line(asked.around, LONGEST_TIME) if asked.fact is Fact.HOURS else None,
        words=words and defused(words),
        language=asked.language,
        said=asked.said,
        reporter=asked.reporter,
        received_at=now,
    )
    session.add(report)
    session.flush()
    if asked.email:
        session.add(ReporterAddress(report_id=report.id, email=asked.email, given_at=now))
    doubts.settle(session, museum_id, asked.fact, now)
    return report


def defused(text: str) -> str:
    """Return a text whose addresses stay readable, but which no program makes a link of."""
    return _LINK.sub(lambda link: _SCHEME.sub("", link[0]).replace(".", "[.]"), text)
