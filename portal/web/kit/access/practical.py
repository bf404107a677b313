"""What is said of practical matters, each fact and each number in words."""

from collections.abc import Iterator, Mapping

from portal.domain.access import Comfort, Measure, Practical
from portal.web.kit import formats
from portal.web.kit.access.lines import Line, fact_words
from portal.web.kit.languages import Language
from portal.web.kit.occitan import NBSP

ICONS: Mapping[Comfort | Measure, str] = {
    Measure.VISIT_MINUTES: "clock",
    Measure.INDOOR_PERCENT: "umbrella",
    Measure.STATION_METRES: "train-front",
    Comfort.CAFE: "coffee",
    Comfort.LOCKERS: "lock",
    Comfort.BABY_CHANGE: "baby",
    Comfort.DOGS: "dog",
    Comfort.CAR_PARK: "square-parking",
    Comfort.BIKE_RACKS: "bike",
}
THERE, MISSING = "check", "x"
"""The pictures of what there is and has none of its own, and of what there is not."""
HOUR, HALF, ALL, KILOMETRE = 60, 50, 100, 1_000


def practical_lines(practical: Practical, language: Language) -> list[tuple[str, Line]]:
    """Return what is known, each with its icon: numbers, then what there is, then what there is not."""
    numbers = [
        (ICONS[name], Line(measure_words(name, practical.measures[name], language)))
        for name in Measure
        if name in practical.measures
    ]
    return [
        *numbers,
        *_answers(practical, language, is_yes=True),
        *_answers(practical, language, is_yes=False),
    ]


def measure_words(name: Measure, value: int, language: Language) -> str:
    """Return a number in words."""
    if name is Measure.VISIT_MINUTES:
        begin = "Comptez" if language == "fr" else "Comptatz"
        return f"{begin} {duration_words(value)}"
    if name is Measure.STATION_METRES:
        return f"{'Gare à' if language == 'fr' else 'Gara a'} {distance_words(value, language)}"
    return shelter_words(value, language)


def shelter_words(percent: int, language: Language) -> str:
    """Return in words how much of a visit is under a roof."""
    is_french, share = language == "fr", f"{percent}{NBSP}%"
    if percent == ALL:
        return "Toute la visite est à l’abri" if is_french else "Tota la visita es a l’abric"
    if percent == 0:
        return "Toute la visite est dehors" if is_french else "Tota la visita es defòra"
    if percent >= HALF:
        words = (
            "Une bonne part de la visite à l’abri" if is_french else "Una bona part de la visita a l’abric"
        )
        return f"{words} ({share})"
    return f"Surtout dehors ({share} à l’abri)" if is_french else f"Subretot defòra ({share} a l’abric)"


def duration_words(minutes: int) -> str:
    """Write `45 min`, `1 h 30`, the same in both languages."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02}" if rest else "")


def distance_words(metres: int, language: Language) -> str:
    """Write `900 m`, `1,2 km`."""
    if metres < KILOMETRE:
        return f"{metres}{NBSP}m"
    return formats.distance_km(metres / KILOMETRE, language)


def _answers(practical: Practical, language: Language, *, is_yes: bool) -> Iterator[tuple[str, Line]]:
    for fact in Comfort:
        told = practical.told(fact)
        if told.answer is is_yes:
            picture = ICONS.get(fact, THERE) if is_yes else MISSING
            yield picture, Line(fact_words(fact, is_yes=is_yes, language=language), told.words)
