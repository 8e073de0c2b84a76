"""The answers of the schedule's pages; a part of tests/matrix.py."""

SCHEDULE = {}
