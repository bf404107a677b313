"""Runs the migrations as the role that owns the tables, the same on SQLite and PostgreSQL."""

from alembic import context
from flask import current_app
from sqlalchemy import create_engine, make_url, pool, text

from portal.db import db, prepare

settings = current_app.extensions["settings"]


def include_name(name, type_, _parents):
    """Leave the shadow tables of SQLite's full-text search to SQLite."""
    return not (type_ == "table" and name and name.startswith("search_text_"))


def options():
    return {
        "target_metadata": db.metadata,
        "render_as_batch": True,
        "compare_type": True,
        "include_name": include_name,
    }


def grant_to_application(connection):
    """Let the application's own role use the tables, where the owner is another."""
    owner, role = make_url(settings.migration_database_url).username, make_url(settings.database_url).username
    if connection.dialect.name != "postgresql" or not role or role == owner:
        return
    quoted = connection.dialect.identifier_preparer.quote(role)
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {quoted}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted}",
    ):
        connection.execute(text(statement))


def run_online():
    engine = create_engine(settings.migration_database_url, poolclass=pool.NullPool)
    prepare(engine)
    with engine.connect() as connection:
        context.configure(connection=connection, **options())
        with context.begin_transaction():
            context.run_migrations()
            grant_to_application(connection)
        connection.commit()


def run_offline():
    context.configure(url=settings.migration_database_url, literal_binds=True, **options())
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
