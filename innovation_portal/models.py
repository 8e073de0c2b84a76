"""The models of the shared rooms, gathered where Django looks for them."""

from innovation_portal.access.models import Appointment, User
from innovation_portal.files.models import StoredFile
from innovation_portal.organisation.models import FormerName, Office

__all__ = ["Appointment", "FormerName", "Office", "StoredFile", "User"]
