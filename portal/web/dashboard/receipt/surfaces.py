"""Where a publication shows: each surface is asked anew, and says itself whether it carries the new text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from portal.web.dashboard.receipt import reading
from portal.web.kit import asking
from portal.web.kit.asking import Heard
from portal.web.kit.messages import LazyString

Read = Callable[[str], str]


@dataclass(frozen=True)
class Surface:
    """One place that a publication must reach."""

    name: LazyString
    link: str
    """Where a person sees it."""
    word: LazyString
    """What the link says."""
    path: str
    """What is asked, which may say more than what a person opens."""
    read: Read
    wanted: Sequence[str]
    """What it must say now."""
    gone: Sequence[str] = ()
    """What it must say no longer."""


@dataclass(frozen=True)
class Checked:
    """A surface, and what it answered."""

    surface: Surface
    answers: bool
    lacking: str = ""
    """The first thing it should say and does not."""
    lingering: str = ""
    """The first thing it still says and should not."""

    @property
    def carries(self) -> bool:
        """Whether the new text is there, and the old one gone."""
        return self.answers and not (self.lacking or self.lingering)


def check(surfaces: Sequence[Surface]) -> list[Checked]:
    """Ask every surface, each path once, and return what came of it."""
    heard: dict[str, Heard] = {}
    return [_check(each, heard) for each in surfaces]


def _check(surface: Surface, heard: dict[str, Heard]) -> Checked:
    if surface.path not in heard:
        heard[surface.path] = asking.ask(surface.path)
    answer = heard[surface.path]
    if not answer.is_well:
        return Checked(surface, answers=False)
    text = surface.read(answer.body)
    wanted = (reading.plain(each) for each in surface.wanted)
    gone = (reading.plain(each) for each in surface.gone)
    lacking = next((each for each in wanted if each not in text), "")
    lingering = next((each for each in gone if each and each in text), "")
    return Checked(surface, answers=True, lacking=lacking, lingering=lingering)
