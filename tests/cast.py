"""The cast: one signed-in client per role, and those who may less.

cast["auditor"] is a client in a browser of its own, cast["auditor"].user its person.
Beside the eight roles: "visitor" (nobody), "plain" (signed in, no role), "inactive"
(signed in, then barred), "elsewhere" (all eight roles, in an agency's office).
"""

from django.test import Client

from innovation_portal.access.roles import ROLES
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory

ROLE_KEYS = tuple(role.key for role in ROLES)
WITHOUT_ROLE = ("visitor", "inactive", "plain")
EVERYONE = (*WITHOUT_ROLE, *ROLE_KEYS, "elsewhere")


class Cast(dict):
    """Clients by name; ``ministry`` is the root office, ``agency`` one below it."""

    def __init__(self):
        super().__init__(visitor=Client())
        self.ministry = OfficeFactory(name_bn="মন্ত্রণালয়", name_en="Ministry")
        self.wing = OfficeFactory(name_bn="অনুবিভাগ", parent=self.ministry)
        self.agency = OfficeFactory(name_bn="সংস্থা", parent=self.ministry)
        for role in ROLE_KEYS:
            self[role] = self.person(role, self.ministry, [role])
        self["plain"] = self.person("plain", self.wing)
        self["inactive"] = self.person("inactive", self.wing)
        self["inactive"].user.is_active = False
        self["inactive"].user.save()
        self["elsewhere"] = self.person("elsewhere", self.agency, ROLE_KEYS)

    def person(self, name, office, roles=()):
        """A client signed in as a new user with these roles in the office."""
        user = UserFactory(username=name, full_name=name, office=office)
        for role in roles:
            AppointmentFactory(user=user, role=role)
        client = Client()
        client.force_login(user)
        client.user = user
        return client
