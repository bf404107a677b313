"""What a door sign says of prices: as many rows as the hours leave room for; the page says the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.admission import Kept
from portal.web.kit import prices
from portal.web.kit.languages import Language
from portal.web.kit.messages import _

WIDE = 34
"""How many signs stand on a line beside an amount."""


@dataclass(frozen=True)
class PricePart:
    """The prices of one column."""

    title: str
    sections: Sequence[prices.BoardSection]
    cut: str
    """Where the other prices are, if the sheet does not say them all."""

    @property
    def height(self) -> int:
        """About how many lines it takes."""
        return 2 * bool(self.title) + sum(_height(each) for each in self.sections) + bool(self.cut)


NOTHING = PricePart("", (), "")


def of(kept: Kept, today: date, language: Language, room: int) -> PricePart:
    """Return the prices in force, in so many lines at most, in the language of the messages."""
    board = prices.board(kept.rows, today, language)
    if not board.sections or board.ended or board.begins:
        return NOTHING
    fitting = _fitting(board.sections, room - 3)
    is_whole = sum(map(_count, fitting)) == sum(map(_count, board.sections))
    if not fitting:
        return NOTHING
    return PricePart(_("Tarifs"), fitting, "" if is_whole else _("La suite est sur la page du musée."))


def _fitting(sections: Sequence[prices.BoardSection], room: int) -> list[prices.BoardSection]:
    found: list[prices.BoardSection] = []
    for section in sections:
        rows: list[prices.BoardRow] = []
        room -= bool(section.title)
        for row in section.rows:
            room -= _lines(row)
            if room < 0:
                break
            rows.append(row)
        if rows:
            found.append(prices.BoardSection(section.title, tuple(rows)))
    return found


def _height(section: prices.BoardSection) -> int:
    return bool(section.title) + sum(map(_lines, section.rows))


def _lines(row: prices.BoardRow) -> int:
    told = ", ".join(piece.text for piece in row.who)
    return 1 + len(told) // WIDE + bool(row.details)


def _count(section: prices.BoardSection) -> int:
    return len(section.rows)
