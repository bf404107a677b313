"""Fills an installation with copies of its museums: `python -m bench.crowd 9` makes 132 museums 1 320."""

import sys
from datetime import UTC, datetime

from portal import create_app
from portal.cli.work import transaction
from portal.domain.hours import demonstration
from tests.crowd import replicate


def main() -> None:
    """Add the copies asked for, with hours as the demonstration invents them."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with create_app().app_context(), transaction():
        replicate(int(sys.argv[1]), now)
        demonstration.make(now)


if __name__ == "__main__":
    main()
