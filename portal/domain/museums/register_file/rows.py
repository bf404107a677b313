"""From records to rows: every record is read in full or refused, and the refusal says why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.domain.museums.register_file import normalise, places
from portal.domain.museums.register_file.facts import (
    FACT_NAMES,
    Facts,
    Generation,
    Reason,
    Refusal,
    RegisterRow,
    RowRefused,
)
from portal.domain.museums.register_file.headers import FORMER_REF, ID, POSITION, Columns
from portal.domain.museums.register_file.records import Record

MAX_CELL = 100_000
_ID = re.compile(r"M[0-9]{4}")
_FORMER_REF = re.compile(r"[0-9]{7}")
_ANY_KEY = re.compile(r"(?<![0-9A-Za-z])(?:M\d{4}|\d{7})(?![0-9A-Za-z])")


@dataclass(slots=True)
class RowReader:
    """Reads the records of one file, remembering the ids met so far."""

    columns: Columns
    seen: dict[str, int] = field(default_factory=dict)

    def read(self, record: Record) -> RegisterRow | Refusal:
        """Read one record in full, or say why it cannot be trusted."""
        try:
            return self._row(record)
        except RowRefused as refused:
            return self._refusal(record, refused)

    def _row(self, record: Record) -> RegisterRow:
        cells = record.cells
        if cells is None:
            raise RowRefused(Reason.BROKEN_QUOTES)
        longest = max(map(len, cells))
        if longest > MAX_CELL:
            raise RowRefused(Reason.CELL_TOO_LONG, length=longest, limit=MAX_CELL)
        if len(cells) != self.columns.count:
            raise RowRefused(Reason.SHIFTED_CELLS, expected=self.columns.count, found=len(cells))
        museofile_id, former_ref = self._keys(cells)
        facts = self._facts(cells)
        self._claim(museofile_id or former_ref or "", record.line)
        return RegisterRow(record.line, museofile_id, former_ref, facts)

    def _keys(self, cells: Sequence[str]) -> tuple[str | None, str | None]:
        museofile_id = (self._cell(cells, ID) or "").strip().upper() or None
        former_ref = (self._cell(cells, FORMER_REF) or "").strip() or None
        key, pattern = (former_ref, _FORMER_REF) if self.columns.key == FORMER_REF else (museofile_id, _ID)
        if key is None:
            raise RowRefused(Reason.MISSING_ID)
        if pattern.fullmatch(key) is None:
            raise RowRefused(Reason.BAD_ID, value=key[:40])
        if former_ref and _FORMER_REF.fullmatch(former_ref) is None:
            raise RowRefused(Reason.BAD_ID, value=former_ref[:40])
        return museofile_id, former_ref

    def _claim(self, key: str, line: int) -> None:
        first = self.seen.setdefault(key, line)
        if first != line:
            raise RowRefused(Reason.DUPLICATE_ID, value=key, first_line=first)

    def _facts(self, cells: Sequence[str]) -> Facts:
        official_name = self._text(cells, "official_name")
        if not official_name:
            raise RowRefused(Reason.MISSING_NAME)
        postcode, phone = self._cell(cells, "postcode"), self._cell(cells, "phone")
        postcode = None if postcode is None else normalise.postcode(postcode)
        written = self._cell(cells, "departement") or ""
        departement = places.departement_code(written) or places.departement_of_postcode(postcode or "")
        town = self._cell(cells, "town")
        website = self._cell(cells, "website")
        latitude, longitude = self._position(cells)
        return Facts(
            official_name=official_name,
            street=self._text(cells, "street"),
            place=self._text(cells, "place"),
            postcode=postcode,
            town=None if town is None else places.town_name(town, departement),
            departement=departement,
            region=self._region(cells),
            latitude=latitude,
            longitude=longitude,
            phone=None if phone is None else normalise.phone(phone),
            website=None if website is None else normalise.website(website),
            domains=self._domains(cells),
            withdrawn_on=normalise.day(self._cell(cells, "withdrawn_on") or ""),
        )

    def _region(self, cells: Sequence[str]) -> str | None:
        # Overseas the files write DROM, COM or nothing: there the département knows better.
        written = self._text(cells, "region") or ""
        departement = places.departement_code(self._cell(cells, "departement") or "")
        return places.region_name(written) or places.region_of(departement) or written or None

    def _position(self, cells: Sequence[str]) -> tuple[float | None, float | None]:
        found = normalise.position(
            (self._cell(cells, "latitude") or "").strip(),
            (self._cell(cells, "longitude") or "").strip(),
            self._cell(cells, POSITION) or "",
        )
        return found or (None, None)

    def _domains(self, cells: Sequence[str]) -> tuple[str, ...] | None:
        written = self._cell(cells, "domains")
        if written is None:
            return None
        commas = self.columns.generation is Generation.MUSEOFILE_2024 and ";" not in written
        return normalise.domains(written, commas=commas, indivisible=places.indivisible_domains())

    def _refusal(self, record: Record, refused: RowRefused) -> Refusal:
        cells = record.cells or ()
        key = (self._cell(cells, self.columns.key) or "").strip().upper()
        whole = len(cells) == self.columns.count
        named = set(_ANY_KEY.findall(key if whole else record.raw or " ".join(cells)))
        return Refusal(
            line=record.line,
            museofile_id=key if _ID.fullmatch(key) else None,
            reason=refused.reason,
            detail=refused.detail,
            region=self._region(cells) if whole else None,
            named=frozenset(named),
        )

    def _cell(self, cells: Sequence[str], meaning: str) -> str | None:
        index = self.columns.index.get(meaning)
        return None if index is None else cells[index] if index < len(cells) else ""

    def _text(self, cells: Sequence[str], meaning: str) -> str | None:
        written = self._cell(cells, meaning)
        return None if written is None else normalise.tidy(written)


def carried(columns: Columns) -> frozenset[str]:
    """Names of the facts this file has a column for."""
    names = set(columns.index) & {*FACT_NAMES, FORMER_REF}
    return frozenset(names | {"latitude", "longitude"} if POSITION in columns.index else names)
