"""The commands a person types: ten lines that call an action, say what was done, and commit."""

from flask import Flask

from portal.cli import museums, seed, serve


def init_app(app: Flask) -> None:
    """Give the application its commands."""
    for group in (museums.commands, seed.commands):
        app.cli.add_command(group)
    app.cli.add_command(serve.serve)
