"""Mistakes reported of the small list of tests.directory.edits."""

from directory.actions.report import report_mistake
from directory.models import Report
from tests.directory.edits import karim

WHO = {"name": "রহিমা খাতুন", "office": "হিসাব শাখা", "phone": "321"}
HERE = "10.1.2.3"


def reported(entry=None, field="mobile", proposed="01812345678", **rest):
    said = WHO | {"address": HERE} | rest
    entry = entry or karim()
    return report_mistake(entry=entry, field=field, proposed=proposed, **said)


def stands(report):
    """A report as it stands in the database by now."""
    return Report.objects.get(pk=report.pk)
