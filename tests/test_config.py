"""Bad settings stop the start with one sentence; good ones are read as README says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.config import Settings, SettingsError


def read(tmp_path: Path, **environment: str) -> Settings:
    return Settings.from_environment(environment, tmp_path)


def test_nothing_set_is_a_production_that_works(tmp_path: Path) -> None:
    settings = read(tmp_path)

    assert settings.env == "production"
    assert settings.database_url == f"sqlite:///{tmp_path / 'instance' / 'portal.sqlite3'}"
    assert settings.public_url == "http://localhost:8000"
    assert set(settings.hosts) == {"localhost", "127.0.0.1"}
    assert settings.qa_now is None


def test_letters_are_files_and_jobs_a_thread_unless_told(tmp_path: Path) -> None:
    settings = read(tmp_path, PORTAL_PUBLIC_URL="https://musees-occitanie.fr")

    assert (settings.mail_url, settings.redis_url, settings.jobs) == (None, None, "thread")
    assert settings.mail_sender == "ne-pas-repondre@musees-occitanie.fr"


def test_the_secret_is_made_once_and_kept_for_its_owner_only(tmp_path: Path) -> None:
    first = read(tmp_path).secret_key

    assert len(first) >= 32
    assert read(tmp_path).secret_key == first
    assert (tmp_path / "instance" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_hosts_are_those_of_the_public_address(tmp_path: Path) -> None:
    assert read(tmp_path, PORTAL_PUBLIC_URL="https://musees-occitanie.fr/").hosts == ("musees-occitanie.fr",)
    development = read(tmp_path, PORTAL_PUBLIC_URL="https://essai.example", PORTAL_ENV="development")
    assert development.hosts == ("essai.example", "localhost", "127.0.0.1")


def test_the_public_address_of_a_development_follows_the_port(tmp_path: Path) -> None:
    assert read(tmp_path, PORTAL_ENV="development", PORT="8080").public_url == "http://localhost:8080"


def test_the_owner_of_the_tables_is_the_application_unless_told(tmp_path: Path) -> None:
    assert read(tmp_path).migration_database_url == read(tmp_path).database_url


def test_a_frozen_instant_without_offset_is_in_paris(tmp_path: Path) -> None:
    settings = read(tmp_path, PORTAL_ENV="development", PORTAL_QA_NOW="2026-11-01T10:30")

    assert settings.qa_now is not None
    assert settings.qa_now.astimezone(UTC) == datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORTAL_ENV", "prod", "production ou development"),
        ("PORTAL_SECRET_KEY", "court", "trop courte"),
        ("PORTAL_DATABASE_URL", "mysql://localhost/portail", "sqlite:///"),
        ("PORTAL_PUBLIC_URL", "musees-occitanie.fr", "adresse entière"),
        ("PORTAL_HOSTS", "http://musees-occitanie.fr", "séparés par des virgules"),
        ("PORTAL_TRUSTED_PROXIES", "beaucoup", "nombre de 0 à 10"),
        ("PORTAL_QA_NOW", "2026-11-01", "interdit en production"),
        ("PORT", "99999", "1 à 65535"),
        ("PORTAL_MAIL_URL", "mail.example:25", "smtp://"),
        ("PORTAL_MAIL_URL", "smtp://mail.example:vingt-cinq", "smtp://"),
        ("PORTAL_MAIL_URL", "smtp://", "smtp://"),
        ("PORTAL_MAIL_SENDER", "Musées <contact@musees.example>", "une seule adresse"),
        ("PORTAL_MAIL_SENDER", "contact", "une seule adresse"),
        ("PORTAL_REDIS_URL", "http://redis.example", "redis://"),
        ("PORTAL_REDIS_URL", "redis://redis.example:99999", "redis://"),
        ("PORTAL_JOBS", "toujours", "thread, process ou none"),
        ("PORTAL_MAP_TILES", "https://tuiles.example/{z}/{x}.png IGN", "{z}, {x} et {y}"),
        ("PORTAL_MAP_TILES", "https://tuiles.example/{z}/{x}/{y}.png", "la mention à afficher"),
        ("PORTAL_MAP_TILES", "http://tuiles.example/{z}/{x}/{y}.png IGN", "adresse https"),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_sentence(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    with pytest.raises(SettingsError, match=said) as refusal:
        read(tmp_path, **{name: value})

    assert name in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_unreadable_instant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="2026-11-01T10:30"):
        read(tmp_path, PORTAL_ENV="development", PORTAL_QA_NOW="demain")


def test_tiles_are_an_address_and_its_credit(tmp_path: Path) -> None:
    tiles = read(tmp_path, PORTAL_MAP_TILES="https://tuiles.example/{z}/{x}/{y}.png © IGN, Plan V2").map_tiles

    assert tiles is not None
    assert (tiles.origin, tiles.credit) == ("https://tuiles.example", "© IGN, Plan V2")
    assert read(tmp_path).map_tiles is None
