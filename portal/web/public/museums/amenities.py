"""What search engines read of access and practical facts (schema.org `amenityFeature`): only what is known."""

from typing import Any

from portal.domain.access import Comfort, Fact, Kept, Told
from portal.web.kit import access as words
from portal.web.kit.languages import Language


def amenities(kept: Kept, language: Language) -> list[dict[str, Any]]:
    """Return every fact that has an answer, yes or no."""
    told: list[tuple[Fact | Comfort, Told]] = [
        *((fact, kept.access.told(fact)) for fact in Fact),
        *((fact, kept.practical.told(fact)) for fact in Comfort),
    ]
    return [
        {
            "@type": "LocationFeatureSpecification",
            "name": words.fact_words(fact, is_yes=True, language=language),
            "value": one.answer,
        }
        for fact, one in told
        if one.answer is not None
    ]
