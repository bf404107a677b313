"""Makes the copies of pictures, one at a time and outside any transaction: each claimed, made, then concluded."""

import logging
from dataclasses import dataclass
from datetime import datetime

from flask import current_app

from portal.db import WRITE_EVERYTHING, db, enter, writing
from portal.domain.media import FileRefusedError, Picture, Seen, crops, files, rendering
from portal.domain.media.live import ENTIRE
from portal.domain.media.models import copy_name
from portal.files import Store

log = logging.getLogger(__name__)

MOST = 100
"""As many sets as one run makes; the next minute brings the others."""


@dataclass(frozen=True)
class _Task:
    """What is to be made, as it was when it was claimed."""

    id: int
    token: str
    original: str
    seen: Seen
    set_: str
    has_entire: bool
    tries: int


def make_due(now: datetime) -> int:
    """Make the copies that wait; return how many sets were made."""
    store: Store = current_app.extensions["files"]
    done = 0
    for _turn in range(MOST):
        task = _claim(now)
        if task is None:
            break
        done += _make(store, task)
    return done


def _claim(now: datetime) -> _Task | None:
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        one = files.claim(db.session(), now)
        task = None if one is None else _task(one)
        db.session.commit()
    return task


def _task(one: Picture) -> _Task:
    return _Task(one.id, one.token, one.original, one.seen, one.wanted or "", ENTIRE in one.sets, one.tries)


def _make(store: Store, task: _Task) -> bool:
    if task.tries > files.MOST_TRIES:  # it ended the worker each time it was tried
        log.error("picture %s was given up", task.id)
        return _conclude(task, None)
    try:
        sets = _write(store, task)
    except (FileRefusedError, FileNotFoundError) as error:
        log.warning("picture %s cannot be made: %r", task.id, error)
        return _conclude(task, None)
    except OSError:  # the disk: tried again once the claim is old
        log.exception("the copies of picture %s could not be kept", task.id)
        return False
    return _conclude(task, sets)


def _write(store: Store, task: _Task) -> list[str]:
    with store.open(task.original) as file:
        content = file.read()
    across, _, down = task.set_.partition("-")
    wanted = crops.FOCAL_CROPS if task.has_entire else (crops.WHOLE, *crops.FOCAL_CROPS)
    for copy in rendering.copies(content, task.seen, wanted, (int(across), int(down))):
        set_ = ENTIRE if copy.crop.ratio is None else task.set_
        store.put(copy_name(task.token, set_, copy.name), copy.content)
    return [task.set_] if task.has_entire else [ENTIRE, task.set_]


def _conclude(task: _Task, sets: list[str] | None) -> bool:
    with writing():
        enter(db.session(), WRITE_EVERYTHING)
        if sets is None:
            files.failed(db.session(), task.id)
        else:
            files.made(db.session(), task.id, sets)
        db.session.commit()
    return sets is not None
