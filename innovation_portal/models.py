"""The models of the shared rooms, gathered where Django looks for them."""

from innovation_portal.access.models import Appointment, User
from innovation_portal.files.models import StoredFile
from innovation_portal.mail.models import Letter
from innovation_portal.organisation.models import (
    FormerName,
    Holiday,
    Office,
    WorkingHours,
)
from innovation_portal.work.models import Doing

__all__ = [
    "Appointment",
    "Doing",
    "FormerName",
    "Holiday",
    "Letter",
    "Office",
    "StoredFile",
    "User",
    "WorkingHours",
]
