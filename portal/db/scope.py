"""Whose rows a session may touch: nobody's, one museum's, everybody's to read, the doors', everybody's to write."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """What a session may do with the rows that belong to museums.

    `name` is what PostgreSQL's row policies read from the setting `portal.scope`: empty for nothing,
    `read`, `doors`, `write`, or the number of one museum.
    """

    name: str
    museum_id: int | None = None

    @property
    def is_confined(self) -> bool:
        """Whether this is the scope of one museum."""
        return self.museum_id is not None

    @property
    def may_write(self) -> bool:
        """Whether rows of museums may be changed at all."""
        return self.is_confined or self.name == "write"

    @property
    def opens_doors(self) -> bool:
        """Whether the tables that decide who may enter are seen, and changed, at all."""
        return self.may_write or self.name == "doors"


NOTHING = Scope("")
READ_EVERYTHING = Scope("read")
DOORS = Scope("doors")
"""What signing in needs: every museum's content to read, and the tables that decide who may enter to write."""
WRITE_EVERYTHING = Scope("write")


def of_museum(museum_id: int) -> Scope:
    """Return the scope of one museum."""
    return Scope(str(museum_id), museum_id)
