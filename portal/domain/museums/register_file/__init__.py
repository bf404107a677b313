"""The published register of the Musées de France, in every form it has had since 2019.

`read()` turns the bytes of a file into rows and refusals; `plan()` compares them with the museums we hold
and says what would change. Neither touches a database, and neither ever guesses: what a file does not say
stays as it is.
"""

from portal.domain.museums.register_file.decoding import decode
from portal.domain.museums.register_file.facts import (
    Encoding,
    Facts,
    Generation,
    NotARegister,
    Reason,
    Refusal,
    RegisterFile,
    RegisterRow,
    Shape,
)
from portal.domain.museums.register_file.places import region_name
from portal.domain.museums.register_file.plan import CurrentFacts, Plan, UnknownRegion, plan
from portal.domain.museums.register_file.records import table
from portal.domain.museums.register_file.rows import RowReader, carried
from portal.domain.museums.register_file.same import same_fact

__all__ = [
    "CurrentFacts",
    "Encoding",
    "Facts",
    "Generation",
    "NotARegister",
    "Plan",
    "Reason",
    "Refusal",
    "RegisterFile",
    "RegisterRow",
    "Shape",
    "UnknownRegion",
    "plan",
    "read",
    "region_name",
    "same_fact",
]


def read(data: bytes) -> RegisterFile:
    """Read a published register, or raise NotARegister when the bytes are something else."""
    text, encoding = decode(data)
    cut = table(text)
    reader = RowReader(cut.columns)
    outcomes = [reader.read(record) for record in cut.records]
    return RegisterFile(
        generation=cut.columns.generation,
        shape=cut.shape,
        encoding=encoding,
        carries=carried(cut.columns),
        rows=tuple(outcome for outcome in outcomes if isinstance(outcome, RegisterRow)),
        refused=tuple(outcome for outcome in outcomes if isinstance(outcome, Refusal)),
        complete=cut.complete,
    )
