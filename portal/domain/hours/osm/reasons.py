"""Why a museum is closed or open otherwise, as a comment of the language: French, short."""

from portal.domain.hours.rows import Closure, Exceptional, Reason

REASONS = {
    Reason.WEATHER: "intempéries",
    Reason.STAFF: "manque de personnel",
    Reason.STRIKE: "grève",
    Reason.TECHNICAL: "incident technique",
    Reason.INSTALLATION: "montage d’exposition",
    Reason.INVENTORY: "inventaire",
    Reason.EVENT: "événement",
    Reason.LATE_OPENING: "nocturne",
    Reason.MUSEUM_NIGHT: "Nuit des musées",
    Reason.HERITAGE_DAYS: "Journées du patrimoine",
    Reason.BRIDGE: "pont",
    Reason.YEAR_END: "fêtes de fin d’année",
    Reason.WORKS: "travaux",
    Reason.BETWEEN_EXHIBITIONS: "entre deux expositions",
    Reason.SEASON: "fermeture saisonnière",
    Reason.DISASTER: "sinistre",
    Reason.OTHER: "",
}
LONGEST = 80


def reason_text(row: Closure | Exceptional) -> str:
    """Return the reason of a row: the museum's own words, else those of the list; safe between double quotes."""
    own = row.words.fr if row.words and row.words.fr else ""
    text = " ".join((own or REASONS[row.reason]).replace('"', " ").split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
