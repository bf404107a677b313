"""A museum's public page as it would be: the page's own view, run for one reader on what waits (decision 0008)."""

from portal.web.kit.preview.answering import all_pictures, answer, picture, shown_pictures
from portal.web.kit.preview.asked import BLOCKS, DAY, LANGUAGE, Asked, read
from portal.web.kit.preview.frame import Frame, Line, lines

__all__ = [
    "BLOCKS",
    "DAY",
    "LANGUAGE",
    "Asked",
    "Frame",
    "Line",
    "all_pictures",
    "answer",
    "lines",
    "picture",
    "read",
    "shown_pictures",
]
