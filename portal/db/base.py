"""The one SQLAlchemy object of the portal and the base class of its tables."""

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

# Alembic's batch mode, which SQLite needs, can only alter constraints that have a name.
NAMING_CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)


class PortalSession(FlaskSession):
    """A session that knows which museum it may touch (see `portal.db.tenancy`)."""


db = SQLAlchemy(model_class=Model, session_options={"class_": PortalSession})
