"""Where the real published files are, for the tests that read them; the product never does."""

import os
from pathlib import Path

import pytest

_BESIDE_THE_REPOSITORY = Path(__file__).parents[2] / "shared" / "data"


def reference_path(name: str) -> Path:
    """Path of one reference file; skips the test, naming the file, where there is none."""
    folder = Path(os.environ.get("PORTAL_REFERENCE_DATA") or _BESIDE_THE_REPOSITORY)
    path = folder / name
    if not path.is_file():
        pytest.skip(f"reference file {name} is absent (PORTAL_REFERENCE_DATA says where it is)")
    return path


def reference_bytes(name: str) -> bytes:
    """Content of one reference file; skips the test, naming the file, where there is none."""
    return reference_path(name).read_bytes()
