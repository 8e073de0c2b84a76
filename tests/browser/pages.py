"""Every page there is to look at; whoever adds a page adds its line."""

from datetime import timedelta
from typing import NamedTuple

from directory.models import Entry
from schedule.models import Chair, Consent, Decision, Sitting


class Shown(NamedTuple):
    """A page of the demo ministry by its Bangla address, seen by holders of a role.

    What ``places`` knows stands in braces.
    """

    name: str
    address: str
    role: str | None = None


PAGES = (
    Shown("home", "/"),
    Shown("home-signed-in", "/", "general_services"),
    Shown("directory", "/directory/"),
    Shown("directory-last-page", "/directory/?page=3"),
    Shown("directory-found", "/directory/?q=9583"),
    Shown("directory-latin", "/directory/?q=mizanur rohman"),
    Shown("directory-near", "/directory/?q=রহমানন"),
    Shown("directory-by-name", "/directory/?sort=name"),
    Shown("directory-nothing", "/directory/?q=কখগঘ"),
    Shown("directory-office", "/directory/?office={office}"),
    Shown("directory-offices", "/directory/offices/"),
    Shown("use", "/directory/use/"),
    Shown("use-assumptions", "/directory/use/assumptions/", "general_services"),
    Shown("officer", "/directory/officers/{officer}/"),
    Shown("line-service", "/directory/lines/{line}/"),
    Shown("editions", "/directory/editions/"),
    Shown("editions-branch", "/directory/editions/", "general_services"),
    Shown("edition", "/directory/editions/1/"),
    Shown("edition-compare", "/directory/editions/compare/?old=1&new=2"),
    Shown("edition-rollback", "/directory/editions/1/back/", "general_services"),
    Shown("hidden-numbers", "/directory/hidden/", "general_services"),
    Shown("reports", "/directory/reports/", "general_services"),
    Shown("chairs", "/schedule/chairs/registry/", "general_services"),
    Shown("chair-new", "/schedule/chairs/new/?q=রহমান", "general_services"),
    Shown("diary", "/schedule/diary/{keeper}/{asked_day}/", "private_secretary"),
    Shown("diary-week", "/schedule/diary/{keeper}/week/{day}/", "private_secretary"),
    Shown("diary-busy", "/schedule/diary/{keeper}/busy/", "private_secretary"),
    Shown("diary-move", "/schedule/sittings/{asked}/move/", "private_secretary"),
    Shown("consent", "/schedule/consents/{consent}/", "private_secretary"),
    Shown("settling", "/schedule/settling/", "general_services"),
    Shown("schedule-use", "/schedule/use/"),
    Shown("minutes", "/schedule/sittings/{minuted}/minutes/"),
    Shown(
        "minutes-organiser",
        "/schedule/sittings/{minuted}/minutes/",
        "general_services",
    ),
    Shown(
        "minutes-edit", "/schedule/sittings/{minuted}/minutes/edit/", "general_services"
    ),
    Shown("decisions", "/schedule/decisions/", "general_services"),
    Shown("decision", "/schedule/decisions/{decision}/", "general_services"),
    Shown("schedule-calendars", "/schedule/calendar/"),
    Shown("sittings", "/schedule/"),
    Shown("sittings-day", "/schedule/{day}/"),
    Shown("sittings-week", "/schedule/week/{day}/"),
    Shown("sittings-month", "/schedule/month/{month}/"),
    Shown("sittings-rooms", "/schedule/rooms/"),
    Shown("sittings-room", "/schedule/rooms/{room}/"),
    Shown("sittings-chair", "/schedule/chairs/{chair}/"),
    Shown("sittings-office", "/schedule/offices/{organiser}/"),
    Shown("sittings-found", "/schedule/search/?q=সভা"),
    Shown("sittings-none", "/schedule/search/?q=কখগঘ"),
    Shown("sitting", "/schedule/sittings/{sitting}/"),
    Shown("sitting-closed", "/schedule/sittings/{closed}/"),
    Shown("board", "/schedule/board/"),
    Shown("sittings-mine", "/schedule/mine/", "general_services"),
    Shown("sitting-new", "/schedule/sittings/new/", "general_services"),
    Shown("sitting-new-organiser", "/schedule/sittings/new/", "wing_organiser"),
    Shown("sitting-change", "/schedule/sittings/{sitting}/change/", "general_services"),
    Shown("sitting-cancel", "/schedule/sittings/{sitting}/cancel/", "general_services"),
    Shown("room-new", "/schedule/rooms/new/", "general_services"),
    Shown("room-change", "/schedule/rooms/{room}/change/", "general_services"),
    Shown("sitting-rules", "/schedule/rules/", "general_services"),
    Shown("papers", "/schedule/sittings/{sitting}/papers/", "general_services"),
    Shown(
        "paper-notice",
        "/schedule/sittings/{sitting}/papers/notice/",
        "general_services",
    ),
    Shown("paper-texts", "/schedule/texts/", "general_services"),
    Shown("paper-text", "/schedule/texts/notice/", "general_services"),
    Shown("series", "/schedule/series/{series}/", "general_services"),
    Shown("series-rule", "/schedule/sittings/{sitting}/repeat/", "general_services"),
    Shown(
        "series-plan",
        "/schedule/sittings/{sitting}/repeat/"
        "?rule=FREQ%3DDAILY&on_days_off=next&last_on={later}",
        "general_services",
    ),
    Shown("series-change", "/schedule/sittings/{again}/series/", "general_services"),
    Shown(
        "series-cancel", "/schedule/sittings/{again}/series/cancel/", "general_services"
    ),
    Shown("import", "/schedule/import/", "general_services"),
    Shown("export", "/schedule/export/"),
    Shown("sign-in", "/accounts/sign-in/"),
    Shown("account", "/accounts/", "auditor"),
    Shown("people", "/people/", "portal_admin"),
    Shown("person-new", "/people/new/", "portal_admin"),
    Shown("offices", "/organisation/"),
    Shown("office-new", "/organisation/new/", "general_services"),
    Shown("holidays", "/organisation/holidays/?year=2017"),
    Shown("holidays-branch", "/organisation/holidays/", "general_services"),
    Shown("holiday-new", "/organisation/holidays/new/", "general_services"),
    Shown(
        "holidays-proposed",
        "/organisation/holidays/proposed/?year=2017",
        "general_services",
    ),
    Shown("hours", "/organisation/hours/"),
    Shown("hours-new", "/organisation/hours/new/", "general_services"),
    Shown("free", "/schedule/free/"),
    Shown("free-found", "/schedule/free/?length=90&people=20", "wing_organiser"),
    Shown("free-none", "/schedule/free/?length=480&people=30"),
    Shown("record", "/record/", "auditor"),
    Shown("bijoy", "/bijoy/"),
    Shown("error-404", "/nowhere/"),
)


