"""The base of every form: in the page's language, with a status that says how it went."""

from typing import Any

from flask_wtf import FlaskForm

from portal.web.kit.form_messages import form_messages


class BaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form that speaks the page's language."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF ships no types
        """WTForms' own messages in French and Occitan."""

        def get_translations(self, _form: Any) -> Any:
            """Return the messages of the page's language."""
            return form_messages()

    @property
    def status(self) -> int:
        """200 before an answer, 422 once refused."""
        return 422 if self.errors else 200
