"""The room's address, which each of its parts adds its views to, and the account a view is about."""

from flask import Blueprint, abort

from portal.domain.accounts import User, profile

blueprint = Blueprint("accounts", __name__, url_prefix="/comptes")

ONE = "/<int(max=2147483647):user_id>/"
"""The address of one account; a larger number is nobody's, on any database."""


def account(user_id: int) -> User:
    """Return an account, erased or not."""
    return profile.by_id(user_id) or abort(404)


def living(user_id: int) -> User:
    """Return the account of somebody who has not been erased: nothing is done to the others."""
    user = account(user_id)
    return user if user.erased_at is None else abort(404)
