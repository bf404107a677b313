"""« Signaler une erreur », `/fr/musees/<slug>/signaler/`: a visitor says what is wrong, without an account."""

from portal.web.public.visitor_reports.views import blueprint

__all__ = ["blueprint"]
