"""The editor of the dashboards: Tiptap and what it needs, bundled by esbuild into one file, with every licence."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

ENTRY = Path(__file__).with_name("editor.js")
BUNDLE, NOTICE = "editor.js", "LICENSE"
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


def bundle(home: Path) -> dict[str, bytes]:
    """Return the bundle and its licences, from the packages installed in ``home``."""
    folder = home.parent
    shutil.copy(ENTRY, folder / ENTRY.name)
    command = [
        str(home / ".bin" / "esbuild"),
        ENTRY.name,
        "--bundle",
        "--format=esm",
        "--minify",
        "--target=es2020",
        "--legal-comments=none",
        "--charset=utf8",
        "--metafile=meta.json",
        f"--outfile=bundled/{BUNDLE}",
        "--log-level=warning",
    ]
    subprocess.run(command, cwd=folder, check=True)
    used = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["inputs"]
    names = sorted({match[1] for path in used if (match := _PACKAGE.search(path))})
    notice = "\n\n".join(_notice(home / name, name) for name in names) + "\n"
    return {BUNDLE: (folder / "bundled" / BUNDLE).read_bytes(), NOTICE: notice.encode()}


def _notice(package: Path, name: str) -> str:
    """Return the licence of one bundled package, under its name and version."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    found = sorted(path for path in package.iterdir() if path.name.upper().startswith("LICEN"))
    text = found[0].read_text(encoding="utf-8").strip() if found else ""
    if not text and about["license"] != "MIT":
        raise SystemExit(f"{name}: no licence text, and not MIT")
    return f"{name} {about['version']} ({about['license']})\n\n{text}".strip()
