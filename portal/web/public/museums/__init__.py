"""The guide, the museums' pages and their door signs."""

from portal.web.public.museums import sign, views
from portal.web.public.museums.blueprint import blueprint

__all__ = ["blueprint", "sign", "views"]
