"""Sending a list: every good line invites, all in one transaction, letters written by who asked."""

from collections.abc import Sequence
from datetime import datetime

from portal.domain.accounts import invitations
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.errors import AlreadyMemberError
from portal.domain.accounts.invitation_list.checking import Good
from portal.domain.accounts.invitations import Sent
from portal.domain.museums import MuseumEntry


def send(good: Sequence[Good], *, by: Actor, now: datetime) -> list[tuple[MuseumEntry, Sent]]:
    """Invite by every line, museum by museum; who has come in since the dry run is left alone."""
    sent = []
    for line in sorted(
        good, key=lambda line: (line.museum.id, line.number)
    ):  # two lists never wait crosswise
        try:
            invitation = invitations.invite(
                line.email,
                line.name,
                line.role,
                museum_id=line.museum.id,
                by=by,
                now=now,
                language=line.language,
            )
        except AlreadyMemberError:
            continue
        sent.append((line.museum, invitation))
    return sent
