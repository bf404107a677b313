"""Occitan beside French: which texts there are to translate, how each stands, and what of its French has changed.

Only prose is here. Facts (hours, prices, answers, dates) speak both languages by themselves: they are never listed,
and never stale.
"""

from portal.domain.translations import machine, spelling
from portal.domain.translations.models import MachineDraft, TranslationAnswer
from portal.domain.translations.sentences import Changed, changes, plain, split
from portal.domain.translations.standing import Field, Spoken, Standing, everywhere, of_museum
from portal.domain.translations.walking import Text, has_read, texts_of
from portal.domain.translations.writing import (
    Act,
    Outcome,
    OvertakenError,
    Wanted,
    confirm,
    forget_machine,
    hold,
    propose_by_machine,
    write,
)

__all__ = [
    "Act",
    "Changed",
    "Field",
    "MachineDraft",
    "Outcome",
    "OvertakenError",
    "Spoken",
    "Standing",
    "Text",
    "TranslationAnswer",
    "Wanted",
    "changes",
    "confirm",
    "everywhere",
    "forget_machine",
    "has_read",
    "hold",
    "machine",
    "of_museum",
    "plain",
    "propose_by_machine",
    "spelling",
    "split",
    "texts_of",
    "write",
]
