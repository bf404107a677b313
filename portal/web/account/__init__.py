"""One's own account, `/compte/`: name, language, address, password, second factor, sessions, rights over one's data."""

from flask import Blueprint, Flask

from portal.web.account import factors, overview, people_rights, proof


def init_app(app: Flask) -> None:
    """Hang the rooms of one's own account."""
    account = Blueprint("account", __name__, url_prefix="/compte")
    for room in (overview, factors, people_rights, proof):
        account.register_blueprint(room.blueprint)
    app.register_blueprint(account)
