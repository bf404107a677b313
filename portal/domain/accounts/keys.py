"""What is derived from the installation's secret key: one key a use, so that none serves for another."""

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def digest(key: str, use: str, text: str) -> str:
    """Return a digest that nobody can compute, or try guesses against, without the key (RFC 2104)."""
    return hmac.new(_derived(key, use), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def box(key: str, use: str) -> Fernet:
    """Return what encrypts the secrets that the portal must read again."""
    return Fernet(base64.urlsafe_b64encode(_derived(key, use)))


@lru_cache(maxsize=16)
def _derived(key: str, use: str) -> bytes:
    """Return 32 bytes for one use (HKDF, RFC 5869)."""
    return HKDF(SHA256(), length=32, salt=None, info=use.encode()).derive(key.encode())
