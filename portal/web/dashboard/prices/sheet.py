"""What is typed on the screen of prices, as it is typed: every field a text, whatever it says.

A field's name in the form is its place here (`lines.2.amount`), and that of its refusal.
"""

from dataclasses import dataclass, field

from portal.domain.admission.checking import MOST

MOST_LINES, MOST_FREE_DAYS = MOST["lines"], MOST["free_days"]


@dataclass
class LineTyped:
    """One price."""

    who: str = ""
    who_oc: str = ""
    """A name of the museum's own in Occitan; known audiences speak Occitan by themselves."""
    condition: str = ""
    condition_oc: str = ""
    amount: str = ""
    proof: str = ""
    proof_oc: str = ""
    scope: str = "both"
    first: str = ""
    last: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is typed."""
        texts = (
            self.who,
            self.who_oc,
            self.condition,
            self.condition_oc,
            self.amount,
            self.proof,
            self.proof_oc,
        )
        return not any((*texts, self.first, self.last))


@dataclass
class FreeDayTyped:
    """Days on which everybody enters free."""

    when: str = ""
    month_from: str = ""
    month_to: str = ""
    scope: str = "permanent"


@dataclass
class Sheet:
    """The whole screen."""

    lines: list[LineTyped] = field(default_factory=list)
    free_days: list[FreeDayTyped] = field(default_factory=list)
    always_free: str = ""
    passes: str = ""
    payment: list[str] = field(default_factory=list)
    first: str = ""
    last: str = ""
    too_many: list[str] = field(default_factory=list)
    """The lists of which more were sent than are kept."""
