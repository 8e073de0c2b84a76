"""The ministry's tree and designations, from offices.json; and its holidays."""

import json
from datetime import date
from pathlib import Path

from django.utils import timezone

from directory.models import Designation
from innovation_portal.models import FormerName, Office
from innovation_portal.organisation.actions.holiday import take_holidays
from innovation_portal.organisation.calculated import proposals

SOURCE = Path(__file__).with_name("offices.json")


def load_organisation():
    """Make every office and designation of the file, in its order."""
    data = json.loads(SOURCE.read_text())
    _make(data["office"], None, 1)
    Designation.objects.bulk_create(
        Designation(name_bn=name, precedence=rank)
        for rank, name in enumerate(data["precedence_bn"], 1)
    )


def load_holidays(by):
    """Those calculated for this year and the next, as the branch would take them."""
    present = timezone.localdate().year
    for year in (present, present + 1):
        take_holidays(proposals=proposals(year), by=by)


def _make(node, parent, order):
    office = Office.objects.create(
        parent=parent,
        kind=node["kind"],
        name_bn=node["name_bn"],
        name_en=node["name_en"],
        abbreviation=node.get("abbreviation", ""),
        order=order,
    )
    for former in node.get("former_names", ()):
        FormerName.objects.create(
            office=office,
            name_bn=former["name_bn"],
            name_en=former["name_en"],
            until=date(int(former["until"]), 1, 1),
        )
    for rank, child in enumerate(node.get("children", ()), 1):
        _make(child, office, rank)
