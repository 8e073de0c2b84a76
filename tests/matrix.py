"""Who gets which answer from which page: one row for each URL name.

Whoever adds a page adds its row; tests/test_matrix.py fails for a page without one.
Answers are given for GET and for an empty POST, from everyone of tests/cast.py:

    open_to_all(get=200, post=405)          the same for everyone, visitors too
    signed_in(get=200, post=405)            visitors and the barred must sign in
    for_roles("auditor", get=200, post=405) others who are signed in get 403

``elsewhere`` is the answer for one who holds all roles in another office only: 404
where the record belongs to the ministry's own office, by default as for the roles.
``address`` makes the URL's arguments from the cast. ``secret=False`` names a page whose
POST changes nothing and needs no CSRF token.
"""

from datetime import date

from django.core.files.base import ContentFile

from directory.actions.report import report_mistake
from directory.actions.upload import receive
from directory.models import Officer
from innovation_portal.mail.actions import post
from innovation_portal.models import Holiday, WorkingHours
from tests.answers import for_roles, open_to_all, signed_in
from tests.directory import entries
from tests.factories import AppointmentFactory, DesignationFactory
from tests.schedule.matrix import SCHEDULE
from tests.workplans.matrix import WORKPLANS


def _colleague(cast):
    return {"pk": cast["plain"].user.pk}


def _appointment(cast):
    return {"pk": AppointmentFactory(user=cast["plain"].user, role="auditor").pk}


def _office(cast):
    return {"pk": cast.wing.pk}


def _holiday(cast):
    return {"pk": Holiday.objects.create(day=date(2017, 2, 21), name_bn="ছুটি").pk}


def _hours(cast):
    days = {"since": date(2017, 6, 1), "until": date(2017, 6, 20)}
    return {"pk": WorkingHours.objects.create(name="রমজান", **days).pk}


def _letter(cast):
    letter = post(to="a@moind.gov.bd", subject="A", body="A", about="A", by=None)
    return {"pk": letter.pk}


ACCESS = {
    "access:sign_in": open_to_all(post=200),
    "access:sign_out": open_to_all(get=405, post=302),
    "access:account_detail": signed_in(),
    "access:account_password": signed_in(post=200),
    "access:user_list": for_roles("portal_admin"),
    "access:user_create": for_roles("portal_admin", post=200),
    "access:user_detail": for_roles("portal_admin", elsewhere=404, address=_colleague),
    "access:user_change": for_roles(
        "portal_admin", post=200, elsewhere=404, address=_colleague
    ),
    "access:user_password": for_roles(
        "portal_admin", get=405, post=200, elsewhere=404, address=_colleague
    ),
    "access:user_sessions": for_roles(
        "portal_admin", get=405, post=302, elsewhere=404, address=_colleague
    ),
    "access:user_active": for_roles(
        "portal_admin", get=405, post=302, elsewhere=404, address=_colleague
    ),
    "access:appointment_create": for_roles(
        "portal_admin", post=200, elsewhere=404, address=_colleague
    ),
    "access:appointment_end": for_roles(
        "portal_admin", post=200, elsewhere=404, address=_appointment
    ),
}

BRANCH = "general_services"
EDITORS = ("general_services", "portal_admin")
ORGANISATION = {
    "organisation:office_tree": open_to_all(),
    "organisation:office_create": for_roles(*EDITORS, post=200),
    "organisation:office_change": for_roles(*EDITORS, post=200, address=_office),
    "organisation:office_close": for_roles(*EDITORS, post=200, address=_office),
    "organisation:holiday_list": open_to_all(),
    "organisation:holiday_create": for_roles(BRANCH, post=200),
    "organisation:holiday_propose": for_roles(BRANCH, post=200),
    "organisation:holiday_change": for_roles(BRANCH, post=200, address=_holiday),
    "organisation:holiday_remove": for_roles(BRANCH, post=302, address=_holiday),
    "organisation:hours_list": open_to_all(),
    "organisation:hours_create": for_roles(BRANCH, post=200),
    "organisation:hours_change": for_roles(BRANCH, post=200, address=_hours),
    "organisation:hours_remove": for_roles(BRANCH, post=302, address=_hours),
}

BANGLA = {"bangla:bijoy_convert": open_to_all(post=200, secret=False)}

RECORD = {"record:record_list": for_roles("auditor")}


def _upload(cast):
    upload = receive(file=ContentFile(b"x"), filename="x.csv", by=None)
    return {"pk": upload.pk}


