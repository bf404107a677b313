"""A string of opening hours, word by word."""

import re

from portal.domain.hours.osm.refusals import OsmRefusal, OsmRefusedError

_TOKEN = re.compile(
    r'\s*(?:("[^"]*")|(24/7)|(\d{1,2}:\d{2})|(\d+)|([A-Za-z]+)|(\|\||[-,;:+\[\]/()]))', re.ASCII
)
REFUSED = {
    "week": OsmRefusal.WEEK_NUMBERS,
    "sh": OsmRefusal.SCHOOL_HOLIDAYS,
    **dict.fromkeys(("sunrise", "sunset", "dawn", "dusk"), OsmRefusal.SUN),
}


class Words:
    """The words of a string, taken one after the other."""

    def __init__(self, text: str) -> None:
        """Cut the string into words; raise OsmRefusedError where there is something else."""
        self.text, self.at = text, 0
        self.words: list[tuple[str, int]] = []
        where = 0
        while text[where:].strip():
            match = _TOKEN.match(text, where)
            if match is None:
                raise OsmRefusedError(OsmRefusal.SYNTAX, text[where : where + 20].strip())
            self.words.append((match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip())))
            where = match.end()

    def _is_comma(self) -> bool:
        """Return whether a comma of a list follows: one after a space begins another rule."""
        if self._peek() != ",":
            return False
        before, at = self.words[self.at - 1]
        return at + len(before) == self.words[self.at][1]

    def _is_time(self, ahead: int = 0) -> bool:
        return bool(re.fullmatch(r"\d{1,2}:\d{2}", self._peek(ahead)))

    def _number(self, least: int, most: int) -> int:
        word = self._take()
        if not word.isdigit() or not least <= int(word) <= most:
            raise self._refused(OsmRefusal.SYNTAX, back=1)
        return int(word)

    def _expect(self, word: str) -> None:
        if self._take() != word:
            raise self._refused(OsmRefusal.SYNTAX, back=1)

    def _peek(self, ahead: int = 0) -> str:
        return self.words[self.at + ahead][0] if self.at + ahead < len(self.words) else ""

    def _take(self) -> str:
        word = self._peek()
        self.at += bool(word)
        return word

    def _refused(self, reason: OsmRefusal, *, back: int = 0) -> OsmRefusedError:
        """Return the refusal of what comes next, or of the word before."""
        at = max(self.at - back, 0)
        if at >= len(self.words):
            return OsmRefusedError(reason, self.text.strip()[-20:])
        word = (self.words[at][0] if self.words[at][0] != "(" else self._peek(1)).lower()
        if reason is OsmRefusal.SYNTAX and word in REFUSED:
            reason = REFUSED[word]
        return OsmRefusedError(reason, self.text[self.words[at][1] :][:20].strip())
