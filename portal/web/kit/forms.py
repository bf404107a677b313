"""The base of every form: in the page's language, with a status that says how it went."""

import re
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms.widgets import HiddenInput

from portal.web.kit.form_messages import form_messages
from portal.web.kit.messages import _

# Line ends and tabs are typed; the other control signs and halves of characters are pasted by accident, or sent.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class BaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form that speaks the page's language, and says which fields held signs that no text is made of."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF ships no types
        """WTForms' own messages in French and Occitan; what was sent, in readable signs."""

        def get_translations(self, _form: Any) -> Any:
            """Return the messages of the page's language."""
            return form_messages()

        def render_field(self, field: Any, render_kw: dict[str, Any]) -> Any:
            """Return the control without the attributes that have no value, which WTForms writes as “None”."""
            said = {name: value for name, value in render_kw.items() if value is not None}
            return super().render_field(field, said)

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Return what was sent without invisible signs, which are refused and must not be shown again either."""
            sent = super().wrap_formdata(form, formdata)
            if sent is None or not hasattr(sent, "items"):
                return sent
            pairs = list(sent.items(multi=True)) if isinstance(sent, MultiDict) else list(sent.items())
            form.invisible = {
                name for name, value in pairs if isinstance(value, str) and _INVISIBLE.search(value)
            }
            if not form.invisible:
                return sent
            return MultiDict((name, readable(value)) for name, value in pairs)

    def hidden_tag(self, *fields: Any) -> Markup:
        """Return the hidden fields, with the token under the one name that the gate reads, whatever the prefix."""
        token = self.meta.csrf_field_name
        others = [name for name, field in self._fields.items() if name != token and _is_hidden(field)]
        own = super().hidden_tag(*(fields or others)) if fields or others else Markup()
        if not self.meta.csrf:
            return own
        return Markup('<input type="hidden" name="{}" value="{}">').format(token, generate_csrf()) + own

    invisible: set[str] = set()  # noqa: RUF012 - each form sets its own

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field; one that held invisible signs says so."""
        is_valid = bool(super().validate(extra_validators))
        for field in self:
            if field.name in self.invisible:
                sentence = _(
                    "Ce texte contenait des signes invisibles, qui ont été retirés. Relisez-le, puis envoyez."
                )
                field.errors = [*field.errors, sentence]
                is_valid = False
        return is_valid

    @property
    def status(self) -> int:
        """200 before an answer, 422 once refused."""
        return 422 if self.errors else 200


def _is_hidden(field: Any) -> bool:
    return isinstance(field.widget, HiddenInput)


def readable(value: Any) -> Any:
    """Return a text without the signs that no page can show."""
    return _INVISIBLE.sub("", value) if isinstance(value, str) else value
