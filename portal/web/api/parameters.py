"""Reads what is asked of the API, as the pages read it but with its own page length."""

import re
from datetime import date, timedelta
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from portal.domain.museums import Guide
from portal.web.kit import questions
from portal.web.kit.clock import today
from portal.web.kit.messages import _
from portal.web.kit.questions import Notice, Question

PER_PAGE = 50
MOST_DAYS = 400
AROUND = timedelta(days=6)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read(guide: Guide, *names: str) -> Question:
    """Read the question of this request, or only some of its parameters."""
    arguments: MultiDict[str, str] = MultiDict(request.args)
    if names:
        arguments = MultiDict((name, value) for name in names for value in request.args.getlist(name))
    if not arguments.get("per_page", "").strip():
        arguments.setlist("per_page", [str(PER_PAGE)])
    return questions.read(arguments, guide)


def paged(question: Question, page: int) -> dict[str, Any]:
    """Return the parameters of another page of what was asked."""
    return questions.parameters(question) | {"per_page": question.per_page, "page": page}


def asked_of(question: Question) -> dict[str, Any]:
    """Return everything the answer to a question depends on, beside the content and the day."""
    return paged(question, question.page)


def days(arguments: MultiDict[str, str]) -> tuple[tuple[date, date], list[Notice]]:
    """Return the first and the last day asked for, and what makes no sense of them.

    One day alone asks for the week that it begins or ends, none for the week from today.
    """
    notices: list[Notice] = []
    first, last = _day(arguments, "from", notices), _day(arguments, "to", notices)
    if first is None:
        first = today() if last is None else last - min(AROUND, last - date.min)
    if last is None:
        last = first + min(AROUND, date.max - first)
    if last < first:
        notices.append(Notice("to", _("Le dernier jour vient avant le premier.")))
    if (last - first).days >= MOST_DAYS:
        notices.append(Notice("to", _("La période ne dépasse pas 400 jours.")))
    return (first, last), notices


def _day(arguments: MultiDict[str, str], name: str, notices: list[Notice]) -> date | None:
    given = arguments.get(name)
    if given is None:
        return None
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    notices.append(Notice(name, _("Écrivez un jour, par exemple 2026-11-24.")))
    return None
