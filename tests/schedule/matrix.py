"""The answers of the schedule's pages; a part of tests/matrix.py."""

from tests.answers import for_roles
from tests.schedule.sittings import chair

BRANCH, SECRETARY = "general_services", "private_secretary"


def _chair(cast):
    """One whose day an office of the ministry keeps."""
    return {"pk": chair(office=cast.wing).pk}


DIARY = {
    "schedule:chair_list": for_roles(BRANCH),
    "schedule:chair_create": for_roles(BRANCH, post=200),
    "schedule:chair_change": for_roles(BRANCH, post=200, address=_chair),
}

SCHEDULE = DIARY
