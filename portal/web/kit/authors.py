"""Who writes, and the names of those who wrote: found by number, gone with an erased account."""

from collections.abc import Iterable, Mapping

from portal.domain.accounts import Permission, profile
from portal.domain.museums import MuseumEntry
from portal.domain.revisions import DEMONSTRATION, Author, Revision, Unread
from portal.web.kit import gate
from portal.web.kit.messages import _

ASSOCIATION = "association"
"""The channel of what the association writes for a museum."""


def author(museum: MuseumEntry) -> Author:
    """Return the signed-in person as the author of a text of this museum."""
    person = gate.actor()
    channel = "web" if museum.id in person.memberships else ASSOCIATION
    return Author(person.id, channel, is_association=gate.may(Permission.CONTENT_REVIEW))


def names_of(revisions: Iterable[Revision | Unread]) -> Mapping[int, str]:
    """Return who wrote each revision, by the revision's number in the database."""
    found = list(revisions)
    known = profile.names_of({each.actor_id for each in found if each.actor_id is not None})
    return {each.id: _said(each, known) for each in found}


def name_of(revision: Revision) -> str:
    """Return who wrote a revision."""
    return names_of([revision])[revision.id]


def _said(revision: Revision | Unread, known: Mapping[int, str]) -> str:
    if revision.channel == DEMONSTRATION:
        return _("La démonstration")
    if revision.actor_id is None:
        return _("Le registre")
    if revision.channel == ASSOCIATION:
        return _("L’association, pour le musée")
    return known.get(revision.actor_id) or _("compte effacé")
