"""bin/manage load_demo: a ministry to look at, into an empty database only."""

from datetime import date
from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand
from django.db import transaction

import directory
from directory.actions.edition import publish
from directory.actions.upload import compare_upload, receive
from innovation_portal.demo.minutes import load_minutes
from innovation_portal.demo.organisation import load_holidays, load_organisation
from innovation_portal.demo.people import make_users
from innovation_portal.demo.sittings import load_sittings
from innovation_portal.models import Office, User

LISTS = date(2017, 1, 15), date(2017, 2, 12)


class Command(BaseCommand):
    help = "Load the demo ministry into an empty database, and show its passwords."

    def handle(self, *args, verbosity, **options):
        if User.objects.exists() or Office.objects.exists():
            if verbosity:
                self.stdout.write("The database is not empty; nothing was loaded.")
            return
        self._show(_load())

    def _show(self, users):
        self.stdout.write("Users of the demo; the passwords are shown this once:")
        for role, username, password in users:
            self.stdout.write(f"  {username:8} {password:18} {role.name}")


@transaction.atomic  # a start that is killed here leaves the database empty
def _load():
    load_organisation()
    users = make_users()
    clerk = User.objects.get(username="sheba")
    load_holidays(clerk)
    for updated_on in LISTS:
        _publish(updated_on, clerk)
    load_sittings()
    load_minutes()
    return users


def _publish(updated_on, clerk):
    path = Path(directory.__file__).parent / "demo" / f"phone_list_{updated_on}.xlsx"
    with path.open("rb") as opened:
        upload = receive(
            file=File(opened), filename=path.name, updated_on=updated_on, by=clerk
        )
    compare_upload.func(upload.pk)
    publish(upload=upload, by=clerk)
