"""What a 24-megapixel photo costs: the answer to its sender, its copies, and the memory of the server meanwhile."""

import http.client
import io
import os
import random
import re
import tempfile
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pillow_heif
from PIL import Image

from bench.served import Served, furnish, serve
from portal.domain.accounts import demonstration

ROOM = f"/espace/{demonstration.MUSEUMS[0]}/photos/"
WIDTH, HEIGHT = 6000, 4000
PATIENCE = 60.0
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_BOUNDARY = "photo-of-the-bench"


def main() -> None:
    """Measure one photo in each of two formats."""
    with tempfile.TemporaryDirectory() as folder:
        environment = furnish(Path(folder), 0)
        for kind in ("JPEG", "HEIF"):
            with serve("wsgi:app", environment) as portal:
                measure(portal, kind)


def measure(portal: Served, kind: str) -> None:
    """Send a photo and print what it cost."""
    content = photo(kind)
    with closing(http.client.HTTPConnection("127.0.0.1", portal.port, timeout=120)) as connection:
        person = Person(connection, portal.port)
        person.sign_in()
        idle = portal.memory()
        before = set(re.findall(rf"{ROOM}(\d+)/", person.get(ROOM)))
        began = time.perf_counter()
        person.send(content)
        answered = time.perf_counter() - began
        [number] = set(re.findall(rf"{ROOM}(\d+)/", person.get(ROOM))) - before
        while f"{ROOM}{number}/480.webp" not in person.get(ROOM):
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError("the copies were not made")
            time.sleep(0.1)
        made = time.perf_counter() - began
    print(
        f"  {kind} of {WIDTH} × {HEIGHT}, {len(content) / 1e6:.1f} MB: answered after {answered:.2f} s, copies made after "
        f"{made:.1f} s; memory of the server at its highest {portal.highest_memory():.0f} MB (idle {idle:.0f})"
    )


class Person:
    """Somebody of the demonstration in their browser."""

    def __init__(self, connection: http.client.HTTPConnection, port: int) -> None:
        self.connection, self.cookie, self.token = connection, "", ""
        self.host = {"Host": f"localhost:{port}"}

    def sign_in(self) -> None:
        """Come in by the door."""
        self.get("/connexion")
        email = demonstration.address_of(demonstration.PEOPLE[0])
        fields = {"csrf_token": self.token, "email": email, "password": demonstration.PASSWORD}
        self._post("/connexion", urlencode(fields).encode(), "application/x-www-form-urlencoded")
        self.get(ROOM)

    def get(self, path: str) -> str:
        """Open a page, and remember the token of its forms."""
        self.connection.request("GET", path, headers={**self.host, "Cookie": self.cookie})
        answer = self.connection.getresponse()
        html = answer.read().decode()
        self._remember(answer)
        found = _TOKEN.search(html)
        self.token = found[1] if found else self.token
        return html

    def send(self, content: bytes) -> None:
        """Send a photo by the room's form."""
        parts = (
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{self.token}\r\n',
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n',
        )
        body = "".join(parts).encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()
        self._post(ROOM, body, f"multipart/form-data; boundary={_BOUNDARY}")

    def _post(self, path: str, body: bytes, kind: str) -> None:
        headers = {**self.host, "Cookie": self.cookie, "Content-Type": kind}
        self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        answer.read()
        self._remember(answer)
        if answer.status != http.HTTPStatus.SEE_OTHER:
            raise RuntimeError(f"{path} answered {answer.status}")

    def _remember(self, answer: http.client.HTTPResponse) -> None:
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            if cookie.startswith("session="):
                self.cookie = cookie.partition(";")[0]


def photo(kind: str) -> bytes:
    """Return a photo with the grain of a real one, so that it weighs what a real one does."""
    chance = random.Random(24)  # noqa: S311 - the same photo each time
    small = Image.frombytes("RGB", (60, 40), bytes(chance.randrange(256) for _ in range(60 * 40 * 3)))
    sky = small.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    grain = Image.effect_noise((WIDTH // 2, HEIGHT // 2), 24).resize((WIDTH, HEIGHT)).convert("RGB")
    picture, written = Image.blend(sky, grain, 0.25), io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(picture).save(written, quality=60)
    else:
        picture.save(written, kind, quality=90)
    return written.getvalue()


if __name__ == "__main__":
    print(f"{os.cpu_count()} cores")
    main()
