"""Why another site was not asked, or did not answer."""


class FetchError(Exception):
    """Nothing came of asking an address."""


class NotPublicError(FetchError):
    """An address that the portal asks for nobody: no web address, a port or a host that is not the public's."""


class NoHostError(FetchError):
    """No host has this name."""


class UnreachableError(FetchError):
    """It did not answer, not in time, or not in HTTP."""


class CertificateError(FetchError):
    """Its certificate does not prove that it is itself."""
