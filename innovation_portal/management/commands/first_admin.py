"""bin/manage first_admin: the person who appoints all others, at the first start."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from innovation_portal.access.actions import appoint, create_user
from innovation_portal.access.models import Appointment
from innovation_portal.organisation.actions.office import create_office
from innovation_portal.organisation.models import Office, OfficeKind

ROLE = "portal_admin"


class Command(BaseCommand):
    help = "Make the first portal administrator, and show a temporary password."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="full name")
        parser.add_argument("--ministry", help="its name in Bangla, if it is not there")

    @transaction.atomic
    def handle(self, *, username, name, ministry, **options):
        if Appointment.objects.current().filter(role=ROLE).exists():
            raise CommandError("There is a portal administrator; ask that person.")
        office = _ministry(ministry)
        user, password = create_user(
            username=username, full_name=name, office=office, by=None
        )
        appoint(
            user=user,
            role=ROLE,
            office=office,
            since=timezone.localdate(),
            reason="first_admin",
            by=None,
        )
        self.stdout.write(f"{user.username}  {password}")


def _ministry(name):
    if office := Office.objects.filter(parent=None).in_order().first():
        return office
    if not name:
        raise CommandError("Name the ministry: --ministry …")
    return create_office(name_bn=name, kind=OfficeKind.MINISTRY, parent=None, by=None)
