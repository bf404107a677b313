"""The French sentence for each reason why a command on accounts is refused whole."""

from collections.abc import Mapping
from typing import NoReturn

import click

EXIT_REFUSED = 2

PASSWORD_FLAWS: Mapping[str, str] = {
    "short": "Le mot de passe doit avoir au moins 12 caractères.",
    "long": "Le mot de passe doit avoir au plus 128 caractères.",
    "common": "Ce mot de passe se devine trop vite : une phrase de trois ou quatre mots convient.",
}


def refuse(message: str) -> NoReturn:
    """Say why, and leave with nothing written."""
    click.echo(message, err=True)
    raise SystemExit(EXIT_REFUSED)
