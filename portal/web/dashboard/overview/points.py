"""The twelve points that a visitor needs of a museum's entry: the pearls of its first page."""

from collections.abc import Sequence

from portal.web.dashboard.overview import points_of_page as page
from portal.web.dashboard.overview import points_of_visit as visit
from portal.web.dashboard.overview.entry import Entry
from portal.web.dashboard.overview.point import Point, State
from portal.web.kit import formats
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _, ngettext

PLACES = (
    ("14.2", "8.6"),
    ("20", "3.6"),
    ("25.8", "8.6"),
    ("31.4", "14.2"),
    ("36.4", "20"),
    ("31.4", "25.8"),
    ("25.8", "31.4"),
    ("20", "36.4"),
    ("14.2", "31.4"),
    ("8.6", "25.8"),
    ("3.6", "20"),
    ("8.6", "14.2"),
)
"""Where the twelve pearls of the Occitan cross stand in a square of 40."""
NAMED = 6
"""As many missing things as one sentence names."""


def points_of(entry: Entry) -> list[Point]:
    """Return the twelve points, in the order in which visitors ask for them."""
    return [
        visit.hours_point(entry),
        visit.holidays_point(entry),
        visit.prices_point(entry),
        visit.free_point(entry),
        visit.access_point(entry),
        visit.practical_point(entry),
        page.contact_point(entry),
        page.place_point(entry),
        page.presentation_point(entry),
        page.photograph_point(entry),
        page.alternatives_point(entry),
        page.occitan_point(entry),
    ]


def complete(points: Sequence[Point]) -> int:
    """Return how many are complete."""
    return sum(point.state is State.COMPLETE for point in points)


def counted(points: Sequence[Point]) -> str:
    """Write how far the entry is: `9 points complets sur 12, 2 à compléter ou à relire.`, for who does not see the pearls."""
    done, part = complete(points), sum(point.state is State.TO_CHECK for point in points)
    said = ngettext(
        "%(num)s point complet sur %(all)s", "%(num)s points complets sur %(all)s", done, all=len(points)
    )
    return said if not part else _("%(done)s, %(part)s à compléter ou à relire", done=said, part=part)


def missing_sentence(points: Sequence[Point]) -> str:
    """Write what is missing, by name: `Il manque : tarif de groupe, place de stationnement PMR.`; nothing where nothing is."""
    missing = [name for point in points for name in point.missing]
    if not missing:
        return ""
    more = len(missing) - NAMED
    if more > 1:
        names = ", ".join(missing[:NAMED])
        return _("Il manque : %(names)s et %(more)s autres choses.", names=names, more=more)
    return _("Il manque : %(names)s.", names=formats.sentence_list(missing, page_language()))
