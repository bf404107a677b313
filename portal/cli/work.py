"""One command's work: everything written or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from portal.db import WRITE_EVERYTHING, db, enter, writing


@contextmanager
def transaction(*, dry_run: bool = False) -> Iterator[None]:
    """Open the session to every museum, and commit at the end unless it was a rehearsal."""
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        try:
            yield
            if dry_run:
                db.session.rollback()
            else:
                db.session.commit()
        except (OperationalError, ProgrammingError) as error:
            db.session.rollback()
            raise click.ClickException(
                "La base de données ne répond pas comme prévu. Lancez d’abord : flask --app wsgi db upgrade\n"
                f"({str(error.orig).splitlines()[0]})",
            ) from error
