"""Fields that recur: a trimmed text, an address, a new password; each written and checked once."""

from typing import Any

from wtforms import EmailField, PasswordField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from portal.domain.accounts import addresses, names, passwords
from portal.domain.accounts.errors import AddressRefusedError, NameRefusedError, PasswordRefusedError
from portal.web.kit.messages import _, _l

REFUSALS = {
    "short": _l("Il faut au moins 12 caractères : une petite phrase convient très bien."),
    "long": _l("Il faut au plus 128 caractères."),
    "common": _l(
        "Ce mot de passe se devine trop vite. Une petite phrase à vous, de trois ou quatre mots, convient."
    ),
}


def trim(value: str | None) -> str | None:
    """Return a text without the spaces around it."""
    return value.strip() if value else value


def filled(message: Any) -> InputRequired:
    """Return the check that a field was filled in, with its own sentence."""
    return InputRequired(message)


def at_most(longest: int) -> Length:
    """Return the check of a text's length."""
    return Length(max=longest, message=_l("Il faut au plus %(max)d caractères."))


class TextField(StringField):  # type: ignore[misc]  # WTForms ships no types
    """One line of text, trimmed, with the signs that texts are made of."""

    def __init__(
        self, label: Any = None, validators: tuple[Any, ...] = (), *, longest: int, **kwargs: Any
    ) -> None:
        checks = [*validators, at_most(longest)]
        super().__init__(label, checks, filters=[trim], **kwargs)


class NameField(TextField):
    """What somebody is called."""

    data: Any

    def __init__(self, label: Any = None, validators: tuple[Any, ...] = (), **kwargs: Any) -> None:
        super().__init__(label, validators, longest=names.LONGEST, **kwargs)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Check that it is a name once its length is right."""
        super().post_validate(form, validation_stopped)
        if validation_stopped or not self.data or self.errors:
            return
        try:
            self.data = names.tidy(self.data)
        except NameRefusedError as error:
            raise ValidationError(
                _("Un nom s’écrit avec des lettres, des chiffres, des espaces et des traits d’union.")
            ) from error


class LongTextField(TextAreaField):  # type: ignore[misc]  # WTForms ships no types
    """Several lines of text."""

    def __init__(
        self, label: Any = None, validators: tuple[Any, ...] = (), *, longest: int, **kwargs: Any
    ) -> None:
        checks = [*validators, at_most(longest)]
        super().__init__(label, checks, filters=[trim], **kwargs)


class AddressField(EmailField):  # type: ignore[misc]  # WTForms ships no types
    """An e-mail address; `folded` is the way it is kept."""

    folded: str = ""

    def __init__(self, label: Any = None, validators: tuple[Any, ...] = (), **kwargs: Any) -> None:
        super().__init__(label, [*validators, at_most(addresses.LONGEST)], filters=[trim], **kwargs)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Check the address once its text is known to be one."""
        super().post_validate(form, validation_stopped)
        if validation_stopped or not self.data or self.errors:
            return
        try:
            self.folded = addresses.fold(self.data)
        except AddressRefusedError as error:
            raise ValidationError(_("Écrivez une adresse entière, par exemple nom@exemple.fr.")) from error


class NewPasswordField(PasswordField):  # type: ignore[misc]  # WTForms ships no types
    """A password being chosen; the form says which words are its owner's own, in `own_words`."""

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Check that it protects."""
        super().post_validate(form, validation_stopped)
        if validation_stopped or not self.data:
            return
        try:
            passwords.check(self.data, getattr(form, "own_words", ()))
        except PasswordRefusedError as error:
            raise ValidationError(str(REFUSALS[error.reason])) from error
