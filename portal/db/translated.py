"""One text in the portal's two languages, kept together as one value, and its column type."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import JSON, Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

Language = Literal["fr", "oc"]
# "ca": the Catalan names of Pyrénées-Orientales stand where an Occitan name would.
TextLanguage = Literal["fr", "oc", "ca"]


@dataclass(frozen=True)
class Translated:
    """A text in French, and in Occitan once somebody has written it.

    `local` is the language of the second text: Occitan, or Catalan for the names of places in
    Pyrénées-Orientales.
    """

    fr: str
    oc: str | None = None
    local: Literal["oc", "ca"] = "oc"

    def text(self, language: Language) -> str:
        """Return the text to show to a reader of `language`: French where the other is missing."""
        return self.oc if language == "oc" and self.oc else self.fr

    def lang(self, language: Language) -> TextLanguage:
        """Return the language that `text(language)` is really in, for its `lang` attribute."""
        return self.local if language == "oc" and self.oc else "fr"

    def other(self, language: Language) -> str | None:
        """Return the text in the language that is not the reader's, if there is one and it differs."""
        if not self.oc or self.oc == self.fr:
            return None
        return self.fr if language == "oc" else self.oc

    def other_lang(self, language: Language) -> TextLanguage:
        """Return the language of `other(language)`."""
        return "fr" if language == "oc" else self.local


class TranslatedText(TypeDecorator[Translated]):
    """Stores a `Translated` as JSON: `{"fr": …, "oc": …}`, and `"local": "ca"` where it is Catalan."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the JSON type of this database."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(JSONB(none_as_null=True))
        return dialect.type_descriptor(JSON(none_as_null=True))

    def process_bind_param(self, value: Translated | None, dialect: Dialect) -> dict[str, str] | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Turn the value into what is stored."""
        if value is None:
            return None
        stored = {"fr": value.fr}
        if value.oc:
            stored["oc"] = value.oc
        if value.local != "oc":
            stored["local"] = value.local
        return stored

    def process_result_value(self, value: Any, dialect: Dialect) -> Translated | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Turn what is stored into the value."""
        if value is None:
            return None
        return Translated(fr=value["fr"], oc=value.get("oc"), local=value.get("local", "oc"))
