"""Which generation a file belongs to, and which of its columns says what."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.museums.register_file.facts import Generation, NotARegister, Reason
from portal.domain.museums.register_file.normalise import fold

# Columns that are not facts of their own: the key, and coordinates in one cell.
ID, FORMER_REF, POSITION = "museofile_id", "former_ref", "position"

# Folded header → what the column says. No header means two things in two generations.
_MEANINGS = {
    ID: ("ref", "identifiant", "identifiant museofile"),
    FORMER_REF: ("ref musee", "ref deps"),
    "official_name": ("nomoff", "nom officiel", "nom du musee", "nom officiel du musee"),
    "street": ("adrl1 m", "adresse", "adr"),
    "place": ("lieu m", "lieu"),
    "postcode": ("cp m", "code postal", "cp"),
    "town": ("ville m", "ville", "commune"),
    "departement": ("dpt", "departement"),
    "region": ("region", "region administrative"),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    POSITION: (
        "geolocalisation latlong",
        "geolocalisation",
        "coordonnees",
        "coordonnees finales",
    ),
    "phone": ("tel m", "telephone", "telephone1"),
    "website": ("url m", "url", "sitweb"),
    "domains": ("dompal", "domaine thematique"),
    "withdrawn_on": ("date retrait appellation par haut conseil",),
}
_MEANING_OF = {header: meaning for meaning, headers in _MEANINGS.items() for header in headers}

# The fewest headers that tell a generation apart, the most telling first.
_SIGNATURES: tuple[tuple[Generation, frozenset[str]], ...] = (
    (Generation.LIST_2022, frozenset({"identifiant museofile", "nom officiel du musee"})),
    (Generation.LIST_2021, frozenset({"ref musee", "nom du musee"})),
    (Generation.MUSEOFILE_2024, frozenset({"identifiant", "nom officiel", "coordonnees"})),
    (Generation.MUSEOFILE_2019, frozenset({"identifiant", "nom officiel"})),
    (Generation.MUSEOFILE_2021, frozenset({"ref", "nomoff"})),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file: how many, of which generation, and where each fact stands."""

    generation: Generation
    count: int
    index: dict[str, int]

    @property
    def key(self) -> str:
        """Name of the column that identifies a museum in this generation."""
        return FORMER_REF if self.generation is Generation.LIST_2021 else ID


def recognise(headers: Sequence[str]) -> Columns | None:
    """Columns of a register, or None when these are the headers of something else."""
    folded = [fold(header) for header in headers]
    known = set(folded)
    for generation, signature in _SIGNATURES:
        if signature <= known:
            return Columns(generation, len(headers), _index(folded))
    return None


def _index(folded: list[str]) -> dict[str, int]:
    index: dict[str, int] = {}
    for position, header in enumerate(folded):
        meaning = _MEANING_OF.get(header)
        if meaning is None:
            continue
        if meaning in index:
            raise NotARegister(Reason.AMBIGUOUS_HEADERS, header=header)
        index[meaning] = position
    return index
