"""A museum's own figures in words: thirty days beside the thirty before them, and what was searched on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from portal.domain import measures
from portal.domain.measures import Days, Kind
from portal.web.kit import formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l, ngettext

SPAN = timedelta(days=30)
NAMES: Mapping[Kind, LazyString] = {
    Kind.VIEW: _l("Ouvertures de la page"),
    Kind.ROUTE: _l("Itinéraires demandés"),
    Kind.CALL: _l("Numéros touchés"),
    Kind.SITE: _l("Départs vers votre site"),
    Kind.API: _l("Lectures par des programmes"),
}
"""What is shown, in order, and how each is called."""
HEADS: Mapping[Kind, LazyString] = {
    Kind.VIEW: _l("Page"),
    Kind.ROUTE: _l("Itinéraire"),
    Kind.CALL: _l("Téléphone"),
    Kind.SITE: _l("Site"),
    Kind.API: _l("Programmes"),
}
"""The same in one word, for the heads of a table."""
SOUGHT: Mapping[Kind, LazyString] = {
    Kind.SEARCH_OPEN: _l("un musée ouvert"),
    Kind.SEARCH_FREE: _l("l’entrée gratuite"),
    Kind.SEARCH_ACCESS: _l("un musée accessible"),
    Kind.SEARCH_SHELTER: _l("un abri s’il pleut"),
    Kind.SEARCH_NEAR: _l("un musée tout près"),
}
"""What a search asked for, as it follows “looking for”."""


@dataclass(frozen=True)
class Month:
    """Thirty days to today, and the thirty before."""

    days: Days
    today: date

    @property
    def first(self) -> date:
        """The first of the thirty days."""
        return self.today - SPAN + timedelta(days=1)

    def number(self, kind: Kind, language: str | None = None) -> int:
        """Return how often something was counted in the thirty days."""
        return self.days.total(kind, self.first, self.today, language)

    def before(self, kind: Kind) -> int:
        """Return how often it was in the thirty days before."""
        return self.days.total(kind, self.first - SPAN, self.first - timedelta(days=1))

    def shown(self, kind: Kind) -> str:
        """Return a number of the thirty days, written out."""
        return formats.number(self.number(kind), page_language())

    @property
    def has_a_before(self) -> bool:
        """Whether counting had begun by the earlier thirty days' first week: a part of a month is no comparison."""
        first = min((day for day, _kind, _language in self.days.by_day), default=self.today)
        return first < self.first - SPAN + timedelta(days=7)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted, now or before."""
        return not any(self.number(kind) or self.before(kind) for kind in NAMES)


def month(session: Session, museum_id: int, today: date) -> Month:
    """Return the figures of a museum's last sixty days, in one statement."""
    first = today - 2 * SPAN + timedelta(days=1)
    return Month(measures.days(session, museum_id, first, today), today)


def views_sentence(found: Month) -> str:
    """Write how often the page was opened, and how often in Occitan."""
    number, occitan = found.number(Kind.VIEW), found.number(Kind.VIEW, "oc")
    count, language = found.shown(Kind.VIEW), page_language()
    if not occitan:
        return ngettext(
            "%(count)s ouverture de votre page.", "%(count)s ouvertures de votre page.", number, count=count
        )
    return ngettext(
        "%(count)s ouverture de votre page, en occitan.",
        "%(count)s ouvertures de votre page, dont %(occitan)s en occitan.",
        number,
        count=count,
        occitan=formats.number(occitan, language),
    )


def comparison(found: Month, kind: Kind = Kind.VIEW) -> str:
    """Write how that compares with the thirty days before; nothing where those were not counted whole."""
    now, before = found.number(kind), found.before(kind)
    if not (before and found.has_a_before):
        return ""
    if now == before:
        return _("C’est autant que les trente jours d’avant.")
    count = formats.number(abs(now - before), page_language())
    if now > before:
        return ngettext(
            "C’est %(count)s de plus que les trente jours d’avant.",
            "C’est %(count)s de plus que les trente jours d’avant.",
            now - before,
            count=count,
        )
    return ngettext(
        "C’est %(count)s de moins que les trente jours d’avant.",
        "C’est %(count)s de moins que les trente jours d’avant.",
        before - now,
        count=count,
    )


def gestures_sentence(found: Month) -> str:
    """Write what visitors then did: `12 itinéraires, 5 appels et 9 départs vers votre site.`, nothing where none did."""
    told = [
        ngettext("%(num)s itinéraire", "%(num)s itinéraires", found.number(Kind.ROUTE)),
        ngettext("%(num)s numéro touché", "%(num)s numéros touchés", found.number(Kind.CALL)),
        ngettext(
            "%(num)s départ vers votre site", "%(num)s départs vers votre site", found.number(Kind.SITE)
        ),
    ]
    made = [
        said
        for said, kind in zip(told, (Kind.ROUTE, Kind.CALL, Kind.SITE), strict=True)
        if found.number(kind)
    ]
    return _("%(gestures)s.", gestures=formats.sentence_list(made, page_language())) if made else ""


def searches_sentence(found: Month) -> str:
    """Write how many came from a search of the portal, and what it asked for first; nothing where none did."""
    number, language = found.number(Kind.SEARCH), page_language()
    if not number:
        return ""
    asked = sorted((kind for kind in SOUGHT if found.number(kind)), key=found.number, reverse=True)
    count = formats.number(number, language)
    if not asked:
        return ngettext(
            "%(count)s ouverture vient d’une recherche du portail.",
            "%(count)s ouvertures viennent d’une recherche du portail.",
            number,
            count=count,
        )
    return ngettext(
        "%(count)s ouverture vient d’une recherche du portail : on cherchait %(sought)s.",
        "%(count)s ouvertures viennent d’une recherche du portail : on cherchait d’abord %(sought)s.",
        number,
        count=count,
        sought=_then([str(SOUGHT[kind]) for kind in asked[:3]]),
    )


def _then(things: list[str]) -> str:
    """Write things in their order: `un musée ouvert, puis l’entrée gratuite`."""
    if len(things) == 1:
        return things[0]
    return _(
        "%(first)s, puis %(others)s",
        first=things[0],
        others=formats.sentence_list(things[1:], page_language()),
    )
