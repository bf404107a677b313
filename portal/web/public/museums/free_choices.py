"""For whom entry must be free, as the guide's filters offer it."""

from collections.abc import Sequence

from portal.web.kit import formats, freedom

OFFERED = (freedom.EVERYBODY, "3", "6", "8", "10", "12", "15", "17", "20", "25", "30", "65")


def people(asked: Sequence[str]) -> dict[str, str]:
    """Return whom one may ask about, and whom the question is about, by what addresses write."""
    extra = [value for value in asked if value not in OFFERED]
    return {value: formats.sentence_case(freedom.somebody(value)) for value in (*OFFERED, *extra)}
