"""Minutes for tests: written by the action, opened, and what the form sends."""

from datetime import date

from django.core.files.base import ContentFile

from schedule.actions.minutes import Row, open_minutes, sign_minutes, write_minutes
from schedule.models import Minutes

SCAN = b"%PDF-1.7 signed"
ROW = Row(None, "বাজেট নিয়ে আলোচনা হয়।", "বাজেট পাঠাতে হবে।", "হিসাব শাখা", "৩০/১১/২০২৬")


def write(sitting, *rows, version=None, removed=(), by=None, **said):
    """Write over what stands, unless a version is given."""
    standing = Minutes.objects.filter(sitting=sitting).first()
    if version is None:
        version = standing.version if standing else 0
    return write_minutes(
        sitting=sitting, version=version, said=said, rows=rows, removed=removed, by=by
    )


def minutes_of(sitting, *rows, is_open=True, signed=False, **said):
    """Minutes with one decision, unless told otherwise."""
    minutes = write(sitting, *(rows or [ROW]), **said)
    if signed:
        file = ContentFile(SCAN, name="signed.pdf")
        day = date(2026, 11, 22)
        sign_minutes(
            minutes=minutes, signed_on=day, file=file, filename="signed.pdf", by=None
        )
    if is_open and not sitting.closed:
        open_minutes(minutes=minutes, is_open=True, by=None)
    return Minutes.objects.get(pk=minutes.pk)


def sent(client, address):
    """What a browser sends of the form as it is shown."""
    form = client.get(address).context["form"]
    data = {}
    for part in (form.head, form.rows.management_form, *form.rows):
        for field in part:
            data[field.html_name] = text_of(field)
            data[field.html_initial_name] = text_of(field)
    return data


def text_of(field):
    """As a browser sends it: lines end with two signs."""
    value = field.value()
    return "" if value is None or value is False else str(value).replace("\n", "\r\n")
