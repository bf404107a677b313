"""Communes: every commune of Occitanie with its postcodes, from Etalab's table of France's territory (MIT).

``python scripts/communes.py`` writes portal/register/communes.csv; ``--check`` writes nothing and fails when it
differs. Needs npm and the network. The table holds no coordinates.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "portal/register/communes.csv"
PACKAGE = "@etalab/decoupage-administratif@6.0.0"
INTEGRITY = "sha512-XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ=="
OCCITANIE = "76"
COLUMNS = ("insee", "name", "departement", "postcodes", "population")


def download(folder: Path) -> list[dict[str, Any]]:
    """Return the package's communes, running none of its scripts; refuse any other archive than the known one."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the communes")
    command = [npm, "pack", PACKAGE, "--json", "--ignore-scripts", "--pack-destination", str(folder)]
    packed = json.loads(
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    )[0]
    if packed["integrity"] != INTEGRITY:
        raise SystemExit(f"{PACKAGE} is not the archive it was: {packed['integrity']}")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile("package/data/communes.json")
        if member is None:
            raise SystemExit(f"{PACKAGE} holds no communes")
        communes: list[dict[str, Any]] = json.load(member)
    return communes


def table(communes: list[dict[str, Any]]) -> str:
    """Return our table: the communes of today, not those they were made of."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    own = (c for c in communes if c.get("region") == OCCITANIE and c["type"] == "commune-actuelle")
    for commune in sorted(own, key=lambda commune: commune["code"]):
        name = commune["nom"].replace("'", "’")
        postcodes = ";".join(sorted(commune.get("codesPostaux", [])))
        writer.writerow(
            (commune["code"], name, commune["departement"], postcodes, commune.get("population", 0))
        )
    return out.getvalue()


def main() -> int:
    """Write the table, or check it; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the table of Occitanie's communes.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the table differs")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        made = table(download(Path(folder))).encode()
    differs = not TARGET.is_file() or TARGET.read_bytes() != made
    if differs and not check:
        TARGET.write_bytes(made)
    count = made.count(b"\n") - 1
    print(f"{count} communes, {'differing' if differs else 'as committed'}")
    return 1 if check and differs else 0


if __name__ == "__main__":
    sys.exit(main())
