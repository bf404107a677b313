"""What the domain refuses, by name; the web floor turns each into a calm sentence."""


class DomainError(Exception):
    """Something the domain's own rules do not allow."""
