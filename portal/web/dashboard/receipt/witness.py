"""One thing that a surface must say, and what it is worked out from."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.museums import Museum
from portal.web.dashboard.receipt.acts import Publication
from portal.web.kit.languages import Language


class Kind(enum.Enum):
    """A kind of surface."""

    PAGE = "page"
    OCCITAN = "occitan"
    LISTS = "lists"
    DATA = "data"
    ENGINES = "engines"
    """What the page tells search engines (JSON-LD)."""
    SIGN = "sign"


PAGES: tuple[tuple[Kind, Language], ...] = ((Kind.PAGE, "fr"), (Kind.OCCITAN, "oc"))


@dataclass(frozen=True)
class Asked:
    """What was published, of which museum."""

    museum: Museum
    publication: Publication


@dataclass(frozen=True)
class Witness:
    """What one surface must say, and must say no longer."""

    kind: Kind
    wanted: Sequence[str]
    gone: Sequence[str] = ()
    path: str = ""
    """What is asked, where it is not what a person opens."""
    link: str = ""
    query: str = ""
    """What a list is asked to find the museum."""
