"""The portal of the museums of Occitanie: `create_app()` puts its parts together, in reading order."""

import os
from pathlib import Path

from flask import Flask
from sqlalchemy.exc import OperationalError, ProgrammingError
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import cli, db, files, jobs, web
from portal.config import Settings
from portal.domain.accounts import administration

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application for these settings, read from the environment when not given."""
    settings = settings or Settings.from_environment(os.environ, ROOT)
    app = Flask("portal", instance_path=str(settings.instance_path), static_folder=None)
    app.config.from_mapping(_flask_settings(settings))
    app.extensions["settings"] = settings
    app.extensions["files"] = files.Folder(settings.media_path)
    db.init_app(app)
    web.init_app(app)
    jobs.init_app(app)
    cli.init_app(app)
    if settings.trusted_proxies:  # believed about the visitor's address and scheme, never about the host
        behind = ProxyFix(app.wsgi_app, x_for=settings.trusted_proxies, x_proto=settings.trusted_proxies)
        app.wsgi_app = behind  # type: ignore[method-assign]  # as Flask's own documentation does
    return app


def production_refusal(app: Flask) -> str | None:
    """Return why production must not start on this database, if it must not: accounts that anybody may enter with."""
    if app.extensions["settings"].is_development:
        return None
    with app.app_context():
        try:
            found = administration.demonstration_accounts_exist(db.db.session())
        except (OperationalError, ProgrammingError):  # no tables yet: `/readyz` says so
            return None
        finally:
            db.db.session.remove()
    if not found:
        return None
    return "La base contient les comptes de démonstration. Lancez d’abord : flask --app wsgi seed remove-demo"


def _flask_settings(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "TRUSTED_HOSTS": list(settings.hosts),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        # As many connections as granian's 32 threads may want at once; they are opened when needed.
        "SQLALCHEMY_ENGINE_OPTIONS": {"pool_size": 8, "max_overflow": 24},
        # A form is small; a room that takes files says so itself, by `request.max_content_length`.
        "MAX_CONTENT_LENGTH": 2 * 1024 * 1024,
        # A text too long to keep is read whole all the same, so that it is refused by its field and given back.
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "MAX_FORM_PARTS": 2000,
        "PREFERRED_URL_SCHEME": settings.public_url.partition(":")[0],
    }
