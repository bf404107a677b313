"""The buttons of the form that change what is typed without keeping it: a date more, one less, dates to see."""

from typing import Any

from portal.web.dashboard.events.typed import DATES, RULE

MOST = 200


def change(sheet: dict[str, Any], asked: str) -> str:
    """Do what a button says to what is typed; return the field to go on from."""
    rows: list[dict[str, str]] = sheet["occurrences"]
    act, _blank, number = asked.partition(" ")
    if act == "add" and len(rows) < MOST:
        rows.append({name: rows[-1].get(name, "") for name in ("from", "to")} if rows else {})
        sheet["when"] = sheet.get("when") if sheet.get("when") == RULE else DATES
        return f"occurrences.{len(rows) - 1}.day"
    if act == "remove" and number.isdigit() and int(number) < len(rows):
        del rows[int(number)]
        return "occurrences.add"
    return "produced" if act == "see" else ""
