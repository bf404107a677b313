"""E-mail addresses: checked without asking the network, folded so that one person has one address."""

from email_validator import EmailNotValidError, validate_email

from portal.domain.accounts.errors import AddressRefusedError

LONGEST = 254


def fold(written: str) -> str:
    """Return the address as it is kept; raises `AddressRefusedError` for what is none."""
    if len(written) > LONGEST or any(ord(sign) < 0x20 or 0xD800 <= ord(sign) < 0xE000 for sign in written):
        raise AddressRefusedError
    try:
        found = validate_email(written.strip(), check_deliverability=False, test_environment=True)
    except (EmailNotValidError, UnicodeError) as error:
        raise AddressRefusedError from error
    return found.normalized.lower()


def fold_or_none(written: str) -> str | None:
    """Return the address as it is kept, or nothing for what is none."""
    try:
        return fold(written)
    except AddressRefusedError:
        return None
