"""Reads the screen of hours from what a browser sent, whatever was sent: unknown names fall away, lists have an end."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from portal.domain.hours.holidays import Holiday
from portal.domain.hours.rows import ServiceKind
from portal.web.dashboard.hours.sheet import (
    MOST_CLOSURES,
    MOST_EXCEPTIONS,
    MOST_LINES,
    MOST_PERIODS,
    ClosureTyped,
    ExceptionTyped,
    HolidayTyped,
    LineTyped,
    PeriodTyped,
    ServiceTyped,
    Sheet,
)
from portal.web.kit.forms import readable

Row = TypeVar("Row")
DEEPEST = 6
"""`services.cafe.periods.0.week.3`."""


class Branch:
    """What was sent under a name, by the parts of the names."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.under: dict[str, Branch] = {}

    def __getitem__(self, part: str) -> "Branch":
        return self.under.get(part) or Branch()

    def text(self, part: str, default: str = "") -> str:
        """Return the text of a field."""
        values = self[part].values
        return values[0] if values else default

    def rows(self, most: int, read: Callable[["Branch"], Row]) -> tuple[list[Row], bool]:
        """Return the rows of a list in the order of their numbers, and whether some were left out."""
        places = sorted(
            (int(part), part) for part in self.under if part.isascii() and part.isdigit() and len(part) <= 6
        )
        return [read(self.under[part]) for _, part in places[:most]], len(places) > most


def sheet_of_posted(pairs: Iterable[tuple[str, str]]) -> Sheet:
    """Return the screen as it was sent."""
    tree = _tree(pairs)
    sheet = Sheet(lines=tree.text("lines"), text=tree.text("text"))
    sheet.periods = _kept(sheet, "periods", tree["periods"].rows(MOST_PERIODS, _period))
    for holiday in Holiday:
        branch = tree["holidays"][holiday.value]
        sheet.holidays[holiday] = HolidayTyped(branch.text("decision", "undecided"), branch.text("times"))
    for kind in ServiceKind:
        branch = tree["services"][kind.value]
        place = f"services.{kind.value}.periods"
        periods = _kept(sheet, place, branch["periods"].rows(MOST_PERIODS, _period))
        sheet.services[kind] = ServiceTyped(branch.text("mode", "none"), periods)
    sheet.exceptions = _kept(sheet, "exceptions", tree["exceptions"].rows(MOST_EXCEPTIONS, _exception))
    sheet.closures = _kept(sheet, "closures", tree["closures"].rows(MOST_CLOSURES, _closure))
    return sheet


def _tree(pairs: Iterable[tuple[str, str]]) -> Branch:
    tree = Branch()
    for name, value in pairs:
        parts = name.split(".", DEEPEST)
        if len(parts) > DEEPEST:
            continue
        branch = tree
        for part in parts:
            branch = branch.under.setdefault(part, Branch())
        branch.values.append(readable(value).strip())
    return tree


def _kept(sheet: Sheet, place: str, found: tuple[list[Row], bool]) -> list[Row]:
    rows, is_more = found
    if is_more:
        sheet.too_many.append(place)
    return rows


def _period(branch: Branch) -> PeriodTyped:
    return PeriodTyped(
        name=branch.text("name"),
        name_oc=branch.text("name_oc"),
        first=branch.text("from"),
        last=branch.text("to"),
        breaks=branch["breaks"].values[:5],
        week=[branch["week"].text(str(day)) for day in range(7)],
        monthly=branch["monthly"].rows(MOST_LINES, _line)[0],
        last_admission=branch.text("last_admission"),
    )


def _line(branch: Branch) -> LineTyped:
    return LineTyped(branch.text("nth", "1"), branch.text("weekday", "6"), branch.text("times"))


def _exception(branch: Branch) -> ExceptionTyped:
    return ExceptionTyped(
        first=branch.text("from"),
        last=branch.text("to"),
        effect=branch.text("effect", "closed"),
        times=branch.text("times"),
        reason=branch.text("reason", "other"),
        words=branch.text("words"),
        words_oc=branch.text("words_oc"),
        is_open=branch.text("open") == "1",
    )


def _closure(branch: Branch) -> ClosureTyped:
    return ClosureTyped(
        first=branch.text("from"),
        last=branch.text("to"),
        reason=branch.text("reason", "works"),
        words=branch.text("words"),
        words_oc=branch.text("words_oc"),
        reopening=branch.text("reopening"),
    )
