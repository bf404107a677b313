"""Events in words, in questions and in files: the same on every page, list, map, calendar, feed and API."""
