"""The roles as data: what each may do, and how far it reaches.

``rights`` hold for the whole ministry. ``office_rights`` hold for the office of the
appointment and all below it; another office's record does not exist for them.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    key: str
    name: str
    task: str
    rights: tuple[str, ...] = ()
    office_rights: tuple[str, ...] = ()


ROLES = (
    Role(
        "general_services",
        _("General services branch"),
        _("Keeps the telephone list, the sittings, the rooms and the holidays."),
        (
            "directory.publish",
            "organisation.edit",
            "schedule.approve",
            "schedule.hold",
            "schedule.keep",
            "schedule.override",
        ),
    ),
    Role(
        "wing_organiser",
        _("Sitting organiser"),
        _("Holds slots for the sittings of the own wing."),
        office_rights=("schedule.hold",),
    ),
    Role(
        "private_secretary",
        _("Private secretary"),
        _("Keeps the day of a chair and answers requests for consent."),
        office_rights=("schedule.diary", "schedule.hold"),
    ),
    Role(
        "focal_point",
        _("Innovation focal point"),
        _("Writes the plan and the report of the own agency."),
        office_rights=("workplans.write",),
    ),
    Role(
        "innovation_team",
        _("Innovation team"),
        _("Reviews, returns and approves plans."),
        ("workplans.review",),
    ),
    Role(
        "ict_branch",
        _("ICT branch"),
        _("Collects the plans and sends them to the Cabinet Division."),
        ("workplans.collect", "workplans.write"),
    ),
    Role(
        "portal_admin",
        _("Portal administrator"),
        _("Keeps people, roles and reference data."),
        office_rights=("access.appoint", "mail.manage", "organisation.edit"),
    ),
    Role(
        "auditor",
        _("Auditor"),
        _("Reads the record of who changed what, for a term."),
        ("record.read",),
    ),
)

BY_KEY = {role.key: role for role in ROLES}
CHOICES = [(role.key, role.name) for role in ROLES]
RIGHTS = frozenset(
    right for role in ROLES for right in (*role.rights, *role.office_rights)
)


def holding(right):
    """The keys of the roles that hold a right: everywhere, and in their office."""
    everywhere = {role.key for role in ROLES if right in role.rights}
    in_office = {role.key for role in ROLES if right in role.office_rights}
    return everywhere, in_office
