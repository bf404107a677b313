"""The names that the journal's numbers stand for today; an erased person has none left."""

from dataclasses import dataclass

from portal.domain.accounts import directory
from portal.domain.folding import fold
from portal.domain.journal import AuditEvent
from portal.web.kit.messages import _


@dataclass(frozen=True)
class Names:
    """Who and which museum a number is."""

    people: dict[int, str]
    said: dict[int, str]
    """Name and address, folded, to search in."""
    museums: dict[int, tuple[str, str]]
    """Address part and name, by number."""

    def person(self, id_: int | None) -> str:
        """Return somebody's name, or what is left of them."""
        if id_ is None:
            return _("Le portail")
        return self.people.get(id_) or _("compte effacé n° %(number)s", number=id_)

    def museum_id(self, slug: str) -> int | None:
        """Return the number of the museum at this address part."""
        return next((id_ for id_, (known, _name) in self.museums.items() if known == slug), None)

    def subject(self, event: AuditEvent) -> str:
        """Return whom or what a line is about, where that is not the one who acts."""
        kind, _colon, number = (event.subject or "").partition(":")
        if not number.isdigit():
            return event.subject or ""
        if kind == "user":
            return "" if int(number) == event.actor_id else self.person(int(number))
        known = {
            "invitation": _("invitation n° %(number)s", number=number),
            "letter": _("lettre n° %(number)s", number=number),
        }
        return known.get(kind, event.subject or "")


def read() -> Names:
    """Read the names of everybody and of every museum: two statements beside the guide."""
    people, said = {}, {}
    for id_, name, email in directory.names():
        people[id_] = name or email or ""
        said[id_] = fold(f"{name} {email or ''}")
    known = directory.museum_names()
    return Names(people, said, {id_: (slug, name.fr) for id_, (slug, name) in known.items()})
