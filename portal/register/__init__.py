"""The shipped register: tables of facts about the museums, towns, départements, themes and labels.

Each table is a CSV file beside this module (UTF-8, commas, one header line). They hold facts and names
only, never a sentence copied from anybody. A cell with several values separates them with `;`, and an
empty cell means that nothing attests the value.

The communes are Etalab's (`@etalab/decoupage-administratif`, MIT licence, copyright 2018-2019 Etalab), taken by
`scripts/communes.py`.
"""

import csv
from functools import cache
from importlib import resources
from typing import Literal

Table = Literal["communes", "departements", "domain_spellings", "labels", "museums", "themes", "towns"]

__all__ = ["read"]


@cache
def _text(name: str) -> str:
    return resources.files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")


def read(name: Table) -> list[dict[str, str]]:
    """Rows of one table, in the file's order, each a new dict from column name to text."""
    return list(csv.DictReader(_text(name).splitlines()))
