"""A museum's prices as its page says them: the table of a day, what is free on it, who confirmed them and when."""

from dataclasses import dataclass
from datetime import date

from portal.domain import admission, hours
from portal.domain.admission import Cost
from portal.web.kit import formats, moments, prices
from portal.web.kit.locale import page_language
from portal.web.kit.messages import _


@dataclass(frozen=True)
class PricesBlock:
    """Everything the block shows; what there is not is empty."""

    board: prices.Board
    today: str
    """What is free for everybody on the day, where a rule makes it so: `Dimanche 1er novembre : …`."""
    held: str
    """When the prices ended, or begin, where they do not hold on the day."""
    confirmed: str


def of_museum(kept: admission.Kept, opening: hours.Kept, day: date) -> PricesBlock | None:
    """Return the block of a museum on a day; nothing where it never said what entry costs."""
    if kept.is_empty:
        return None
    language = page_language()
    board = prices.board(kept.rows, day, language)
    return PricesBlock(board, _free_day(kept, opening, day), _held(board), _confirmed(kept))


def _free_day(kept: admission.Kept, opening: hours.Kept, day: date) -> str:
    verdict = admission.free_for(kept.rows, day, None, opening.schedule.on(day).state)
    if verdict.rule is None or verdict.cost is not Cost.FREE:
        return ""
    language = page_language()
    told = prices.verdict_words(verdict, None, language)
    return (
        f"{formats.sentence_case(formats.weekday_date(day, language))}\u00a0: {told[:1].lower()}{told[1:]}."
    )


def _held(board: prices.Board) -> str:
    language = page_language()
    if board.ended is not None:
        ended = formats.full_date(board.ended, language)
        return _("Ces tarifs valaient jusqu’au %(day)s. Demandez ceux d’aujourd’hui au musée.", day=ended)
    if board.begins is not None:
        return _("Ces tarifs vaudront à partir du %(day)s.", day=formats.full_date(board.begins, language))
    return ""


def _confirmed(kept: admission.Kept) -> str:
    if kept.confirmed_at is None:
        return ""
    return _("Tarifs confirmés par le musée le %(day)s.", day=moments.day(kept.confirmed_at, page_language()))
