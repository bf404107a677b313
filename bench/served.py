"""One application served by the production server, and the processor time its answers cost."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
_numbers = count(100_000)


@dataclass(frozen=True)
class Served:
    """A running server, on the loopback only."""

    port: int
    pid: int

    def get(self, path: str, times: int, headers: Mapping[str, str] | None = None) -> int:
        """Ask for a page so many times over one connection; return the size of its answer in bytes.

        A `{n}` in the path is another number each time: what nobody has asked for yet.
        """
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            size = 0
            for _ in range(times):
                connection.request(
                    "GET",
                    path.format(n=next(_numbers)),
                    headers={"Host": f"localhost:{self.port}", **(headers or {})},
                )
                answer = connection.getresponse()
                size = len(answer.read())
                if answer.status != http.HTTPStatus.OK:
                    raise RuntimeError(f"{path} answered {answer.status}")
        return size

    def cpu(self, path: str, times: int = 200) -> float:
        """Return the processor time of one answer, in milliseconds, over the whole tree of processes."""
        before = _seconds(self.pid)
        self.get(path, times)
        return (_seconds(self.pid) - before) / times * 1000

    def memory(self) -> float:
        """Return the memory of the whole tree of processes, shared pages counted once (PSS), in MB."""
        return sum(_pss(pid) for pid in _tree(self.pid)) / 1024

    def highest_memory(self) -> float:
        """Return the most memory that the largest process of the tree ever held (VmHWM), in MB."""
        return max(_highest(pid) for pid in _tree(self.pid)) / 1024


@contextmanager
def serve(target: str, environment: Mapping[str, str], workers: int = 1) -> Iterator[Served]:
    """Serve an application until the block ends."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", str(workers), "--blocking-threads", "32", "--no-ws", target]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PORTAL_ENV": "development", "PORT": str(port), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def furnish(folder: Path, copies: int) -> dict[str, str]:
    """Make an installation in a folder, with so many copies of its museums; return what starts it."""
    environment = {"PORTAL_INSTANCE_PATH": str(folder), "PORTAL_ENV": "development"}
    for command in (["db", "upgrade"], ["seed", "register"], ["seed", "demo"]):
        flask = [Path(sys.executable).with_name("flask"), "--app", "wsgi", *command]
        subprocess.run(flask, cwd=ROOT, env={**os.environ, **environment}, check=True, capture_output=True)
    if copies:
        program = [sys.executable, "-m", "bench.crowd", str(copies)]
        subprocess.run(program, cwd=ROOT, env={**os.environ, **environment}, check=True)
    return environment


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(found for child in children for found in _tree(int(child)))]


def _seconds(pid: int) -> float:
    ticks = 0
    for each in _tree(pid):
        fields = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def _pss(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def _highest(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
