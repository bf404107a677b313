"""What the site is served with that others wrote: read from the vendored files' own manifest."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

MANIFEST = Path(__file__).resolve().parents[2] / "static" / "vendor" / "manifest.json"


@dataclass(frozen=True)
class Package:
    """A vendored package, as the credits name it."""

    name: str
    version: str
    licence: str


@lru_cache(maxsize=1)
def packages() -> tuple[Package, ...]:
    """Return the vendored packages, by name."""
    listed = json.loads(MANIFEST.read_text(encoding="utf-8"))
    found = [Package(item["name"], item["version"], item["licence"]) for item in listed]
    return tuple(sorted(found, key=lambda package: package.name))
