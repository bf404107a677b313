"""What visitors feel while twenty people sign in at once: the 95th centile of public pages, beside the idle one."""

import http.client
import re
import statistics
import time
from contextlib import closing
from multiprocessing import Process
from threading import Thread
from urllib.parse import urlencode

from bench.served import Served
from portal.domain.accounts import demonstration

PEOPLE = 20
ASKED = 200
PAGES = ("/fr/", "/fr/musees/", "/fr/musees/musee-goya/")
ADDRESSES = [demonstration.address_of(person) for person in demonstration.PEOPLE if person.slug]
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def compare(portal: Served) -> None:
    """Print the centiles of public pages alone, then while people sign in without a pause."""
    visit(portal)
    idle = visit(portal)
    # A process of its own: its threads must not take from the visitor what is measured.
    crowd = Process(target=_crowd, args=(portal,))
    crowd.start()
    time.sleep(2)
    busy = visit(portal)
    still = crowd.is_alive()
    crowd.terminate()
    crowd.join()
    if not still:
        raise RuntimeError("the crowd had gone before the visitor")
    ratio = _p95(busy) / _p95(idle)
    print(
        f"  {PEOPLE} people signing in without a pause: public pages p95 {_p95(busy):.1f} ms, alone {_p95(idle):.1f} ms"
    )
    print(f"  x {ratio:.2f}; medians {statistics.median(busy):.1f} and {statistics.median(idle):.1f} ms")


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


def _crowd(portal: Served) -> None:
    people = [Thread(target=_sign_in_again, args=(portal, number)) for number in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()


def _sign_in_again(portal: Served, number: int) -> None:
    email = ADDRESSES[number % len(ADDRESSES)]
    while True:
        with closing(http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)) as connection:
            host = {"Host": f"localhost:{portal.port}"}
            connection.request("GET", "/connexion", headers=host)
            answer = connection.getresponse()
            cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
            token = _TOKEN.search(answer.read().decode())
            if token is None:
                raise RuntimeError("the door has no form")
            body = urlencode({"csrf_token": token[1], "email": email, "password": demonstration.PASSWORD})
            form = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
            connection.request("POST", "/connexion", body, {**host, **form})
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.HTTPStatus.SEE_OTHER:
                raise RuntimeError(f"signing in answered {answer.status}")


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
