"""django-import-export on the rows of standard input; prints the seconds it took.

Runs in an environment of its own, with nothing of the portal.
"""

import json
import sys
import time

import django
import tablib
from django.conf import settings
from django.db import connection, models

settings.configure(
    DATABASES={"default": json.loads(sys.argv[1])},
    INSTALLED_APPS=["import_export"],
    USE_TZ=True,
)
django.setup()

from import_export import resources  # noqa: E402

COLUMNS = ("name", "post", "wing", "section", "office_phone", "mobile", "email")


class Peer(models.Model):
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200)
    wing = models.CharField(max_length=200)
    section = models.CharField(max_length=200)
    office_phone = models.CharField(max_length=120)
    mobile = models.CharField(max_length=120)
    email = models.CharField(max_length=254, unique=True)

    class Meta:
        app_label = "import_export"  # an app that is installed

    def __str__(self):
        return self.name


class PeerResource(resources.ModelResource):
    class Meta:
        model = Peer
        import_id_fields = ("email",)
        fields = COLUMNS


def main():
    with connection.schema_editor() as editor:
        editor.create_model(Peer)
    data = tablib.Dataset(*json.load(sys.stdin), headers=COLUMNS)
    start = time.perf_counter()
    for dry_run in (True, False):
        PeerResource().import_data(data, dry_run=dry_run, raise_errors=True)
    print(time.perf_counter() - start)


main()
