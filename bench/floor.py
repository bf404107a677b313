"""The floor every page is compared with: Flask, Jinja and the ORM listing 132 museums on a page of 20 kB."""

import tempfile

from flask import Flask, render_template_string
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LINES = 132
PAGE = """<!doctype html><html lang="fr"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1><ul>
{% for museum in museums %}<li><a href="/musees/{{ museum.slug }}/">{{ museum.name }}</a> <span>{{ museum.town }}</span>
<p>{{ museum.street }}, {{ museum.postcode }}</p></li>{% endfor %}</ul></body></html>"""


class Base(DeclarativeBase):
    """The base of the floor's one table."""


db = SQLAlchemy(model_class=Base)


class Museum(Base):
    """A museum with a few columns."""

    __tablename__ = "museum"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str]
    name: Mapped[str]
    town: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]


def create_app() -> Flask:
    """Return the floor, filled."""
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tempfile.mkdtemp()}/floor.sqlite3"
    db.init_app(app)
    with app.app_context():
        db.drop_all()
        db.create_all()
        db.session.add_all(
            Museum(
                slug=f"musee-{number}",
                name=f"Musée numéro {number}",
                town="Toulouse",
                street=f"{number} rue des Arts",
                postcode="31000",
            )
            for number in range(LINES)
        )
        db.session.commit()

    @app.get("/")
    def show() -> str:
        return render_template_string(
            PAGE, title="Les musées", museums=db.session.scalars(select(Museum)).all()
        )

    return app


app = create_app()
