"""One form for each e-mail address."""


def fold(address: str) -> str:
    """Return the address as it is kept and compared."""
    return address.strip().lower()
