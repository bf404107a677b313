"""The store of files: names of our own only, contents whole or not at all."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portal.config import Settings, SettingsError
from portal.files import Folder, NameRefusedError

NAME = "originals/12/abc.jpeg"


@pytest.fixture
def store(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "media")


def test_what_is_put_is_found_and_forgotten(store: Folder) -> None:
    store.put(NAME, b"one")
    store.put(NAME, b"two")

    assert store.exists(NAME)
    with store.open(NAME) as file:
        assert file.read() == b"two"
    assert list(store.names("originals")) == [NAME]
    store.delete(NAME)
    store.delete(NAME)
    assert not store.exists(NAME)
    assert list(store.names("originals")) == []


@pytest.mark.parametrize(
    "name",
    ["../secret.key", "originals/../../secret.key", "/etc/passwd.txt", "originals//x.jpg", "originals/x", "x.jpg",
     "originals/12/.x.jpg", "originals\\12\\x.jpg", "originals/12/x.jpg\0.png", "originals/12/x.jpg\n", "Originals/x.jpg",
     "originals/é.jpg", "", ".", f"originals/{'a' * 300}.jpg"],
)  # fmt: skip
def test_a_name_that_is_not_ours_reaches_no_disk(store: Folder, name: str) -> None:
    for act in (store.open, store.delete, store.exists, lambda name: store.put(name, b"x")):
        with pytest.raises(NameRefusedError):
            act(name)
    assert not store.path.exists()


def test_a_write_that_fails_leaves_nothing(store: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(NAME, b"x")

    assert [path for path in store.path.rglob("*") if path.is_file()] == []


def test_only_what_is_old_enough_is_named(store: Folder) -> None:
    store.put(NAME, b"x")
    now = datetime.now(UTC)  # noqa: TID251 - files are as old as the machine says

    assert list(store.names("originals", now - timedelta(hours=1))) == []
    assert list(store.names("originals", now + timedelta(hours=1))) == [NAME]


@pytest.mark.parametrize(
    "given", ["s3://bucket/folder", "https://example.org/", "media", "file://host/srv/media"]
)
def test_a_place_that_is_no_folder_stops_the_start(tmp_path: Path, given: str) -> None:
    with pytest.raises(SettingsError, match="PORTAL_MEDIA_URL"):
        Settings.from_environment({"PORTAL_ENV": "development", "PORTAL_MEDIA_URL": given}, tmp_path)


@pytest.mark.parametrize(
    ("given", "path"), [("file:///srv/m%C3%A9dia", "/srv/média"), ("/srv/media", "/srv/media")]
)
def test_a_folder_is_told_as_a_path_or_an_address(tmp_path: Path, given: str, path: str) -> None:
    settings = Settings.from_environment({"PORTAL_ENV": "development", "PORTAL_MEDIA_URL": given}, tmp_path)

    assert settings.media_path == Path(path)
