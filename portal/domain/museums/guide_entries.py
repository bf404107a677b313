"""What the guide holds: museums, towns, themes and labels as lists, the map and the API show them."""

from dataclasses import dataclass
from datetime import date, datetime

from portal.db import Translated


@dataclass(frozen=True, slots=True)
class DepartementEntry:
    """A département as lists show it."""

    code: str
    slug: str
    name: Translated


@dataclass(frozen=True, slots=True)
class TownEntry:
    """A town as lists show it."""

    id: int
    slug: str
    insee: str | None
    name: Translated
    sort_key: str
    departement: DepartementEntry
    latitude: float | None
    longitude: float | None
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A grand theme as lists show it."""

    id: int
    slug: str
    name: Translated
    position: int
    cover: str
    text: Translated | None = None


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """A label as lists show it."""

    slug: str
    name: Translated
    position: int
    text: Translated | None = None
    keeper: Translated | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class BorneLabel:
    """A label as one museum bears it, on both its days where they are known."""

    label: LabelEntry
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether the museum bears it on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class MuseumEntry:
    """A museum as lists, the map and the API show it."""

    id: int
    museofile_id: str | None
    slug: str
    name: Translated
    sort_key: str
    town: TownEntry
    latitude: float | None
    longitude: float | None
    themes: tuple[ThemeEntry, ...]
    """The principal theme first, where one is set."""
    principal_theme: ThemeEntry | None
    labels: tuple[BorneLabel, ...]
    """Those it bears, bore or will bear; `labels_on` says which on a day."""
    cover_salt: int
    updated_at: datetime

    @property
    def identity(self) -> str:
        """What names the museum for ever: its Muséofile id, or its address part where it has none."""
        return self.museofile_id or self.slug

    @property
    def drawing(self) -> str:
        """The drawing of the museum's cover."""
        return self.principal_theme.cover if self.principal_theme else "musee"

    def labels_on(self, day: date) -> tuple[BorneLabel, ...]:
        """Return the labels that the museum bears on a day."""
        return tuple(own for own in self.labels if own.holds_on(day))

    @property
    def departement(self) -> DepartementEntry:
        """The département of the museum's town."""
        return self.town.departement
