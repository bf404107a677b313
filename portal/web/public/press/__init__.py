"""What journalists take away: a museum's words, its facts, and the pictures they may print, with whose they are."""

from portal.web.public.press import views  # noqa: F401 - its routes
from portal.web.public.press.blueprint import blueprint

__all__ = ["blueprint"]
