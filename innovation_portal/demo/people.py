"""One user for each role, with a random password that is shown once."""

import secrets

from django.utils import timezone

from innovation_portal.access.roles import ROLES
from innovation_portal.models import Appointment, Office, User

# Where each role sits, and under which name it signs in.
PLACES = {
    "general_services": ("sheba", "Administration (General Services) Branch"),
    "wing_organiser": ("sabha", "Planning Wing"),
    "private_secretary": ("ps", "Office of the Secretary"),
    "focal_point": ("focal", "Bangladesh Chemical Industries Corporation"),
    "innovation_team": ("team", "Administration Wing"),
    "ict_branch": ("ict", "E-Governance and ICT Branch"),
    "portal_admin": ("admin", "ICT Section"),
    "auditor": ("audit", "Accounts Section"),
}
FOR_THE_MINISTRY = {"portal_admin"}  # the others' roles hold where they sit


def make_users():
    """Returns (role, user name, password) of each user made."""
    made, ministry = [], Office.objects.get(parent=None)
    for role in ROLES:
        username, office_name = PLACES[role.key]
        office = Office.objects.get(name_en=office_name)
        password = secrets.token_urlsafe(12)
        user = User(username=username, full_name=str(role.name), office=office)
        user.set_password(password)
        user.save()
        Appointment.objects.create(
            user=user,
            role=role.key,
            office=ministry if role.key in FOR_THE_MINISTRY else office,
            since=timezone.localdate(),
            reason="প্রদর্শনী উপাত্ত",
        )
        made.append((role, username, password))
    return made
