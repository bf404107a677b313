"""A field for a text with headings, lists and links: a text area in the light notation, which an editor replaces."""

from typing import Any

from wtforms import TextAreaField
from wtforms.validators import ValidationError

from portal.domain import rich_text, texts
from portal.domain.errors import DomainError
from portal.web.kit import refusals


class RichField(TextAreaField):  # type: ignore[misc]  # WTForms ships no types
    """Its data is the HTML that is kept; it shows the notation, or what was typed until it can be kept."""

    data: str | None
    _typed: str | None = None
    _refused: DomainError | None = None

    def __init__(self, label: Any = None, *, longest: int, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.longest = longest

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was sent, in the notation or as HTML."""
        if not valuelist:
            return
        self._typed, self.data = str(valuelist[0]), None
        try:
            self.data = rich_text.read(self._typed)
        except texts.TooLongError as error:
            self._refused = texts.TooLongError(error.length, self.longest)
        except DomainError as error:
            self._refused = error

    def _value(self) -> str:
        """Return what the text area holds."""
        if self._typed is not None:
            return rich_text.shown_again(self._typed)
        return rich_text.notation(self.data)

    def pre_validate(self, _form: Any) -> None:
        """Refuse what could not be read."""
        if self._refused is not None:
            raise ValidationError(refusals.sentence(self._refused))
