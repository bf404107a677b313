"""Texts with headings, lists, quotes and links: cleaned HTML, and a light notation for those who type without script.

What is kept is HTML in one spelling (`cleaned`). A text area shows it in the notation; a text that an editor wrote
begins with `MARK`, so that it says by itself what it is wherever it travels. Headings are `h3` and `h4`: the page's
own sections are `h2`.
"""

from portal.domain.rich_text.measuring import LONG_SENTENCE, LongSentence, Measure, measure
from portal.domain.rich_text.reading import MARK, cleaned, lines, notation, plain, read, shown_again

__all__ = [
    "LONG_SENTENCE",
    "MARK",
    "LongSentence",
    "Measure",
    "cleaned",
    "lines",
    "measure",
    "notation",
    "plain",
    "read",
    "shown_again",
]
