"""What is done beside the requests: letters, due publications, the night's cleaning. On huey; late or twice is harmless."""

from portal.jobs.queue import init_app, start, wake, work

__all__ = ["init_app", "start", "wake", "work"]
