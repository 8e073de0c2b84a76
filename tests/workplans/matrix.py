"""The answers of the plans' pages; a part of tests/matrix.py."""

WORKPLANS = {}