def _edition(cast):
    return {"number": entries.edition().number}


def _spelling(cast):
    person = Officer.objects.create(name="Karim")
    return {"pk": Officer.objects.create(name="Kareem", same_as=person).pk}


def _earlier_edition(cast):
    entries.edition(2)
    return _edition(cast)


def _designation(cast):
    return {"pk": DesignationFactory().pk}


def _officer(cast):
    """One who stands in the present list."""
    officer = Officer.objects.create(name="করিম")
    entries.edition()
    entries.entry("করিম", officer=officer)
    return {"pk": officer.pk}


def _line(cast):
    entries.edition()
    return {"number": entries.entry(post="অভ্যর্থনা").line}


def _report(cast):
    line = entries.entry("করিম", first=entries.edition().number)
    return report_mistake(
        entry=line, field="room", proposed="405", name="রহিম", address="::1"
    )


def _report_pk(cast):
    return {"pk": _report(cast).pk}


def _report_token(cast):
    return {"token": _report(cast).token}


def _paper(cast):
    return {"kind": "desk"}


def _line_way(cast):
    return _line(cast) | {"way": "change"}


CLERK = "general_services"
DIRECTORY = {
    "directory:officer_join": for_roles(CLERK, post=200, address=_officer),
    "directory:officer_part": for_roles(CLERK, get=405, post=302, address=_spelling),
    "directory:hiding_change": for_roles(CLERK, post=302),
    "directory:hiding_line": for_roles(CLERK, post=302, address=_line),
    "directory:edition_list": open_to_all(),
    "directory:edition_compare": open_to_all(),
    "directory:edition_detail": open_to_all(address=_edition),
    # without a file of its own
    "directory:edition_source": for_roles(CLERK, get=404, address=_edition),
    "directory:edition_rollback": for_roles(CLERK, post=200, address=_earlier_edition),
    "directory:edition_upload": for_roles(CLERK, post=200),
    "directory:edition_preview": for_roles(CLERK, address=_upload),
    "directory:edition_choose": for_roles(CLERK, get=405, post=302, address=_upload),
    "directory:edition_publish": for_roles(CLERK, get=405, post=302, address=_upload),
    "directory:edition_discard": for_roles(CLERK, post=302, address=_upload),
    "directory:edition_notes": for_roles(CLERK, address=_upload),
    "directory:report_create": open_to_all(post=200, address=_line),
    "directory:report_status": open_to_all(address=_report_token),
    "directory:report_list": for_roles(CLERK),
    "directory:report_detail": for_roles(CLERK, post=200, address=_report_pk),
    "directory:report_answer": for_roles(CLERK, get=405, post=200, address=_report_pk),
    "directory:line_edit": for_roles(CLERK, post=200, address=_line_way),
    "directory:line_transfer": for_roles(CLERK, post=200, address=_line),
    "directory:designation_list": for_roles(*EDITORS),
    "directory:designation_create": for_roles(*EDITORS, post=200),
    "directory:designation_change": for_roles(*EDITORS, post=200, address=_designation),
    "directory:entry_list": open_to_all(),
    "directory:count_list": open_to_all(),
    "directory:count_assume": for_roles(CLERK, post=200),
    "directory:office_tree": open_to_all(),
    "directory:officer_detail": open_to_all(address=_officer),
    "directory:officer_card": open_to_all(address=_officer),
    "directory:officer_code": open_to_all(address=_officer),
    "directory:line_detail": open_to_all(address=_line),
    "directory:line_card": open_to_all(address=_line),
    "directory:line_code": open_to_all(address=_line),
    # before the first edition
    "directory:download_xlsx": open_to_all(get=404),
    "directory:download_csv": open_to_all(get=404),
    "directory:download_vcf": open_to_all(get=404),
    "directory:paper_download": open_to_all(get=404),
    "directory:paper_detail": open_to_all(get=404, address=_paper),
}

MAIL = {
    "mail:letter_list": for_roles("portal_admin"),
    "mail:letter_retry": for_roles(
        "portal_admin", get=405, post=302, elsewhere=404, address=_letter
    ),
}

FRAME = {
    "home": open_to_all(),
    "healthz": open_to_all(),
    "readyz": open_to_all(),
}

MATRIX = (
    FRAME
    | BANGLA
    | MAIL
    | ACCESS
    | ORGANISATION
    | RECORD
    | DIRECTORY
    | SCHEDULE
    | WORKPLANS
)
