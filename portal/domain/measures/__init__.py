"""How often a museum's page is read and used: numbers a day, of nobody."""

from portal.domain.measures.actions import add, forget_old
from portal.domain.measures.models import EVERY_LANGUAGE, Kind, Measure
from portal.domain.measures.queries import Days, days

__all__ = ["EVERY_LANGUAGE", "Days", "Kind", "Measure", "add", "days", "forget_old"]
