"""What Apertium makes of a French text: a draft for a person to read, never anything to publish by itself."""

import re
from threading import Lock

from portal import programs
from portal.programs import ProgramError

MODE = "fra-oci"
MOST = 6_000
"""Characters of a text that is handed over."""
SECONDS = 20.0
"""For one text: starting takes Apertium two seconds and 400 MB, on the machine it was measured on."""
SECONDS_TO_TELL = 3.0
"""For saying which languages it knows; one that does not is not asked again until the portal starts anew."""

_one_at_a_time = Lock()

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"\bmots de passa\b", "senhals"),
        (r"\bmot de passa\b", "senhal"),
        (r"\bbarrad(as?|ura|uras)\b", r"tampad\1"),
        (r"\bbarrat(s?)\b", r"tampat\1"),
        (r"\bbarrar\b", "tampar"),
        (r"\bl['’](?=obertura)", "la "),
        (r"\bl['’](?=obèrt)", "lo "),
        (r"\b([ds])['’](?=ob(?:ert|èrt|ri|rí))", r"\1e "),
        (r"\bob(?=ertura|èrt|rir|ris|rís)", "dob"),
        (r"\butilizator(s?)\b", r"utilizaire\1"),
        (r"\bsit(s?)\b", r"site\1"),
        (r"\bd['’](?=\d)", "de "),
    )
)
_THIS = re.compile(r"\b(?:ce|cet|cette|ces)\b", re.IGNORECASE)
_THAT = re.compile(r"\baquel(as|es|a|s)?\b", re.IGNORECASE)
_NEAR = {"": "aqueste", "a": "aquesta", "s": "aquestes", "es": "aquestes", "as": "aquestas"}
_FAILED = re.compile(r"(?<!\w)[#@](?=\w)")


def is_installed() -> bool:
    """Return whether this machine can translate from French into Occitan."""
    program = programs.find("apertium")
    if program is None:
        return False
    if program not in _modes:
        try:
            _modes[program] = MODE in programs.run([program, "-l"], "", seconds=SECONDS_TO_TELL).split()
        except ProgramError:
            _modes[program] = False
    return _modes[program]


_modes: dict[str, bool] = {}
"""Whether a program knows the two languages, once it was asked."""


def draft(french: str, *, is_rich: bool = False) -> str:
    """Return a draft of the Occitan of a text; raise `ProgramError` where there is no answer in time.

    One at a time in a process, since each takes the memory of many requests.
    """
    program = programs.find("apertium")
    if program is None or len(french) > MOST:
        raise ProgramError("nothing here translates this text")
    if not _one_at_a_time.acquire(timeout=SECONDS):
        raise ProgramError("another text is being translated")
    try:
        command = [program, "-u", "-f", "html" if is_rich else "txt", MODE]
        return tidied(programs.run(command, french, seconds=SECONDS), french)
    finally:
        _one_at_a_time.release()


def tidied(occitan: str, french: str) -> str:
    """Return what Apertium wrote in the words and the typography of the portal (pure)."""
    text = occitan.strip("\n")
    if not _FAILED.search(french):  # its marks for a word it could not write
        text = _FAILED.sub("", text)
    for pattern, written in _RULES:
        text = pattern.sub(lambda match, written=written: _cased(match, match.expand(written)), text)  # type: ignore[misc]
    if _THIS.search(french):
        text = _THAT.sub(lambda match: _cased(match, _NEAR[(match[1] or "").lower()]), text)
    text = text.replace("'", "’")
    text = re.sub(r"[ \u00a0\u202f]+(?=[:;!?»])", "\u00a0", text)
    return re.sub(r"«[ \u00a0\u202f]*", "«\u00a0", text)


def _cased(match: re.Match[str], written: str) -> str:
    """Return a word with the capital of the one it stands for."""
    return written[:1].upper() + written[1:] if match[0][:1].isupper() else written
