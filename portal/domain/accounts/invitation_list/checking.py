"""The dry run: what each line would do, and why some would do nothing; it writes nothing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from portal.db import Language
from portal.domain import museums
from portal.domain.accounts import addresses
from portal.domain.accounts.invitation_list.facts import Fault, Field, Line, Problem, Sheet
from portal.domain.accounts.invitation_list.known import invited, members
from portal.domain.accounts.profile import LONGEST_NAME
from portal.domain.accounts.roles import MuseumRole
from portal.domain.folding import fold
from portal.domain.museums import MuseumEntry

ROLES: Mapping[str, MuseumRole] = {
    **dict.fromkeys(("", "responsable", "manager", "gestionnaire"), MuseumRole.MANAGER),
    **dict.fromkeys(
        ("editeur", "editrice", "redaction", "redacteur", "redactrice", "editor"), MuseumRole.EDITOR
    ),
    **dict.fromkeys(("contribution", "contributeur", "contributrice", "contributor"), MuseumRole.CONTRIBUTOR),
}
LANGUAGES: Mapping[str, Language] = {"": "fr", "fr": "fr", "francais": "fr", "oc": "oc", "occitan": "oc"}


@dataclass(frozen=True, slots=True)
class Good:
    """A line that invites somebody."""

    number: int
    museum: MuseumEntry
    email: str
    name: str
    role: MuseumRole
    language: Language
    is_renewal: bool
    """Whether the address is invited there already: its letter goes out again."""


@dataclass(frozen=True)
class Plan:
    """What a file would do: nobody is invited by a line that has a problem."""

    good: tuple[Good, ...]
    problems: tuple[Problem, ...]

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self.good) + len(self.problems)


class _Refused(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, field: Field, fault: Fault, value: str = "") -> None:
        super().__init__(fault.value)
        self.field, self.fault, self.value = field, fault, value


def check(sheet: Sheet) -> Plan:
    """Return what the lines of a file would do today."""
    checker = _Checker()
    good, problems = [], list(sheet.problems)
    for line in sheet.lines:
        try:
            good.append(checker.read(line))
        except _Refused as refused:
            problems.append(Problem(line.number, refused.field, refused.fault, refused.value))
    return Plan(tuple(good), tuple(sorted(problems, key=lambda problem: problem.number)))


class _Checker:
    """Knows the museums, who works for them and who is invited, from a few statements for the whole file."""

    def __init__(self) -> None:
        self.museums = _museums_by_every_name()
        self.members, self.invited = members(), invited()
        self.seen: dict[tuple[int, str], int] = {}

    def read(self, line: Line) -> Good:
        """Return what a line does, or raise what is wrong with it."""
        museum = self._museum(line.museum)
        if not line.email:
            raise _Refused(Field.EMAIL, Fault.MISSING)
        email = addresses.fold_or_none(line.email)
        if email is None:
            raise _Refused(Field.EMAIL, Fault.BAD_ADDRESS, line.email)
        role = ROLES.get(fold(line.role))
        if role is None:
            raise _Refused(Field.ROLE, Fault.UNKNOWN_ROLE, line.role)
        language = LANGUAGES.get(fold(line.language))
        if language is None:
            raise _Refused(Field.LANGUAGE, Fault.UNKNOWN_LANGUAGE, line.language)
        if len(line.name) > LONGEST_NAME:
            raise _Refused(Field.NAME, Fault.CELL_TOO_LONG)
        key = (museum.id, email)
        if key in self.seen:
            raise _Refused(Field.EMAIL, Fault.REPEATED, str(self.seen[key]))
        if key in self.members:
            raise _Refused(Field.EMAIL, Fault.ALREADY_MEMBER, email)
        self.seen[key] = line.number
        return Good(line.number, museum, email, line.name, role, language, key in self.invited)

    def _museum(self, written: str) -> MuseumEntry:
        if not written:
            raise _Refused(Field.MUSEUM, Fault.MISSING)
        found = self.museums.get(fold(written), [])
        if not found:
            raise _Refused(Field.MUSEUM, Fault.UNKNOWN_MUSEUM, written)
        if len(found) > 1:
            raise _Refused(Field.MUSEUM, Fault.AMBIGUOUS_MUSEUM, written)
        return found[0]


def _museums_by_every_name() -> dict[str, list[MuseumEntry]]:
    """Return the museums by what a file may call them: Muséofile id, address part, name in either language."""
    found: dict[str, list[MuseumEntry]] = defaultdict(list)
    for museum in museums.guide().museums:
        names = {museum.museofile_id or "", museum.slug, museum.name.fr, museum.name.oc or ""}
        for name in {fold(name) for name in names if name}:
            found[name].append(museum)
    return found
