"""The second factor: time-based codes (RFC 6238) and, for who has lost the telephone, codes on paper."""

import hmac
import secrets
from datetime import datetime

import pyotp
from cryptography.fernet import InvalidToken
from sqlalchemy import delete, or_, select, update

from portal.db import db
from portal.domain.accounts import keys
from portal.domain.accounts.actor import Actor
from portal.domain.accounts.chronicle import note
from portal.domain.accounts.models import Passkey, RecoveryCode, User

STEP = 30
DRIFT = 1
"""Steps before and after the present that are accepted: telephones are not on time."""
RECOVERY_CODES = 10
_USE = "second factor"
ISSUER = "Musées d’Occitanie"


def is_set(user: User) -> bool:
    """Return whether a second factor is asked of this person."""
    has_key = select(Passkey.id).where(Passkey.user_id == user.id).limit(1)
    return user.has_totp or db.session.scalar(has_key) is not None


def begin_totp(user: User, *, key: str, secret: str | None = None) -> str:
    """Give the person a new secret, which counts once a first code is given; return it in base 32."""
    secret = secret or pyotp.random_base32()
    user.totp_secret = keys.box(key, _USE).encrypt(secret.encode()).decode()
    user.totp_confirmed_at = None
    user.totp_last_step = None
    return secret


def totp_secret(user: User, *, key: str) -> str | None:
    """Return the person's secret, or nothing where there is none that this installation can read."""
    if user.totp_secret is None:
        return None
    try:
        return keys.box(key, _USE).decrypt(user.totp_secret.encode()).decode()
    except InvalidToken:
        return None


def code_of(secret: str, now: datetime) -> str:
    """Return the code that a telephone holding this secret shows."""
    return pyotp.TOTP(secret).at(now)


def provisioning_address(user: User, secret: str) -> str:
    """Return the `otpauth:` address that a telephone reads."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.email or "", issuer_name=ISSUER)


def accept_totp(user: User, code: str, *, key: str, now: datetime) -> bool:
    """Return whether a code is right; each works once. `now` is the machine's clock."""
    secret = totp_secret(user, key=key)
    code = "".join(code.split())
    if secret is None or not (code.isascii() and code.isdigit()):
        return False
    present = int(now.timestamp()) // STEP
    generator = pyotp.TOTP(secret)
    for step in range(present - DRIFT, present + DRIFT + 1):
        if hmac.compare_digest(generator.generate_otp(step), code):
            return _spend(user, step)
    return False


def confirm_totp(user: User, code: str, *, key: str, machine_now: datetime, by: Actor, now: datetime) -> bool:
    """Turn codes on with a first right one."""
    if not accept_totp(user, code, key=key, now=machine_now):
        return False
    user.totp_confirmed_at = now
    note("account.second_factor_set", by=by, now=now, subject=f"user:{user.id}", after={"kind": "totp"})
    return True


def new_recovery_codes(user: User, *, key: str) -> list[str]:
    """Return new codes to print, in place of the older ones; only their digests are kept."""
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    codes = [f"{secrets.token_hex(3)}-{secrets.token_hex(3)}" for _ in range(RECOVERY_CODES)]
    db.session.add_all(RecoveryCode(user_id=user.id, digest=_digest(code, key)) for code in codes)
    return codes


def accept_recovery_code(user: User, code: str, *, key: str, now: datetime) -> bool:
    """Return whether a code on paper is right, and cross it out."""
    cross_out = (
        update(RecoveryCode)
        .where(
            RecoveryCode.user_id == user.id,
            RecoveryCode.digest == _digest(code, key),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
    )
    return bool(db.session.execute(cross_out.returning(RecoveryCode.id)).all())


def codes_left(user: User) -> int:
    """Return how many codes on paper are not crossed out."""
    unused = select(RecoveryCode.id).where(RecoveryCode.user_id == user.id, RecoveryCode.used_at.is_(None))
    return len(db.session.scalars(unused).all())


def forget_codes_without_factor(user: User) -> None:
    """Let no code on paper outlive the last factor: the next one comes with its own."""
    db.session.flush()
    if not is_set(user):
        db.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))


def reset(user: User, *, by: Actor, now: datetime, reason: str | None = None) -> None:
    """Take every second factor away: the person sets a new one."""
    user.totp_secret = user.totp_confirmed_at = user.totp_last_step = None
    for table in (Passkey, RecoveryCode):
        db.session.execute(delete(table).where(table.user_id == user.id))
    note("account.second_factor_reset", by=by, now=now, subject=f"user:{user.id}", after={"reason": reason})


def _spend(user: User, step: int) -> bool:
    spend = (
        update(User)
        .where(User.id == user.id, or_(User.totp_last_step.is_(None), User.totp_last_step < step))
        .values(totp_last_step=step)
    )
    return bool(db.session.execute(spend.returning(User.id)).all())


def _digest(code: str, key: str) -> str:
    """Return the digest of a code on paper, typed with or without its dash and in any case."""
    return keys.digest(key, "recovery code", "".join(sign for sign in code.lower() if sign.isalnum()))
