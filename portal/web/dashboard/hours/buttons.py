"""What the buttons say that change the form: what was read, what could not be, and the field to go on from."""

from dataclasses import dataclass, field
from datetime import date

from portal.web.dashboard.hours.edits import edit
from portal.web.dashboard.hours.lines import take_lines
from portal.web.dashboard.hours.pasted import take_text
from portal.web.dashboard.hours.sheet import Sheet
from portal.web.kit.messages import _, ngettext

PREVIEW, LINES, TEXT = "preview", "lines", "text"


@dataclass
class Pressed:
    """What came of a button."""

    focus: str
    said: str = ""
    refused: dict[str, str] = field(default_factory=dict)


def press(sheet: Sheet, asked: str, today: date) -> Pressed:
    """Do what a button asks; nothing is kept."""
    if asked == PREVIEW:
        return Pressed("apercu")
    if asked == LINES:
        return _read_lines(sheet)
    if asked == TEXT:
        return _read_text(sheet, today)
    return Pressed(edit(sheet, asked))


def _read_lines(sheet: Sheet) -> Pressed:
    before = len(sheet.exceptions)
    told, pressed = take_lines(sheet), Pressed("lines")
    if told:
        pressed.refused[LINES] = " ".join(told)
    if added := len(sheet.exceptions) - before:
        pressed.said = ngettext("%(num)s date ajoutée.", "%(num)s dates ajoutées.", added)
    return pressed


def _read_text(sheet: Sheet, today: date) -> Pressed:
    first = len(sheet.periods)
    if why := take_text(sheet, today):
        return Pressed(TEXT, refused={TEXT: why})
    focus = f"periods.{first}.name" if len(sheet.periods) > first else "exceptions.add"
    return Pressed(focus, _("Le texte est lu. Relisez les lignes ajoutées, puis enregistrez."))
