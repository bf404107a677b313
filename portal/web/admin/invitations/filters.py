"""What the board is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from portal.domain import museums
from portal.domain.accounts.invitation_board import Filter
from portal.domain.accounts.invitation_states import State
from portal.web.admin.questions import Asking
from portal.web.kit.messages import LazyString, _l

SPELLED: Mapping[str, State] = {
    "pas-invite": State.NOT_INVITED,
    "va-partir": State.WAITING,
    "sans-reponse": State.SENT,
    "ouverte": State.OPENED,
    "adresse-refusee": State.BOUNCED,
    "expiree": State.EXPIRED,
    "refusee": State.REFUSED,
    "active": State.ACCEPTED,
}
CRITERIA: Mapping[str, LazyString] = {
    "etat": _l("État"),
    "departement": _l("Département"),
    "page": _l("Page"),
}


@dataclass(frozen=True)
class Asked:
    """The question, and what the page needs to ask it again."""

    filter: Filter
    page: int
    kept: dict[str, str]
    notices: list[str]

    def address(self, **changes: Any) -> str:
        """Return the board's address with some parameters changed."""
        values: dict[str, Any] = {**self.kept, **changes}
        return url_for("admin.invitations.index", **values)


def read() -> Asked:
    """Read the question of this request; a value that makes no sense is left aside."""
    asking = Asking(request.args)
    codes = museums.guide().departements
    wanted = Filter(
        state=asking.meaning("etat", SPELLED.get),
        text=asking.text("q"),
        departement=asking.meaning("departement", lambda value: value if value in codes else None) or "",
    )
    page = asking.page()
    kept = {name: value for name, value in asking.kept.items() if name != "page"}
    names = {name: str(said) for name, said in CRITERIA.items()}
    return Asked(wanted, page, kept, asking.sentences(names))
