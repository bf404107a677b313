"""Every museum with how many of its texts are missing or behind in Occitan; each leads to its desk."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import museums
from portal.domain.accounts import Permission
from portal.domain.museums import MuseumEntry
from portal.domain.translations import Field, Standing
from portal.web.kit import gate, translating
from portal.web.kit.pagination import Page

blueprint = Blueprint("translations", __name__, url_prefix="/traductions")

PER_PAGE = 66


@dataclass(frozen=True)
class Line:
    """One museum of the list."""

    museum: MuseumEntry
    counts: Counter[Standing]

    @property
    def total(self) -> int:
        """How many texts it has."""
        return self.counts.total()

    @property
    def done(self) -> int:
        """How many of them are right in Occitan."""
        return self.counts[Standing.PUBLISHED]

    @property
    def missing(self) -> int:
        """How many have no Occitan that a person has read."""
        return self.counts[Standing.MISSING] + self.counts[Standing.MACHINE]

    @property
    def stale(self) -> int:
        """How many say what the French no longer says."""
        return self.counts[Standing.STALE]

    @property
    def drafts(self) -> int:
        """How many are written and not published."""
        return self.counts[Standing.DRAFT]

    @property
    def harm(self) -> tuple[int, int, int, str]:
        """What orders the list: what says something wrong, then what says nothing, then what waits."""
        return -self.stale, -self.missing, -self.drafts, self.museum.sort_key


@blueprint.get("/")
@gate.requires(Permission.TRANSLATIONS_READ)
def index() -> ResponseReturnValue:
    """Show the museums, the worst first."""
    lines = _lines()
    given = request.args.get("page", "1")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    page = Page.of(lines, number, PER_PAGE)
    if page is None:
        abort(404)
    return render_template(
        "admin/translations/index.html",
        page=page,
        stale=sum(line.stale for line in lines),
        missing=sum(line.missing for line in lines),
        drafts=sum(line.drafts for line in lines),
        silent=sum(not line.total for line in lines),
        address=lambda page=1: url_for(".index", page=page if page > 1 else None),
    )


def _lines() -> Sequence[Line]:
    texts = translating.everywhere()
    lines = [Line(museum, _counts(texts.get(museum.id, ()))) for museum in museums.guide().by_id.values()]
    return sorted(lines, key=lambda line: line.harm)


def _counts(fields: Sequence[Field]) -> Counter[Standing]:
    return Counter(field.standing for field in fields)
