"""Passkeys (WebAuthn level 3), by py_webauthn: a key of the person's own device signs them in."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select, update
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from portal.db import db
from portal.domain.accounts import names
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Passkey, User

LONGEST_NAME = 60
MOST = 20
"""Keys one person may have."""
_UNSOUND = (WebAuthnException, ValueError, KeyError, TypeError, AttributeError)
"""What an answer that is no answer makes py_webauthn raise: it takes any JSON for a credential."""


@dataclass(frozen=True)
class Place:
    """Where keys are valid: browsers bind them to the public address."""

    origin: str
    host: str

    @classmethod
    def of(cls, public_url: str) -> "Place":
        """Return the place of a public address."""
        parts = urlsplit(public_url)
        return cls(f"{parts.scheme}://{parts.netloc}", parts.hostname or "localhost")


def of_user(user_id: int) -> list[Passkey]:
    """Return a person's keys, oldest first."""
    return list(db.session.scalars(select(Passkey).where(Passkey.user_id == user_id).order_by(Passkey.id)))


def ask_to_register(user: User, place: Place) -> tuple[dict[str, Any], str]:
    """Return what a browser needs to make a key, and the challenge to keep in the session."""
    options = generate_registration_options(
        rp_id=place.host,
        rp_name="Musées d’Occitanie",
        user_id=str(user.id).encode(),
        user_name=user.email or "",
        user_display_name=user.name or user.email or "",
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=key.credential_id) for key in of_user(user.id)],
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def register(
    user: User, answer: Any, *, challenge: str, place: Place, name: str, by: Actor, now: datetime
) -> Passkey | None:
    """Keep the key that a browser has made; nothing where its answer does not hold. Raises `NameRefusedError`."""
    try:
        verified = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=place.host,
            expected_origin=place.origin,
        )
    except _UNSOUND:
        return None
    if _by_credential(verified.credential_id) is not None or len(of_user(user.id)) >= MOST:
        return None
    key = Passkey(
        user_id=user.id,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        name=names.tidy(name, LONGEST_NAME),
        made_at=now,
    )
    db.session.add(key)
    note("account.second_factor_set", by=by, now=now, subject=f"user:{user.id}", after={"kind": "passkey"})
    return key


def ask_to_sign_in(place: Place, user_id: int | None = None) -> tuple[dict[str, Any], str]:
    """Return what a browser needs to sign in with a key, and the challenge to keep in the session."""
    keys = of_user(user_id) if user_id is not None else []
    options = generate_authentication_options(
        rp_id=place.host,
        allow_credentials=[PublicKeyCredentialDescriptor(id=key.credential_id) for key in keys],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def sign_in(answer: Any, *, challenge: str, place: Place, now: datetime) -> tuple[User, bool] | None:
    """Return whose key answered, and whether the device checked the person; nothing where it does not hold."""
    try:
        credential_id = base64url_to_bytes(answer["rawId"])
    except _UNSOUND:
        return None
    key = _by_credential(credential_id)
    user = db.session.get(User, key.user_id) if key else None
    if key is None or user is None or not user.may_sign_in:
        return None
    try:
        verified = verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
        )
    except _UNSOUND:
        return None
    # An answer given twice at once: a key that counts is believed once (WebAuthn 3, 6.1.1).
    unmoved = (Passkey.id == key.id, Passkey.sign_count == key.sign_count)
    moved = update(Passkey).where(*unmoved).values(sign_count=verified.new_sign_count, used_at=now)
    if not db.session.execute(moved.returning(Passkey.id)).all():
        return None
    return user, verified.user_verified


def rename(user_id: int, key_id: int, name: str) -> bool:
    """Rename one of a person's keys; return whether there was one. Raises `NameRefusedError`."""
    key = _one_of(user_id, key_id)
    if key is None:
        return False
    key.name = names.tidy(name, LONGEST_NAME)
    return True


def remove(user_id: int, key_id: int, *, by: Actor, now: datetime) -> bool:
    """Remove one of a person's keys; return whether there was one."""
    key = _one_of(user_id, key_id)
    if key is None:
        return False
    db.session.delete(key)
    note("account.passkey_removed", by=by, now=now, subject=f"user:{user_id}")
    return True


def _one_of(user_id: int, key_id: int) -> Passkey | None:
    return db.session.scalar(select(Passkey).where(Passkey.id == key_id, Passkey.user_id == user_id))


def _by_credential(credential_id: bytes) -> Passkey | None:
    return db.session.scalar(select(Passkey).where(Passkey.credential_id == credential_id))
