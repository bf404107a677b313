"""Every setting of one installation: read from the environment, checked before anything starts."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
SHORTEST_SECRET = 32
JOBS = ("thread", "process", "none")
SWITCH = ("on", "off")
ENVIRONMENTS = ("production", "development")
OCCITAN_TOOLS = ("apertium", "hunspell")


@dataclass(frozen=True)
class Tiles:
    """A background for the large map, served by somebody else, with the credit it asks for."""

    address: str
    credit: str

    @property
    def origin(self) -> str:
        """The host that the content policy must let pictures come from."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


class SettingsError(ValueError):
    """A setting that makes no sense; its message is the one French sentence the operator reads."""


@dataclass(frozen=True)
class Settings:
    """What differs between one installation of the portal and another."""

    env: str
    """`PORTAL_ENV`: `production` (the default) or `development`."""
    secret_key: str
    """`PORTAL_SECRET_KEY`: signs sessions and forms; made and kept in the instance folder when absent."""
    database_url: str
    """`PORTAL_DATABASE_URL`: SQLite in the instance folder by default, or `postgresql+psycopg://…`."""
    migration_database_url: str
    """`PORTAL_MIGRATION_DATABASE_URL`: the role that owns the tables on PostgreSQL; the same by default."""
    instance_path: Path
    """`PORTAL_INSTANCE_PATH`: the folder of what belongs to this installation; `instance/` by default."""
    media_path: Path
    """`PORTAL_MEDIA_URL`: the folder of the pictures, `media/` of the instance by default; a path or `file://…`."""
    public_url: str
    """`PORTAL_PUBLIC_URL`: the base of every absolute link, without a final slash."""
    hosts: tuple[str, ...]
    """`PORTAL_HOSTS`: the host names answered to, separated by commas; that of the public address by default."""
    trusted_proxies: int
    """`PORTAL_TRUSTED_PROXIES`: how many proxies in front may be believed about the visitor's address."""
    map_tiles: Tiles | None
    """`PORTAL_MAP_TILES`: an XYZ address, a space, its credit; none by default, so that nothing asks another host."""
    mail_url: str | None
    """`PORTAL_MAIL_URL`: `smtp://user:password@host:port`, `?starttls=1`, or `smtps://…`; files in `outbox/` without."""
    mail_sender: str
    """`PORTAL_MAIL_SENDER`: the address letters come from; `ne-pas-repondre@` the public host by default."""
    redis_url: str | None
    """`PORTAL_REDIS_URL`: `redis://…` for the queue of jobs when several machines run; none by default."""
    jobs: str
    """`PORTAL_JOBS`: `thread` of the server (the default), `process` of its own (`flask jobs run`), or `none`."""
    occitan_tools: frozenset[str]
    """`PORTAL_OCCITAN_TOOLS`: `apertium`, `hunspell` or both, where this machine has them; none by default."""
    checks_links: bool
    """`PORTAL_LINK_CHECKS`: `on` or `off`, whether the links museums wrote are followed at night; on in production."""
    qa_now: datetime | None
    """`PORTAL_QA_NOW`: the instant the whole site believes it is, frozen; never in production."""

    @property
    def is_development(self) -> bool:
        """Whether this installation is somebody's own machine."""
        return self.env == "development"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], root: Path) -> "Settings":
        """Read and check every setting; raises `SettingsError` with one sentence that says what to do."""
        env = environment.get("PORTAL_ENV", "production")
        if env not in ENVIRONMENTS:
            raise SettingsError(f"PORTAL_ENV vaut « {env} » : écrivez production ou development.")
        instance = _instance_path(environment, root)
        database_url = _database_url(environment, instance)
        public_url = _public_url(environment)
        return cls(
            env=env,
            secret_key=_secret_key(environment, instance, env),
            database_url=database_url,
            migration_database_url=environment.get("PORTAL_MIGRATION_DATABASE_URL") or database_url,
            instance_path=instance,
            media_path=_media_path(environment, instance),
            public_url=public_url,
            hosts=_hosts(environment, env, public_url),
            trusted_proxies=_count(environment, "PORTAL_TRUSTED_PROXIES"),
            map_tiles=_map_tiles(environment),
            mail_url=_mail_url(environment),
            mail_sender=_mail_sender(environment, public_url),
            redis_url=_redis_url(environment),
            jobs=_jobs(environment),
            occitan_tools=_occitan_tools(environment),
            checks_links=_checks_links(environment, env),
            qa_now=_qa_now(environment, env),
        )


