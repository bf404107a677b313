"""Runs a program of the machine on a text: without a shell, for so long at most, with nothing of ours in its hands."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

PATH = os.defpath
MOST_ANSWERED = 200_000
"""Characters kept of an answer."""


class ProgramError(RuntimeError):
    """A program that did not answer in time, or said that it failed."""


@cache
def find(name: str) -> str | None:
    """Return where a program is, if this machine has it; asked once."""
    return shutil.which(name)


def run(command: Sequence[str], text: str, *, seconds: float) -> str:
    """Return what a program answers to a text; raise `ProgramError`.

    Programs that begin others (Apertium is a chain of them) are ended with all of those.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, found by `find`; only the text is somebody's
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": os.environ.get("PATH", PATH), "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    except OSError as error:
        raise ProgramError(f"{command[0]} does not start") from error
    try:
        answer, _nothing = process.communicate(text.encode(), timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise ProgramError(f"{command[0]} did not answer within {seconds} s") from late
    finally:
        _end(process)
    if process.returncode:
        raise ProgramError(f"{command[0]} answered {process.returncode}")
    return answer.decode(errors="replace")[:MOST_ANSWERED]


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and all it has begun; one that has ended already leaves nobody to end."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
