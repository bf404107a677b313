"""Keeping the school calendar: a row a holiday; a change works out the museums' days again before anybody reads them."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from portal.db import db
from portal.domain import hours
from portal.domain.accounts import Permission
from portal.domain.accounts.chronicle import note
from portal.domain.errors import DomainError
from portal.domain.hours import SchoolHolidayRow, school_keeping
from portal.domain.hours.school import SchoolBreak
from portal.domain.hours.school_keeping import Asked
from portal.web.admin.school import words
from portal.web.kit import clock, gate
from portal.web.kit.day_field import DayField
from portal.web.kit.fields import filled
from portal.web.kit.messages import _l, ngettext
from portal.web.kit.once import CreateForm, made_once

blueprint = Blueprint("school", __name__, url_prefix="/calendrier-scolaire")


class HolidayForm(CreateForm):
    """One holiday: its name, its first and last days without class."""

    kind = SelectField(
        _l("Vacances"), choices=[SelectChoice(kind.value, name) for kind, name in words.KINDS.items()]
    )
    first = DayField(_l("Premier jour sans classe"), (filled(_l("Choisissez le premier jour.")),))
    last = DayField(_l("Dernier jour sans classe"), (filled(_l("Choisissez le dernier jour.")),))

    @property
    def asked(self) -> Asked | None:
        """What is entered, once checked; nothing where a date is missing."""
        if self.first.day is None or self.last.day is None:
            return None
        return Asked(SchoolBreak(self.kind.data), self.first.day, self.last.day)


@blueprint.get("/")
@gate.requires(Permission.SCHOOL_MANAGE)
def index() -> ResponseReturnValue:
    """Show the holidays that are known, how far they reach, and a form for one more."""
    return _index(HolidayForm(formdata=None))


@blueprint.post("/")
@gate.requires(Permission.SCHOOL_MANAGE)
def create() -> ResponseReturnValue:
    """Keep one more."""
    form = HolidayForm()
    if not form.validate() or form.asked is None:
        return _index(form), 422
    asked = form.asked

    def make() -> str:
        _tell(asked, school_keeping.add(db.session(), asked, clock.today()))
        return url_for(".index")

    try:
        return redirect(made_once(db.session(), form, gate.actor().id, clock.now(), make), 303)
    except DomainError as refused:
        form.last.errors = [words.sentence(refused)]
        return _index(form), 422


@blueprint.route("/<int:number>/", methods=["GET", "POST"])
@gate.requires(Permission.SCHOOL_MANAGE)
def edit(number: int) -> ResponseReturnValue:
    """Correct a holiday."""
    row = db.session.get(SchoolHolidayRow, number) or abort(404)
    form = HolidayForm(kind=row.kind.value, first=row.first.isoformat(), last=row.last.isoformat())
    if not form.is_submitted():
        return _edit(row, form)
    if not form.validate() or form.asked is None:
        return _edit(row, form), 422
    try:
        moved = school_keeping.change(db.session(), row, form.asked, clock.today())
    except DomainError as refused:
        db.session.expire(row)
        form.last.errors = [words.sentence(refused)]
        return _edit(row, form), 422
    _tell(form.asked, moved)
    return redirect(url_for(".index"), 303)


@blueprint.post("/<int:number>/retirer/")
@gate.requires(Permission.SCHOOL_MANAGE)
def delete(number: int) -> ResponseReturnValue:
    """Take a holiday out."""
    row = db.session.get(SchoolHolidayRow, number) or abort(404)
    asked = Asked(row.kind, row.first, row.last)
    _tell(asked, school_keeping.remove(db.session(), row, clock.today()), is_gone=True)
    return redirect(url_for(".index"), 303)


def _tell(asked: Asked, moved: int, *, is_gone: bool = False) -> None:
    told = {"kind": asked.kind.value, "first": asked.first.isoformat(), "last": asked.last.isoformat()}
    before, after = (told, None) if is_gone else (None, told)
    note("school.changed", by=gate.actor(), now=clock.now(), before=before, after=after)
    flash(
        ngettext(
            "Le calendrier est à jour. Les horaires de %(num)s musée sont recalculés.",
            "Le calendrier est à jour. Les horaires de %(num)s musées sont recalculés.",
            moved,
        ),
        "info",
    )


def _index(form: HolidayForm) -> str:
    calendar = hours.school_calendar()
    return render_template(
        "admin/school/index.html",
        form=form,
        rows=school_keeping.every(db.session()),
        today=clock.today(),
        known_until=calendar.known_until,
        is_running_out=calendar.is_running_out(clock.today()),
        words=words,
    )


def _edit(row: SchoolHolidayRow, form: HolidayForm) -> str:
    return render_template("admin/school/edit.html", form=form, row=row, words=words)
