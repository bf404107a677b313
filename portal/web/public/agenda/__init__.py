"""The agenda: what museums hold, day by day, and each event."""

from portal.web.public.agenda import event, files, operations, programme, views  # noqa: F401 - their routes
from portal.web.public.agenda.blueprint import blueprint

__all__ = ["blueprint"]
