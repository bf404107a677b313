"""Measures the portal in one run, beside its floor, and prints what docs/performance.md quotes."""

import statistics
import tempfile
from pathlib import Path

from bench import doors, pictures
from bench.served import Served, furnish, serve

PAGES = {
    "home": "/fr/",
    "guide": "/fr/musees/",
    "search": "/fr/musees/?q=musee+toulouse",
    "search, broad": "/fr/musees/?q=musee",
    "near": "/fr/musees/?pres=albi&rayon=60",
    "near, anywhere": "/fr/musees/?pres=43.9{n},2.14&rayon=60",
    "guide, filtered": "/fr/musees/?theme=beaux-arts&departement=31",
    "museum": "/fr/musees/musee-des-augustins/",
    "open on a date": "/fr/musees/?date=2026-12-06&ouvert=1",
    "open on a weekend": "/fr/musees/?date=2026-12-05..2026-12-06&ouvert=1",
    "theme": "/fr/themes/archeologie/",
    "museum in Occitan": "/oc/musees/musee-des-augustins/",
}
ROUNDS = 5


def main() -> None:
    """Measure at the register's size and at ten times that."""
    for copies in (0, 9):
        with tempfile.TemporaryDirectory() as folder:
            environment = furnish(Path(folder), copies)
            print(
                f"\n{132 * (copies + 1)} museums: CPU of one uncached answer, milliseconds, median of {ROUNDS} rounds"
            )
            with serve("bench.floor:app", {}) as floor, serve("wsgi:app", environment) as portal:
                _compare(floor, portal)
                print(f"  memory, 1 worker: {portal.memory():.0f} MB")
            with serve("wsgi:app", environment, workers=2) as portal:
                for path in PAGES.values():
                    portal.get(path, 20)
                print(f"  memory, 2 workers: {portal.memory():.0f} MB")
                doors.compare(portal)
    pictures.main()


def _compare(floor: Served, portal: Served) -> None:
    for path in PAGES.values():
        portal.get(path, 30)
    floor.get("/", 50)
    rounds = []
    for _ in range(ROUNDS):  # in turn, so that a slow moment of the machine is everybody's
        base = floor.cpu("/")
        rounds.append({"floor": base} | {name: portal.cpu(path, 100) for name, path in PAGES.items()})
    base = statistics.median(each["floor"] for each in rounds)
    print(f"  {'floor':18} {base:6.2f}")
    for name, path in PAGES.items():
        cost = statistics.median(each[name] for each in rounds)
        ratio = statistics.median(each[name] / each["floor"] for each in rounds)
        size = portal.get(path, 1)
        small = portal.get(path, 1, {"Accept-Encoding": "br"})
        print(
            f"  {name:18} {cost:6.2f}  x {ratio:4.2f} of the floor   {size / 1000:6.1f} kB, brotli {small / 1000:5.1f} kB"
        )


if __name__ == "__main__":
    main()
