"""What the portal asks of other sites, whatever names, redirects and servers try to make it ask."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from portal.domain.links import Outcome, Standing
from portal.fetch import (
    CertificateError,
    Fetcher,
    NoHostError,
    NotPublicError,
    UnreachableError,
    follow,
    is_public,
    target_of,
)
from portal.fetch.following import Manners
from portal.jobs.links import find_out

PUBLIC = "93.184.216.34"
Answers = dict[str, bytes | Callable[[socket.socket], None]]


def redirect(where: str, status: str = "301 Moved Permanently") -> bytes:
    return f"HTTP/1.1 {status}\r\nLocation: {where}\r\nContent-Length: 0\r\n\r\n".encode()


def plain(status: str = "200 OK", body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


class Site:
    """A server on the loopback that stands for the whole web; it keeps what it was asked, and at which address."""

    def __init__(self, answers: Answers, context: ssl.SSLContext | None = None) -> None:
        self.answers, self.context = answers, context
        self.asked: list[str] = []
        self.dialled: list[str] = []
        self.names: dict[str, list[str]] = {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _address = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            if self.context:
                with self.context.wrap_socket(connection, server_side=True) as proven:
                    self._say(proven)
            else:
                self._say(connection)

    def _say(self, connection: socket.socket) -> None:
        head = connection.recv(65536).decode()
        method, path, _version = head.split("\r\n", maxsplit=1)[0].split(" ")
        host = next(line for line in head.split("\r\n") if line.startswith("Host: "))[6:]
        self.asked.append(f"{method} {host}{path}")
        given = self.answers.get(f"{method} {host}{path}", self.answers.get(f"{host}{path}", plain("404 No")))
        if callable(given):
            given(connection)
        else:
            connection.sendall(given)

    def fetcher(self, **more: object) -> Fetcher:
        def resolve(host: str, _port: int) -> list[str]:
            if host == "nowhere.example":
                raise socket.gaierror(socket.EAI_NONAME, "no such name")
            return self.names.get(host, [PUBLIC])

        def dial(address: str, _port: int, seconds: float) -> socket.socket:
            self.dialled.append(address)
            return socket.create_connection(self.listener.getsockname(), timeout=seconds)

        return Fetcher(**{"resolve": resolve, "dial": dial, "seconds": 5, **more})


@pytest.fixture
def web() -> Iterator[Callable[..., Site]]:
    made = []

    def build(answers: Answers, context: ssl.SSLContext | None = None) -> Site:
        made.append(Site(answers, context))
        return made[-1]

    yield build
    for site in made:
        site.listener.close()


def at_once() -> Manners:
    return Manners(wait=lambda _seconds: None)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "ff02::1",
        "localhost",
        "",
    ],
)
def test_what_is_not_the_public_internet_is_known_however_it_is_written(address: str) -> None:
    assert not is_public(address)


def test_the_public_internet_is_asked() -> None:
    assert is_public(PUBLIC)
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert is_public("::ffff:93.184.216.34")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://musee.example/",
        "javascript:alert(1)",
        "//musee.example",
        "https://somebody:secret@musee.example/",
        "https://musee.example@evil.example/",
        "https://musee.example:8080/",
        "http://musee.example:443/",
        "http://",
        "http://musee.example\\@evil.example/",
        "http://musee.example/a b",
        "http://musee.example/\r\nHost: evil.example",
        "http://musee.example:port/",
        f"http://{'a' * 300}.example/",
        "http://musee.example/" + "a" * 3000,
        "http://[::1/",
    ],
)
def test_only_a_plain_web_address_is_one(address: str) -> None:
    with pytest.raises(NotPublicError):
        target_of(address)


def test_an_address_is_spelled_as_servers_want_it() -> None:
    assert target_of("https://musée.example/salle d’été".replace(" ", "%20")).host == "xn--muse-dpa.example"
    assert target_of("https://a.example/é?q=à&b=%20").path == "/%C3%A9?q=%C3%A0&b=%20"


def test_the_connection_goes_to_the_address_that_was_looked_at(web: Callable[..., Site]) -> None:
    site = web({"musee.example/": plain(body=b"bonjour")})

    assert site.fetcher().ask("http://musee.example/").body == b"bonjour"
    assert site.dialled == [PUBLIC]
    assert site.asked == ["GET musee.example/"]


def test_one_private_address_among_two_makes_a_host_suspect(web: Callable[..., Site]) -> None:
    site = web({})
    site.names = {"half.example": [PUBLIC, "10.0.0.1"], "mapped.example": ["::ffff:127.0.0.1"]}

    for host in site.names:
        with pytest.raises(NotPublicError):
            site.fetcher().ask(f"http://{host}/")
    with pytest.raises(NoHostError):
        site.fetcher().ask("http://nowhere.example/")
    assert site.dialled == []


@pytest.mark.parametrize(
    "where",
    ["http://inside.example/", "file:///etc/passwd", "http://a:b@musee.example/", "http://musee.example:22/"],
)
def test_a_redirect_is_checked_as_if_somebody_had_written_it(web: Callable[..., Site], where: str) -> None:
    site = web({"musee.example/": redirect(where)})
    site.names = {"inside.example": ["127.0.0.1"]}

    with pytest.raises(NotPublicError):
        follow(site.fetcher(), "http://musee.example/", "GET", at_once())
    assert site.asked == ["GET musee.example/"]


def test_redirects_end(web: Callable[..., Site]) -> None:
    site = web({"musee.example/": redirect("/tour"), "musee.example/tour": redirect("/")})

    with pytest.raises(UnreachableError):
        follow(site.fetcher(), "http://musee.example/", "GET", at_once())
    assert len(site.asked) == 6


def test_a_body_without_end_and_one_that_drips_are_both_left(web: Callable[..., Site]) -> None:
    def flood(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        while True:
            connection.sendall(b"x" * 65536)

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Slow: 1\r\n")
            time.sleep(0.02)

    def silent(_connection: socket.socket) -> None:
        time.sleep(2)

    site = web({"a.example/": flood, "b.example/": drip, "c.example/": silent})
    began = time.monotonic()

    assert len(site.fetcher().ask("http://a.example/").body) == 64 * 1024
    for host in ("b.example", "c.example"):
        with pytest.raises(UnreachableError):
            site.fetcher(seconds=0.2).ask(f"http://{host}/")
    assert time.monotonic() - began < 4


def test_a_certificate_must_prove_the_name(web: Callable[..., Site], tmp_path: Path) -> None:
    context = certified("musee.example", tmp_path)
    site = web({"musee.example/": plain(body=b"bonjour"), "other.example/": plain()}, context)
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))

    assert site.fetcher(context=trusting).ask("https://musee.example/").body == b"bonjour"
    for fetcher, host in (
        (site.fetcher(), "musee.example"),
        (site.fetcher(context=trusting), "other.example"),
    ):
        with pytest.raises(CertificateError):
            fetcher.ask(f"https://{host}/")


def certified(name: str, folder: Path) -> ssl.SSLContext:
    """A server's side of TLS with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)  # noqa: TID251 - a certificate is as old as the test
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"musee.example/": plain()}, Outcome(Standing.WORKS)),
        ({"musee.example/": plain("404 No")}, Outcome(Standing.GONE)),
        ({"musee.example/": plain("410 Gone")}, Outcome(Standing.GONE)),
        ({"musee.example/": plain("503 Later")}, Outcome(Standing.UNREACHABLE)),
        ({"musee.example/": plain("403 No programs")}, Outcome(Standing.WORKS)),
        ({"HEAD musee.example/": plain("405 No"), "GET musee.example/": plain()}, Outcome(Standing.WORKS)),
        ({"HEAD musee.example/": b"", "GET musee.example/": plain()}, Outcome(Standing.WORKS)),
        ({"musee.example/": b"not http at all\r\n\r\n"}, Outcome(Standing.UNREACHABLE)),
        (
            {"musee.example/": redirect("http://www.musee.example/"), "www.musee.example/": plain()},
            Outcome(Standing.WORKS),
        ),
        (
            {"musee.example/": redirect("/accueil", "302 Found"), "musee.example/accueil": plain()},
            Outcome(Standing.WORKS),
        ),
        (
            {"musee.example/": redirect("http://ville.example/musee"), "ville.example/musee": plain()},
            Outcome(Standing.MOVED, "http://ville.example/musee"),
        ),
        ({"musee.example/": redirect("http://ville.example/musee")}, Outcome(Standing.GONE)),
        ({"musee.example/": redirect("file:///etc/passwd")}, Outcome(Standing.GONE)),
        ({"musee.example/": redirect("/")}, Outcome(Standing.UNREACHABLE)),
    ],
)
def test_what_is_said_of_a_link(web: Callable[..., Site], answers: Answers, outcome: Outcome) -> None:
    assert find_out(web(answers).fetcher(), "http://musee.example", at_once()) == outcome


def test_a_host_is_asked_once_a_second() -> None:
    waited, clock = [], iter([0.0, 0.0, 0.2, 1.0, 1.0, 1.0])
    manners = Manners(wait=waited.append, now=lambda: next(clock))

    for host in ("a.example", "a.example", "b.example"):
        manners.before(host)

    assert waited == [0.8]
