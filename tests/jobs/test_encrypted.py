"""Letters over TLS: to a server whose certificate is good, and never to another."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from flask import Flask

from portal.domain import letters
from portal.jobs import outbox
from tests.cast import everything
from tests.jobs.conftest import NOW, Handler, free_port, use

Post = Callable[..., int]
PASSWORD = "p@ss:/mot"

# aiosmtpd does not see that a connection wrapped from its beginning is encrypted too.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for the loopback, with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)  # noqa: TID251 - certificates are checked against the machine's clock
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem)
    )
    return path


@pytest.fixture(params=["smtps", "starttls"])
def encrypted(request: pytest.FixtureRequest, certificate: Path) -> Iterator[tuple[Handler, str]]:
    """A server that asks for TLS and a password, with the address that reaches it."""
    handler = Handler()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    is_wrapped = request.param == "smtps"
    controller = Controller(
        handler,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=context if is_wrapped else None,
        tls_context=None if is_wrapped else context,
        require_starttls=not is_wrapped,
        authenticator=_authenticate,
        auth_required=True,
        auth_require_tls=not is_wrapped,
    )
    controller.start()
    place = f"portail:p%40ss%3A%2Fmot@127.0.0.1:{controller.port}"
    yield handler, f"smtps://{place}" if is_wrapped else f"smtp://{place}?starttls=1"
    controller.stop()


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    is_known = isinstance(given, LoginPassword) and given == LoginPassword(b"portail", PASSWORD.encode())
    return AuthResult(success=is_known, handled=False)


def send(app: Flask) -> int:
    with app.app_context():
        return outbox.send_due(NOW)


def trouble(app: Flask, id_: int) -> tuple[str, bool]:
    with everything(app):
        letter = letters.by_id(id_)
        return letter.trouble, letter.due_at is not None


def test_a_letter_leaves_encrypted_under_our_name(
    app: Flask,
    post: Post,
    encrypted: tuple[Handler, str],
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handler, url = encrypted
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    use(app, url)
    post()

    assert send(app) == 1
    assert len(handler.received) == 1


def test_a_certificate_nobody_vouches_for_is_refused(
    app: Flask, post: Post, encrypted: tuple[Handler, str]
) -> None:
    handler, url = encrypted
    use(app, url)
    id_ = post()

    assert send(app) == 0
    said, is_tried_again = trouble(app, id_)
    assert "CERTIFICATE_VERIFY_FAILED" in said
    assert is_tried_again
    assert handler.received == []


def test_a_wrong_password_is_ours_to_mend_and_is_not_told(
    app: Flask,
    post: Post,
    encrypted: tuple[Handler, str],
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, url = encrypted
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    use(app, url.replace("mot@", "faux@"))
    id_ = post()

    assert send(app) == 0
    said, is_tried_again = trouble(app, id_)
    assert said.startswith("535")
    assert "faux" not in said
    assert is_tried_again
