"""The roles as data: what each may do. Which office it may do it for follows the
appointment; ``everywhere`` marks the rights that do not end at an office's edge."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    key: str
    name: str
    task: str
    rights: tuple[str, ...]


ROLES = (
    Role(
        "general_services",
        _("General services branch"),
        _("Keeps the telephone list, the sittings, the rooms and the holidays."),
        ("directory.publish", "organisation.edit"),
    ),
    Role(
        "wing_organiser",
        _("Sitting organiser"),
        _("Holds slots for the sittings of the own wing."),
        (),
    ),
    Role(
        "private_secretary",
        _("Private secretary"),
        _("Keeps the day of a chair and answers requests for consent."),
        (),
    ),
    Role(
        "focal_point",
        _("Innovation focal point"),
        _("Writes the plan and the report of the own agency."),
        (),
    ),
    Role(
        "innovation_team",
        _("Innovation team"),
        _("Reviews, returns and approves plans."),
        (),
    ),
    Role(
        "ict_branch",
        _("ICT branch"),
        _("Collects the plans and sends them to the Cabinet Division."),
        (),
    ),
    Role(
        "portal_admin",
        _("Portal administrator"),
        _("Keeps people, roles and reference data."),
        ("access.appoint", "organisation.edit"),
    ),
    Role(
        "auditor",
        _("Auditor"),
        _("Reads the record of who changed what, for a term."),
        ("record.read",),
    ),
)

CHOICES = [(role.key, role.name) for role in ROLES]
RIGHTS = {
    right: frozenset(r.key for r in ROLES if right in r.rights)
    for role in ROLES
    for right in role.rights
}
