"""Every sentence about prices, made from rows, in French and in Occitan.

Pure functions that take their language last: a page, the API, a door sign and a letter say the same.
"""

from portal.web.kit.prices.audiences import audience_words
from portal.web.kit.prices.boards import Board, BoardRow, BoardSection, board
from portal.web.kit.prices.conditions import PROOFS, SUGGESTED, condition_words
from portal.web.kit.prices.free_days import month_name, rule_words
from portal.web.kit.prices.names import cost_words, payment_name, scope_name
from portal.web.kit.prices.parts import PARTS, part_difference, part_words
from portal.web.kit.prices.pieces import Piece
from portal.web.kit.prices.verdicts import somebody, verdict_words

__all__ = [
    "PARTS",
    "PROOFS",
    "SUGGESTED",
    "Board",
    "BoardRow",
    "BoardSection",
    "Piece",
    "audience_words",
    "board",
    "condition_words",
    "cost_words",
    "month_name",
    "part_difference",
    "part_words",
    "payment_name",
    "rule_words",
    "scope_name",
    "somebody",
    "verdict_words",
]
