"""What is said of a text being written: how long it is, how long serves it, which sentences lose the reader."""

from dataclasses import dataclass

from portal.domain import rich_text
from portal.domain.museums.profile_texts import Text
from portal.web.kit.messages import _, ngettext

NAMED = 3
"""Sentences named at once."""


@dataclass(frozen=True)
class Guide:
    """Advice on one text: nothing in it stops anybody."""

    count: str
    advice: tuple[str, ...] = ()
    is_off: bool = False
    """Whether it is longer than serves it, or than may be."""


def guide(text: Text, kept: str | None) -> Guide:
    """Return what is to be said of a text as it stands."""
    own = rich_text.measure(text.lines(kept))
    if text.advised is None or own.signs > text.longest:
        count = _("%(signs)s signes sur %(most)s", signs=own.signs, most=text.longest)
        return Guide(count, is_off=own.signs > text.longest)
    least, most = text.advised
    count = ngettext(
        "%(num)s mot, le conseil est de %(least)s à %(most)s.",
        "%(num)s mots, le conseil est de %(least)s à %(most)s.",
        own.words,
        least=least,
        most=most,
    )
    if own.sentences > 1:
        mean = round(own.words / own.sentences)
        average = ngettext("Phrases de %(num)s mot en moyenne.", "Phrases de %(num)s mots en moyenne.", mean)
        count = f"{count} {average}"
    advice = tuple(
        _(
            "« %(beginning)s… » : %(words)s mots. Deux phrases se liraient mieux.",
            beginning=one.beginning,
            words=one.words,
        )
        for one in own.long[:NAMED]
    )
    return Guide(count, advice, is_off=own.words > most)
