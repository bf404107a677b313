"""Asks the portal itself, as any visitor would: the answer is that of a new request, never of this one's memory."""

from contextvars import Context
from dataclasses import dataclass

from flask import Response, current_app

from portal.web.kit.counting import ASKING


@dataclass(frozen=True)
class Heard:
    """What the portal answered."""

    is_well: bool
    """Whether it is a page, and not a refusal or a failure."""
    body: str


def ask(path: str) -> Heard:
    """Return what anybody gets at this path now, signed in nowhere; it is not counted as a reading."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - as Flask documents
    base: str = app.extensions["settings"].public_url

    def get() -> Response:
        answer: Response = app.test_client().get(path, base_url=base, environ_overrides={ASKING: True})
        return answer

    # An empty context: neither this request's person nor its session of the database may help to answer.
    answer = Context().run(get)
    return Heard(answer.status_code == 200, answer.get_data(as_text=True))
