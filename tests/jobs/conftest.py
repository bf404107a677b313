"""A mail server on the loopback that does as it is told, and letters to give it."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from portal.domain import letters
from tests.cast import everything

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@dataclass
class Handler:
    """Accepts everything, unless told what to answer to a recipient, or to a text."""

    rcpt: dict[str, str] = field(default_factory=dict)
    data: str = "250 OK"
    received: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        answer = self.rcpt.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.data.startswith("250"):
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.data


@dataclass
class Server:
    """A real mail server, with the address that reaches it."""

    handler: Handler
    url: str


@pytest.fixture
def server() -> Iterator[Server]:
    handler = Handler()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield Server(handler, f"smtp://127.0.0.1:{controller.port}")
    controller.stop()


@pytest.fixture
def post(app: Flask) -> Callable[..., int]:
    """Write a letter and return its number."""

    def write(**given: Any) -> int:
        with everything(app) as session:
            letter = letters.post(
                **{
                    "kind": "sign_in_link",
                    "to_email": "aline@musee.example",
                    "to_name": "Aline Delmàs",
                    "language": "fr",
                    "subject": "Musée Goya : votre lien",
                    "text": "Bonjour Aline, voilà « l’été ».\n",
                    "html": "<p>Bonjour Aline, voilà « l’été ».</p>",
                    "now": NOW,
                    **given,
                }
            )
            session.flush()
            return letter.id

    return write


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def use(app: Flask, url: str | None, **more: Any) -> None:
    """Let the application's letters leave by this address."""
    app.extensions["settings"] = replace(app.extensions["settings"], mail_url=url, **more)
