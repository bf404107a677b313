"""The choice of museums, for who works in several."""

from portal.web.dashboard.spaces.views import blueprint

__all__ = ["blueprint"]
