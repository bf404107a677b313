"""What a museum says of its prices, as plain rows: the one source of every table, filter, file and sentence."""

import enum
from dataclasses import dataclass
from datetime import date

from portal.db import Translated
from portal.domain.hours.bounds import Bound

FREE = 0
"""The amount of a line that costs nothing. Amounts are whole cents of euros."""


class Audience(enum.Enum):
    """For whom a line is: the vocabulary that both languages know."""

    FULL = "full"
    REDUCED = "reduced"
    """For whom, the condition says."""
    CHILD = "child"
    """Children, between two ages."""
    UNDER_18 = "under_18"
    YOUNG_EU = "young_eu"
    """From 18 to 25, residents of the European Union."""
    SENIOR = "senior"
    """From an age on."""
    STUDENT = "student"
    JOB_SEEKER = "job_seeker"
    MINIMUM_INCOME = "minimum_income"
    """RSA, ASPA."""
    DISABILITY = "disability"
    """Disabled people and who accompanies them."""
    TEACHER = "teacher"
    FAMILY = "family"
    GROUP = "group"
    SCHOOL = "school"
    RESIDENT = "resident"
    PROFESSIONAL = "professional"
    """Cards of ICOM and of the ministry of Culture."""
    PASS = "pass"  # noqa: S105 - a card that opens several museums
    """Who holds a pass, which the name says."""
    OTHER = "other"
    """Anybody else, in the museum's own words."""


AGED = frozenset({Audience.CHILD, Audience.SENIOR})
"""The audiences that are between two ages, which the line says."""
NAMED = frozenset({Audience.PASS, Audience.OTHER})
"""The audiences that the museum names itself."""


class Scope(enum.Enum):
    """What one gets for the price."""

    BOTH = "both"
    """The collections and the temporary exhibitions."""
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    VISIT = "visit"
    """Entry with a guided visit or a workshop."""


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price: for whom, how much, on what condition, for what, from when to when."""

    audience: Audience
    amount: int
    """In cents; 0 is free."""
    age_from: int | None = None
    age_to: int | None = None
    """The first and the last age, both included."""
    group_min: int | None = None
    """How many people make a group."""
    name: Translated | None = None
    condition: Translated | None = None
    proof: Translated | None = None
    """What is to be shown at the desk."""
    scope: Scope = Scope.BOTH
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing."""
        return self.amount == FREE

    @property
    def ages(self) -> tuple[int, int] | None:
        """The ages it is for, of everybody of that age; of audiences that no age makes, nothing."""
        if self.audience is Audience.UNDER_18:
            return 0, 17
        if self.audience not in AGED or (self.age_from is None and self.age_to is None):
            return None
        return self.age_from or 0, OLDEST if self.age_to is None else self.age_to


OLDEST = 120


class FreeKind(enum.Enum):
    """Days on which everybody enters free."""

    WEEKDAY = "weekday"
    """A weekday, each week or one of each month: the first Sunday."""
    MUSEUM_NIGHT = "museum_night"
    """The evening of the European Night of Museums."""
    HERITAGE_DAYS = "heritage_days"
    """The European Heritage Days, the third Saturday of September and the Sunday after it."""
    DAY = "day"
    """One day, of one year or of each."""


@dataclass(frozen=True, slots=True)
class FreeRule:
    """When everybody enters free, and to what."""

    kind: FreeKind
    weekday: int | None = None
    """0 is Monday."""
    nth: int | None = None
    """1 to 4, or -1 for the last; none says each week."""
    day: Bound | None = None
    month_from: int | None = None
    month_to: int | None = None
    """The months it holds in, both included, perhaps over New Year; none says all year."""
    scope: Scope = Scope.PERMANENT


FIRST_SUNDAY = FreeRule(FreeKind.WEEKDAY, weekday=6, nth=1)


class Payment(enum.Enum):
    """How one may pay."""

    CARD = "card"
    CASH = "cash"
    CHEQUE = "cheque"
    HOLIDAY_VOUCHER = "holiday_voucher"
    CULTURE_VOUCHER = "culture_voucher"
    PASS_CULTURE = "pass_culture"  # noqa: S105 - a means of payment


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a museum says of its prices."""

    lines: tuple[PriceLine, ...] = ()
    free_days: tuple[FreeRule, ...] = ()
    always_free: Scope | None = None
    """What costs nobody anything: `PERMANENT` or `BOTH`."""
    passes: tuple[str, ...] = ()
    """The names of passes that are taken."""
    payment: frozenset[Payment] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    """Between which days all of it holds, both included."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever said of what entry costs."""
        return not (self.lines or self.free_days or self.always_free)

    def holds(self, line: PriceLine, day: date) -> bool:
        """Return whether a line is in force on a day."""
        first, last = line.valid_from or self.valid_from, line.valid_to or self.valid_to
        return (first is None or first <= day) and (last is None or day <= last)

    def is_in_force(self, day: date) -> bool:
        """Return whether what is said as a whole holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )
