"""The school's holidays in words, and why one is refused."""

from portal.domain.errors import DomainError
from portal.domain.hours import school_keeping as keeping
from portal.domain.hours.school import SchoolBreak
from portal.web.kit import dates
from portal.web.kit.locale import page_language
from portal.web.kit.messages import LazyString, _, _l

KINDS: dict[SchoolBreak, LazyString] = {
    SchoolBreak.ALL_SAINTS: _l("Toussaint"),
    SchoolBreak.CHRISTMAS: _l("Noël"),
    SchoolBreak.WINTER: _l("Hiver"),
    SchoolBreak.SPRING: _l("Printemps"),
    SchoolBreak.SUMMER: _l("Été"),
}


def sentence(error: DomainError) -> str:
    """Return why a holiday is refused, and what to do."""
    if isinstance(error, keeping.SchoolTwiceError):
        return _("Ces vacances sont déjà inscrites cette année-là : %(days)s.", days=days(error.other))
    if isinstance(error, keeping.SchoolOverlapError):
        return _(
            "Ces jours sont déjà en vacances : %(name)s, %(days)s.",
            name=KINDS[error.other.kind],
            days=days(error.other),
        )
    if isinstance(error, keeping.SchoolTooLongError):
        return _("C’est trop long : %(most)s jours au plus pour ces vacances-là.", most=error.most)
    if isinstance(error, keeping.SchoolFarError):
        return _("C’est à plus de quatre ans. Vérifiez l’année.")
    return _("Le dernier jour vient avant le premier.")


def days(asked: keeping.Asked) -> str:
    """Write the dates of a holiday."""
    return dates.date_range(asked.first, asked.last, page_language())
