"""The guide and the museums' pages."""

from portal.web.public.museums.views import blueprint

__all__ = ["blueprint"]