def _instance_path(environment: Mapping[str, str], root: Path) -> Path:
    path = Path(environment.get("PORTAL_INSTANCE_PATH") or root / "instance").absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"PORTAL_INSTANCE_PATH : le dossier {path} ne peut pas être créé ({error.strerror}). "
            "Choisissez un dossier où le portail peut écrire.",
        ) from error
    return path


def _media_path(environment: Mapping[str, str], instance: Path) -> Path:
    given = environment.get("PORTAL_MEDIA_URL")
    if not given:
        return instance / "media"
    parts = urlsplit(given)
    path = Path(unquote(parts.path) if parts.scheme == "file" else given)
    if (parts.scheme == "file" and parts.netloc) or not path.is_absolute():
        raise SettingsError(
            f"PORTAL_MEDIA_URL vaut « {given} » : écrivez un dossier, par exemple file:///srv/portail/media. "
            "Les stockages s3:// ne sont pas encore pris en charge : montez-les comme un dossier.",
        )
    return path


def _database_url(environment: Mapping[str, str], instance: Path) -> str:
    url = environment.get("PORTAL_DATABASE_URL") or f"sqlite:///{instance / 'portal.sqlite3'}"
    if url.startswith("postgres://"):
        url = "postgresql+psycopg://" + url.removeprefix("postgres://")
    if not url.startswith(("sqlite:///", "postgresql+psycopg://", "postgresql://")):
        raise SettingsError(
            "PORTAL_DATABASE_URL : seules les adresses sqlite:///… et postgresql+psycopg://… conviennent.",
        )
    return url


def _secret_key(environment: Mapping[str, str], instance: Path, env: str) -> str:
    key = environment.get("PORTAL_SECRET_KEY") or _kept_secret(instance / "secret_key")
    if env == "production" and len(key) < SHORTEST_SECRET:
        raise SettingsError(
            f"PORTAL_SECRET_KEY est trop courte : il faut au moins {SHORTEST_SECRET} caractères. "
            "Retirez ce réglage, et le portail en fera une et la gardera.",
        )
    return key


def _kept_secret(path: Path) -> str:
    """Return the secret kept in this file, made the first time, readable by its owner only."""
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    except OSError as error:
        raise SettingsError(
            f"La clé secrète ne peut pas être gardée dans {path} ({error.strerror})."
        ) from error
    return path.read_text(encoding="ascii").strip()


def _public_url(environment: Mapping[str, str]) -> str:
    url = environment.get("PORTAL_PUBLIC_URL", "").rstrip("/")
    if not url:  # a bare start answers on this machine until its public address is told
        return f"http://localhost:{_port(environment)}"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"PORTAL_PUBLIC_URL vaut « {url} » : écrivez une adresse entière, par exemple https://musees-occitanie.fr.",
        )
    return url


def _port(environment: Mapping[str, str]) -> str:
    port = environment.get("PORT", "8000")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise SettingsError(f"PORT vaut « {port} » : écrivez un nombre de 1 à 65535.")
    return port


def _hosts(environment: Mapping[str, str], env: str, public_url: str) -> tuple[str, ...]:
    given = environment.get("PORTAL_HOSTS", "")
    hosts = [host.strip() for host in given.split(",") if host.strip()]
    if not hosts:
        hosts = [urlsplit(public_url).hostname or ""]
        if env == "development" or hosts == ["localhost"]:
            hosts += ["localhost", "127.0.0.1"]
    if any("/" in host or " " in host for host in hosts):
        raise SettingsError(
            "PORTAL_HOSTS : donnez des noms d’hôtes séparés par des virgules, sans http:// ni chemin."
        )
    return tuple(dict.fromkeys(hosts))


