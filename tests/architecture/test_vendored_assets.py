"""The vendored front-end files are the ones that were reviewed, and each stands beside its licence."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "portal/static/vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("package", MANIFEST, ids=lambda package: package["name"])
def test_every_file_is_the_one_the_manifest_names(package):
    for path, digest in package["files"].items():
        assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == digest, path


@pytest.mark.parametrize("package", MANIFEST, ids=lambda package: package["name"])
def test_every_package_keeps_its_licence_beside_it(package):
    assert package["notice"] in package["files"]
    assert len((ROOT / package["notice"]).read_text(encoding="utf-8")) > 500


def test_nothing_lies_in_the_vendor_folders_unannounced():
    named = {path for package in MANIFEST for path in package["files"]}
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in (VENDOR, ROOT / "tests/vendor")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found - named == {"portal/static/vendor/manifest.json"}


def test_versions_are_those_of_package_json():
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    wanted = wanted["dependencies"] | wanted["devDependencies"]
    assert {package["name"]: package["version"] for package in MANIFEST}.items() <= wanted.items()


def test_the_lock_file_names_no_address_to_download_from():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is needed to rebuild the vendored files")
def test_a_fresh_build_gives_the_committed_files():
    script = [sys.executable, str(ROOT / "scripts/vendor.py"), "--check"]
    result = subprocess.run(script, capture_output=True, text=True, check=False, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr
