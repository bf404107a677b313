"""E-mail addresses: checked without asking the network, folded so that one person has one address."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

from portal.domain.accounts.errors import AddressRefusedError

LONGEST = 254


def fold(written: str) -> str:
    """Return the address as it is kept; raises `AddressRefusedError` for what is none.

    What stands before the @ is ASCII: few servers take anything else, and look-alikes make two people of one.
    """
    if len(written) > LONGEST or any(ord(sign) < 0x20 or 0xD800 <= ord(sign) < 0xE000 for sign in written):
        raise AddressRefusedError
    try:
        found = validate_email(
            written.strip(), check_deliverability=False, allow_smtputf8=False, test_environment=True
        )
    except (EmailNotValidError, UnicodeError) as error:
        raise AddressRefusedError from error
    folded = unicodedata.normalize("NFC", found.normalized.lower())
    if len(folded) > LONGEST:
        raise AddressRefusedError
    return folded


def fold_or_none(written: str) -> str | None:
    """Return the address as it is kept, or nothing for what is none."""
    try:
        return fold(written)
    except AddressRefusedError:
        return None
