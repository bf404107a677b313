"""The page of the form: what the museum's page says now beside what one may say of it."""

from collections.abc import Mapping
from datetime import date

from flask import Response, make_response, render_template

from portal.domain.museums import Museum
from portal.domain.visitor_reports import UNANSWERED, Fact
from portal.web.kit import clock, page_facts, visitors
from portal.web.kit.locale import page_language
from portal.web.kit.page_facts import Said
from portal.web.kit.resume import Reason
from portal.web.public.visitor_reports.forms import ReportForm


def read(museum: Museum, day: date | None = None) -> Mapping[Fact, Said]:
    """Return what the museum's page says now, in the page's language."""
    return page_facts.every(museum, day, clock.today(), page_language())


def digests(said: Mapping[Fact, Said]) -> dict[str, str]:
    """Return what a seal keeps of it."""
    return {fact.value: visitors.digest_of(each.kept) for fact, each in said.items()}


def show(
    museum: Museum,
    form: ReportForm,
    *,
    status: int = 200,
    why: Reason | None = None,
    day: date | None = None,
) -> Response:
    """Return the page with a form, filled or to be filled, under a new seal."""
    now = read(museum)
    form.sceau.data = visitors.seal(museum.id, digests(now), clock.machine_now())
    form.site.data = ""
    html = render_template(
        "public/visitor_reports/create.html",
        museum=museum,
        form=form,
        said=read(museum, day) if day else now,
        facts=Fact,
        why=why,
        days=UNANSWERED.days,
    )
    return unkept(make_response(html, status))


def unkept(response: Response) -> Response:
    """Let no cache keep what bears a seal, or says that something was sent."""
    response.headers["Cache-Control"] = "no-store"
    return response
