"""Offices with their dated names, holidays, and the hours of the office."""

from innovation_portal.organisation.models.holiday import Holiday
from innovation_portal.organisation.models.hours import Weekday, WorkingHours
from innovation_portal.organisation.models.office import FormerName, Office, OfficeKind

__all__ = ["FormerName", "Holiday", "Office", "OfficeKind", "Weekday", "WorkingHours"]
