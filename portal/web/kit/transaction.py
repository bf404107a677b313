"""Commits a request that succeeded, once, before its answer leaves; nothing else on the web commits."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, g, make_response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from portal.db import READ_EVERYTHING, WRITE_EVERYTHING, db, enter, writing
from portal.web.kit import sessions

View = Callable[..., ResponseReturnValue]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


_BEFORE_COMMIT = "before_commit"


def before_commit(app: Flask, act: Callable[[], None]) -> None:
    """Have something done in the same transaction at the end of every request that is kept."""
    app.extensions.setdefault(_BEFORE_COMMIT, []).append(act)


def begin_writing() -> None:
    """Let this request write: end what it has read so far, and take SQLite's one place from the start."""
    if g.get("writing_stack") is not None:
        return
    db.session.rollback()
    g.writing_stack = ExitStack()
    g.writing_stack.enter_context(writing())


def pause() -> None:
    """Let go of the database while something slow is done; what was read is to be read again."""
    db.session.rollback()


def undo() -> None:
    """Undo what this request wrote, and go on reading to say why."""
    db.session.rollback()
    enter(db.session(), READ_EVERYTHING)


def keep() -> None:
    """Commit although the answer is a refusal: a failed sign-in is counted."""
    g.keeps_refusal = True


def is_writing() -> bool:
    """Return whether this request may write."""
    return request.method not in SAFE_METHODS or g.get("writing_stack") is not None


def committed(view: View) -> Callable[..., Response]:
    """Commit after the view when its answer is no refusal; else undo, with the session it wanted to begin."""

    @wraps(view)
    def answer(**values: Any) -> Response:
        try:
            response = make_response(view(**values))
            is_refusal = response.status_code >= HTTPStatus.BAD_REQUEST
            if is_writing() and (not is_refusal or g.get("keeps_refusal")):
                for act in current_app.extensions.get(_BEFORE_COMMIT, ()):
                    act()
                db.session.commit()
            elif is_writing():
                db.session.rollback()
        except Exception:
            if g.get("keeps_refusal"):
                db.session.commit()
            db.session.rollback()
            sessions.abandon()
            raise
        finally:
            leave()
        return response

    return answer


def apart(app: Flask, work: Callable[[Session], object]) -> None:
    """Do what no answer waits for in a transaction of its own, outside any request's: counts, never content."""
    with app.app_context(), writing():
        enter(db.session(), WRITE_EVERYTHING)
        work(db.session())
        db.session.commit()


def end(response: Response) -> Response:
    """Undo what a request refused at the gate had begun, before its session is kept on another connection."""
    if g.get("writing_stack") is not None:
        db.session.rollback()
        leave()
    return response


def leave(_error: BaseException | None = None) -> None:
    """Give SQLite's writing place back."""
    stack = g.pop("writing_stack", None)
    if stack is not None:
        stack.close()
