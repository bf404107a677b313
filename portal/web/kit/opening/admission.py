"""The last admission in words."""

from portal.web.kit.languages import Language


def last_admission_words(minutes: int, language: Language) -> str:
    """Write `Dernière entrée 30 minutes avant la fermeture`."""
    hours, rest = divmod(minutes, 60)
    if language == "fr":
        before = _duration(hours, rest, ("heure", "heures"), ("minute", "minutes"), "une")
        return f"Dernière entrée {before} avant la fermeture"
    before = _duration(hours, rest, ("ora", "oras"), ("minuta", "minutas"), "una")
    return f"Darrièra dintrada {before} abans la tampadura"


def _duration(hours: int, rest: int, hour: tuple[str, str], minute: tuple[str, str], one: str) -> str:
    if not hours:
        return f"{rest} {minute[rest > 1]}"
    if not rest:
        return f"{one} {hour[0]}" if hours == 1 else f"{hours} {hour[1]}"
    return f"{hours}\u00a0h\u00a0{rest:02}"