def _count(environment: Mapping[str, str], name: str) -> int:
    given = environment.get(name) or "0"
    if not (given.isascii() and given.isdigit() and int(given) <= 10):
        raise SettingsError(f"{name} vaut « {given} » : écrivez un nombre de 0 à 10.")
    return int(given)


def _map_tiles(environment: Mapping[str, str]) -> Tiles | None:
    address, _, credit = environment.get("PORTAL_MAP_TILES", "").strip().partition(" ")
    if not address:
        return None
    is_whole = urlsplit(address).scheme == "https" and all(part in address for part in ("{z}", "{x}", "{y}"))
    if not is_whole or not credit.strip() or any(sign in address for sign in ";,\"'"):
        raise SettingsError(
            "PORTAL_MAP_TILES : écrivez une adresse https avec {z}, {x} et {y}, une espace, puis la mention à afficher.",
        )
    return Tiles(address, credit.strip())


def _mail_url(environment: Mapping[str, str]) -> str | None:
    given = environment.get("PORTAL_MAIL_URL")
    if not given:
        return None
    if not _is_server(given, {"smtp", "smtps"}):
        raise SettingsError(
            "PORTAL_MAIL_URL : écrivez smtp://utilisateur:motdepasse@serveur:port, ou smtps://…"
        )
    return given


def _mail_sender(environment: Mapping[str, str], public_url: str) -> str:
    host = urlsplit(public_url).hostname or "localhost"
    given = environment.get("PORTAL_MAIL_SENDER") or f"ne-pas-repondre@{host}"
    if given.count("@") != 1 or any(sign.isspace() or sign in "<>," for sign in given):
        raise SettingsError(
            "PORTAL_MAIL_SENDER : écrivez une seule adresse, par exemple contact@musees-occitanie.fr."
        )
    return given


def _redis_url(environment: Mapping[str, str]) -> str | None:
    given = environment.get("PORTAL_REDIS_URL")
    if given and not _is_server(given, {"redis", "rediss", "unix"}):
        raise SettingsError("PORTAL_REDIS_URL : écrivez une adresse redis://…")
    return given or None


def _is_server(url: str, schemes: set[str]) -> bool:
    """Return whether an address names a server by one of these protocols, on a port that exists."""
    try:
        parts = urlsplit(url)
        has_place = parts.path if parts.scheme == "unix" else parts.hostname and parts.port != 0
    except ValueError:  # what stands for the port is no number, or too big a one
        return False
    return parts.scheme in schemes and bool(has_place)


def _jobs(environment: Mapping[str, str]) -> str:
    given = environment.get("PORTAL_JOBS") or "thread"
    if given not in JOBS:
        raise SettingsError(f"PORTAL_JOBS vaut « {given} » : écrivez thread, process ou none.")
    return given


def _occitan_tools(environment: Mapping[str, str]) -> frozenset[str]:
    given = environment.get("PORTAL_OCCITAN_TOOLS", "")
    tools = frozenset(name.strip() for name in given.split(",") if name.strip())
    if not tools <= set(OCCITAN_TOOLS):
        raise SettingsError(
            f"PORTAL_OCCITAN_TOOLS vaut « {given} » : écrivez apertium, hunspell, ou les deux séparés par une virgule.",
        )
    return tools


def _checks_links(environment: Mapping[str, str], env: str) -> bool:
    given = environment.get("PORTAL_LINK_CHECKS") or ("on" if env == "production" else "off")
    if given not in SWITCH:
        raise SettingsError(f"PORTAL_LINK_CHECKS vaut « {given} » : écrivez on ou off.")
    return given == "on"


def _qa_now(environment: Mapping[str, str], env: str) -> datetime | None:
    given = environment.get("PORTAL_QA_NOW")
    if not given:
        return None
    if env == "production":
        raise SettingsError(
            "PORTAL_QA_NOW fige l’horloge : retirez ce réglage, il est interdit en production."
        )
    try:
        instant = datetime.fromisoformat(given)
    except ValueError as error:
        raise SettingsError(
            f"PORTAL_QA_NOW vaut « {given} » : écrivez un instant, par exemple 2026-11-01T10:30.",
        ) from error
    return instant if instant.tzinfo else instant.replace(tzinfo=PARIS)