def places():
    """Keys that are not the same in every database."""
    lines = Entry.objects.current()
    second_charge = lines.get(post="উপসচিব (অতিরিক্ত দায়িত্ব)")
    sittings = Sitting.objects.filter(state=Sitting.State.CONFIRMED)
    single = sittings.filter(closed=False, series=None)
    sitting = single.exclude(room=None).latest("pk")
    again = sittings.exclude(series=None).latest("during")
    secretary = Chair.objects.get(shown_as="সচিব মহোদয়")
    consent = Consent.objects.waiting(secretary.officer).last()
    return {
        "keeper": secretary.pk,
        "consent": consent.pk,
        "asked": consent.sitting_id,
        "asked_day": consent.sitting.begins.date(),
        "day": sitting.begins.date(),
        "month": f"{sitting.begins:%Y-%m}",
        "room": sitting.room_id,
        "chair": sitting.chair_id,
        "organiser": sitting.organiser_id,
        "sitting": sitting.pk,
        "later": sitting.begins.date() + timedelta(days=9),
        "again": again.pk,
        "series": again.series_id,
        "closed": sittings.filter(closed=True).latest("pk").pk,
        "minuted": Decision.objects.earliest("pk").minutes.sitting_id,
        "decision": Decision.objects.earliest("pk").pk,
        "officer": second_charge.officer_id,
        "office": second_charge.office_id,
        "line": lines.get(post="অভ্যর্থনা").line,
    }
