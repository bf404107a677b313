"""A key in software (WebAuthn level 3, ES256): what a telephone does, for tests without one."""

import hashlib
import json
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Authenticator:
    """One key of one device."""

    def __init__(
        self, origin: str = "http://localhost:8000", *, verifies: bool = True, counts: bool = True
    ) -> None:
        self.origin = origin
        self.host = origin.split("/")[2].split(":", maxsplit=1)[0]
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(self.key.private_numbers().private_value.to_bytes(32)).digest()[:16]
        self.flags = PRESENT | (VERIFIED if verifies else 0)
        self.counts = counts
        self.count = 0

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what the portal asks before it keeps a key."""
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)})
        attested = bytes(16) + len(self.id).to_bytes(2) + self.id + public
        data = self._data(self.flags | ATTESTED) + attested
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options["challenge"])
        return self._answer(attestationObject=statement, clientDataJSON=client)

    def get(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what the portal asks of who signs in."""
        self.count += self.counts
        data, client = self._data(self.flags), self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(authenticatorData=data, clientDataJSON=client, signature=signature)

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _client(self, act: str, challenge: str) -> bytes:
        return json.dumps(
            {"type": act, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        ).encode()

    def _answer(self, **parts: bytes) -> dict[str, Any]:
        identifier = bytes_to_base64url(self.id)
        response = {name: bytes_to_base64url(part) for name, part in parts.items()}
        return {
            "id": identifier,
            "rawId": identifier,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        }
