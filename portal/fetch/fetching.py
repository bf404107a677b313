"""One request to one address: resolved, looked at, asked at exactly the address that was looked at."""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from portal.fetch.hosts import Target, is_public, target_of
from portal.fetch.troubles import CertificateError, NoHostError, NotPublicError, UnreachableError

AGENT = "MuseesOccitanie"
"""What the portal calls itself; its public address stands behind it."""

Resolve = Callable[[str, int], Sequence[str]]
"""Returns the IP addresses of a host; raises `OSError`."""
Dial = Callable[[str, int, float], socket.socket]
"""Opens a connection to an IP address and a port, within seconds; raises `OSError`."""


@dataclass(frozen=True)
class Answer:
    """What an address answered."""

    status: int
    location: str | None
    """Where it sends one on to, as written."""
    body: bytes
    """The beginning of what it holds; nothing where only the head was asked."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses that the system knows of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """Open a connection."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True)
class Fetcher:
    """How other sites are asked; a test gives its own resolver and dialler."""

    agent: str = AGENT
    seconds: float = 10.0
    """For the whole of a request, however slowly the other side drips."""
    most: int = 64 * 1024
    """Bytes of a body."""
    resolve: Resolve = resolve
    dial: Dial = dial
    context: ssl.SSLContext | None = None
    """Which certificates are believed; the system's by default."""

    def ask(self, address: str, method: str = "GET") -> Answer:
        """Ask an address; raise a `FetchError`."""
        target = target_of(address)
        connection = _Pinned(target, self._pinned(target), self)
        try:
            return self._ask(connection, target, method)
        except ssl.SSLCertVerificationError as error:
            raise CertificateError(error.verify_message) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise UnreachableError(type(error).__name__) from error
        finally:
            connection.close()

    def _pinned(self, target: Target) -> str:
        """Return the one address to connect to; one that is not public among them makes the whole host suspect."""
        try:
            found = self.resolve(target.host, target.port)
        except socket.gaierror as error:
            if error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}:
                raise NoHostError from error
            raise UnreachableError from error
        except (OSError, UnicodeError) as error:
            raise UnreachableError from error
        if not found:
            raise NoHostError
        if not all(is_public(each) for each in found):
            raise NotPublicError
        return found[0]

    def _ask(self, connection: "_Pinned", target: Target, method: str) -> Answer:
        # A timeout of the socket's begins anew with each byte; only a clock beside it ends a slow drip.
        clock = threading.Timer(self.seconds, connection.cut)
        clock.daemon = True
        clock.start()
        try:
            connection.request(
                method,
                target.path,
                headers={"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "identity"},
            )
            response = connection.getresponse()
            body = b"" if method == "HEAD" else response.read(self.most)
            if connection.was_cut:  # what came until then reads as if it were whole
                raise TimeoutError
            return Answer(response.status, response.getheader("Location"), body)
        finally:
            clock.cancel()


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was looked at, under the name that was asked for."""

    def __init__(self, target: Target, address: str, fetcher: Fetcher) -> None:
        super().__init__(target.host, target.port, timeout=fetcher.seconds)
        self._target, self._address, self._fetcher = target, address, fetcher
        self.default_port = target.port  # so that `Host` says no port, as browsers do
        self._under_way: socket.socket | None = None
        self.was_cut = False

    def connect(self) -> None:
        """Connect, and prove over TLS that the other side bears the name."""
        plain = self._fetcher.dial(self._address, self._target.port, self._fetcher.seconds)
        self.sock = self._under_way = plain
        if self.was_cut:
            raise TimeoutError
        if self._target.scheme == "http":
            return
        context = self._fetcher.context or ssl.create_default_context()
        name = self._target.host
        proven = context.wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)
        self.sock = self._under_way = proven  # the plain one is no more: what is to be cut is this one
        proven.do_handshake()

    def cut(self) -> None:
        """End whatever is under way: the time is over."""
        self.was_cut = True
        if self._under_way is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._under_way, socket.SHUT_RDWR)  # TLS's own would first say goodbye
