"""Each night, one letter to each person whose museums' hours run out or wait for a decision; nothing to the others."""

from collections import defaultdict
from datetime import datetime

from flask import current_app

from portal.db import db
from portal.domain import museums
from portal.domain.accounts import User, writers
from portal.domain.hours import reminders
from portal.web.hour_letters import Task, remind


def send(now: datetime) -> int:
    """Write the letters that are due and keep that they were; return how many. The session may write everything.

    A museum with nobody to write to is left for the day somebody joins it; the follow-up shows it meanwhile.
    """
    due = {reminder.museum_id: reminder for reminder in reminders.due(db.session(), now)}
    entries = museums.guide().by_id
    tasks: dict[int, list[Task]] = defaultdict(list)
    readers: dict[int, User] = {}
    for museum_id, user in writers.of_museums(due):
        reminder = due[museum_id]
        tasks[user.id].append(Task(entries[museum_id], reminder.last, reminder.holidays))
        readers[user.id] = user
    told = {task.museum.id for own in tasks.values() for task in own}
    # A letter holds absolute addresses, and flask asks a request for them: any on the public address will do.
    with current_app.test_request_context(base_url=current_app.extensions["settings"].public_url):
        for user_id, own in tasks.items():
            remind(readers[user_id], own, now=now)
    for museum_id in sorted(told):
        reminders.keep(db.session(), due[museum_id], now)
    return len(tasks)
