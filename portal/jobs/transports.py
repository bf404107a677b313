"""How a letter leaves: as a file in a folder, or over SMTP (RFC 5321); which one is a setting."""

import os
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from portal.domain.letters import Letter, Outcome

TIMEOUT = 20
PERMANENT = 500


class Transport(Protocol):
    """Something that takes letters away."""

    def send(self, message: EmailMessage) -> Outcome:
        """Take one letter away, and say how that went."""


def compose(letter: Letter, *, host: str, sender: str, now: datetime) -> EmailMessage:
    """Return a letter as it travels: text and HTML, named so that a second copy is recognised (RFC 5322, 3834)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    message["From"] = Address("Musées d’Occitanie", addr_spec=sender)
    message["To"] = Address(letter.to_name, addr_spec=letter.to_email or "")
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<letter-{letter.id}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = letter.language
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message


@dataclass(frozen=True)
class Folder:
    """Writes each letter as an `.eml` file: what an installation without a mail server does."""

    path: Path

    def send(self, message: EmailMessage) -> Outcome:
        """Write the file whole, then give it its name."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            name = str(message["Message-ID"]).strip("<>").partition("@")[0]
            part = self.path / f".{name}.part"
            with part.open("wb") as file:
                file.write(message.as_bytes())
                file.flush()
                os.fsync(file.fileno())
            part.rename(self.path / f"{name}.eml")
        except OSError as error:
            return Outcome(f"{type(error).__name__}: {error.strerror}")
        return Outcome()


@dataclass(frozen=True)
class Smtp:
    """Sends over SMTP, encrypted from the start (`smtps://`) or from STARTTLS (`?starttls=1`)."""

    host: str
    port: int
    user: str | None
    password: str | None
    is_encrypted: bool
    starts_tls: bool

    def send(self, message: EmailMessage) -> Outcome:
        """Hand the letter over; a refusal by a code from 500 on is for good, whatever else is for now."""
        try:
            server = self._open()
            try:
                self._greet(server)
                server.send_message(message)
            finally:
                _leave(server)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            return Outcome(f"{code} {said.decode('utf-8', 'replace')}", is_final=code >= PERMANENT)
        except (
            smtplib.SMTPResponseException
        ) as error:  # our own access, or the text itself: not the address's fault
            return Outcome(f"{error.smtp_code} {_words(error.smtp_error)}")
        except (OSError, smtplib.SMTPException) as error:
            return Outcome(f"{type(error).__name__}: {error}"[:300])
        return Outcome()

    def _greet(self, server: smtplib.SMTP) -> None:
        if self.starts_tls:
            server.starttls(context=ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password or "")

    def _open(self) -> smtplib.SMTP:
        if self.is_encrypted:
            return smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT, context=ssl.create_default_context()
            )
        return smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)


def of(mail_url: str | None, instance: Path) -> Transport:
    """Return the transport that a setting names."""
    if not mail_url:
        return Folder(instance / "outbox")
    parts = urlsplit(mail_url)
    is_encrypted = parts.scheme == "smtps"
    return Smtp(
        parts.hostname or "localhost",
        parts.port or (465 if is_encrypted else 25),
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
        is_encrypted,
        parse_qs(parts.query).get("starttls") == ["1"],
    )


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; a server that answers badly has the letter all the same, or has already said why not."""
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()


def _words(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
