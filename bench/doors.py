"""What visitors feel while twenty people sign in at once: the 95th centile of public pages, beside the idle one."""

import http.client
import re
import statistics
import threading
import time
from contextlib import closing
from urllib.parse import urlencode

from bench.served import Served

PEOPLE = 20
ASKED = 200
PAGES = ("/fr/", "/fr/musees/", "/fr/musees/musee-goya/")
ADDRESSES = ("responsable", "redaction", "contribution", "ailleurs")
PASSWORD = "un canal et trois platanes"  # noqa: S105 - the demonstration's, printed by `make run`
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def compare(portal: Served) -> None:
    """Print the centiles of public pages alone, then while people sign in without a pause."""
    visit(portal)
    idle = visit(portal)
    over = threading.Event()
    done: list[int] = []
    crowd = [
        threading.Thread(target=_sign_in_again, args=(portal, number, over, done)) for number in range(PEOPLE)
    ]
    for person in crowd:
        person.start()
    time.sleep(1)
    busy = visit(portal)
    over.set()
    for person in crowd:
        person.join()
    ratio = _p95(busy) / _p95(idle)
    print(
        f"  {PEOPLE} people signing in at once ({len(done)} sign-ins): public pages p95 {_p95(busy):.1f} ms"
    )
    print(
        f"  alone {_p95(idle):.1f} ms, x {ratio:.2f}; medians {statistics.median(busy):.1f} and {statistics.median(idle):.1f} ms"
    )


def visit(portal: Served) -> list[float]:
    """Return how long each of many public pages took, in milliseconds."""
    times = []
    with closing(http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)) as connection:
        for turn in range(ASKED):
            began = time.perf_counter()
            connection.request("GET", PAGES[turn % len(PAGES)], headers={"Host": f"localhost:{portal.port}"})
            connection.getresponse().read()
            times.append((time.perf_counter() - began) * 1000)
    return times


def _sign_in_again(portal: Served, number: int, over: threading.Event, done: list[int]) -> None:
    email = f"{ADDRESSES[number % len(ADDRESSES)]}@demo.musees.example"
    while not over.is_set():
        with closing(http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)) as connection:
            host = {"Host": f"localhost:{portal.port}"}
            connection.request("GET", "/connexion", headers=host)
            answer = connection.getresponse()
            cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
            token = _TOKEN.search(answer.read().decode())
            if token is None:
                raise RuntimeError("the door has no form")
            body = urlencode({"csrf_token": token[1], "email": email, "password": PASSWORD})
            form = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
            connection.request("POST", "/connexion", body, {**host, **form})
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.HTTPStatus.SEE_OTHER:
                raise RuntimeError(f"signing in answered {answer.status}")
            done.append(number)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
