"""The answers of the schedule's pages; a part of tests/matrix.py."""

from dataclasses import replace
from datetime import date

from schedule.actions.block import enter_block
from tests.answers import for_roles, open_to_all, signed_in
from tests.cast import ROLE_KEYS
from tests.factories import OfficerFactory
from tests.schedule.files import received, row
from tests.schedule.minutes import minutes_of
from tests.schedule.papers import made_paper
from tests.schedule.serieses import rows, start
from tests.schedule.sittings import DAY, at, chair, room, sitting

BRANCH, SECRETARY = "general_services", "private_secretary"
ORGANISER = "wing_organiser"
HOLDERS = BRANCH, ORGANISER, SECRETARY


def _chair(cast):
    """One whose day an office of the ministry keeps."""
    return {"pk": chair(office=cast.wing).pk}


def _ministers_day(cast):
    """Kept by an office that the agency's people do not reach."""
    return {"pk": chair(office=cast.wing).pk, "day": DAY}


def _block(cast):
    kept = chair(office=cast.wing)
    block = enter_block(
        officer=kept.officer,
        office=kept.office,
        kind="leave",
        begins=at("10:00"),
        ends=at("11:00"),
        by=None,
    )
    return {"pk": block.pk}


def _consent(cast):
    kept = chair(office=cast.wing, gives_consent=True)
    return {"pk": sitting(chair=kept.officer).consent_set.get().pk}


def _chaired(cast):
    """A sitting of the ministry, chaired by one whose day is kept there."""
    kept = chair(office=cast.wing)
    return {"pk": sitting(chair=kept.officer, organiser=cast.ministry).pk}


def _chaired_kind(cast):
    return {"kind": "sitting"} | _chaired(cast)


DIARY = {
    "schedule:chair_list": for_roles(BRANCH),
    "schedule:chair_create": for_roles(BRANCH, post=200),
    "schedule:chair_change": for_roles(BRANCH, post=200, address=_chair),
    "schedule:diary_list": for_roles(SECRETARY),
    "schedule:diary_day": for_roles(SECRETARY, elsewhere=404, address=_ministers_day),
    "schedule:diary_week": for_roles(SECRETARY, elsewhere=404, address=_ministers_day),
    "schedule:diary_paper": for_roles(SECRETARY, elsewhere=404, address=_ministers_day),
    "schedule:block_create": for_roles(
        SECRETARY, post=200, elsewhere=404, address=_chair
    ),
    "schedule:block_change": for_roles(
        SECRETARY, post=200, elsewhere=404, address=_block
    ),
    "schedule:block_end": for_roles(
        SECRETARY, get=405, post=302, elsewhere=404, address=_block
    ),
    "schedule:consent_answer": for_roles(
        SECRETARY, post=200, elsewhere=404, address=_consent
    ),
    "schedule:settling_list": for_roles(BRANCH, SECRETARY, ORGANISER),
    "schedule:settling_stand": for_roles(
        BRANCH, get=405, post=302, address=_chaired_kind
    ),
    "schedule:settling_posts": for_roles(
        BRANCH, SECRETARY, ORGANISER, get=405, post=302
    ),
    "schedule:settling_follow": for_roles(
        BRANCH, SECRETARY, ORGANISER, get=405, post=302, address=_chaired
    ),
    "schedule:diary_move": for_roles(
        BRANCH, SECRETARY, ORGANISER, post=200, address=_chaired
    ),
}


def _day(cast):
    return {"day": date(2017, 2, 14)}


def _room(cast):
    return {"pk": room().pk}


def _officer(cast):
    return {"pk": OfficerFactory().pk}


def _office(cast):
    return {"pk": cast.wing.pk}


def _sitting(cast):
    return {"pk": sitting(organiser=cast.wing).pk}


def _on_a_day(address):
    return lambda cast: address(cast) | _day(cast)


PAGES = {
    "schedule:day_now": open_to_all(),
    "schedule:day_detail": open_to_all(address=_day),
    "schedule:day_paper": open_to_all(address=_day),
    "schedule:week_detail": open_to_all(address=_day),
    "schedule:week_paper": open_to_all(address=_day),
    "schedule:month_detail": open_to_all(address=_day),
    "schedule:search_list": open_to_all(),
    "schedule:board_detail": open_to_all(),
    "schedule:room_list": open_to_all(),
    "schedule:room_detail": open_to_all(address=_room),
    "schedule:room_week": open_to_all(address=_on_a_day(_room)),
    "schedule:chair_detail": open_to_all(address=_officer),
    "schedule:chair_month": open_to_all(address=_on_a_day(_officer)),
    "schedule:office_detail": open_to_all(address=_office),
    "schedule:office_month": open_to_all(address=_on_a_day(_office)),
    "schedule:sitting_detail": open_to_all(address=_sitting),
    "schedule:free_find": open_to_all(),
}


def _minutes(cast):
    return {"pk": minutes_of(sitting(organiser=cast.wing)).sitting_id}


def _decision(cast):
    row = minutes_of(sitting(organiser=cast.wing)).decisions.get()
    return {"pk": row.pk}


def _concerned(**kwargs):
    """Those who hold slots there; for all others it is not there."""
    row = signed_in(**kwargs)
    strangers = {"plain", *ROLE_KEYS} - {*HOLDERS}
    return replace(row, get=row.get | dict.fromkeys(strangers, 404))


MINUTES = {
    "schedule:minutes_detail": open_to_all(address=_minutes),
    "schedule:minutes_pdf": _concerned(address=_minutes),
    "schedule:minutes_docx": _concerned(address=_minutes),
    # without a signed copy
    "schedule:minutes_scan": open_to_all(get=404, address=_minutes),
    "schedule:minutes_edit": for_roles(*HOLDERS, post=200, address=_minutes),
    "schedule:minutes_sign": for_roles(*HOLDERS, get=405, post=200, address=_minutes),
    "schedule:minutes_open": for_roles(*HOLDERS, get=405, post=302, address=_minutes),
    "schedule:decision_list": for_roles(*HOLDERS),
    "schedule:decision_progress": for_roles(*HOLDERS, post=200, address=_decision),
}

MEASURES = {"schedule:use_show": open_to_all()}

FEEDS = {
    "schedule:feed_help": open_to_all(),
    "schedule:feed_all": open_to_all(),
    "schedule:feed_room": open_to_all(address=_room),
    "schedule:feed_chair": open_to_all(address=_officer),
    "schedule:feed_office": open_to_all(address=_office),
    "schedule:feed_sitting": open_to_all(address=_sitting),
}


def _written():
    return for_roles(*HOLDERS, post=200, address=_sitting)


ENTRY = {
    "schedule:sitting_list": for_roles(*HOLDERS),
    "schedule:sitting_create": for_roles(*HOLDERS, post=200),
    "schedule:sitting_clash": for_roles(*HOLDERS, get=405, post=200),
    "schedule:sitting_change": _written(),
    "schedule:sitting_confirm": _written(),
    "schedule:sitting_postpone": _written(),
    "schedule:sitting_cancel": _written(),
    # without a scan
    "schedule:sitting_letter": signed_in(get=404, address=_sitting),
    "schedule:room_create": for_roles(BRANCH, post=200),
    "schedule:room_change": for_roles(BRANCH, post=200, address=_room),
    "schedule:policy_change": for_roles(BRANCH, post=200),
}


def _paper(cast):
    made = made_paper(sitting(organiser=cast.wing), kind="plates")
    return {"pk": made.pk, "ending": "docx"}


PAPERS = {
    "schedule:paper_detail": for_roles(*HOLDERS, address=_sitting),
    "schedule:paper_create": for_roles(
        *HOLDERS,
        post=200,
        address=lambda cast: _sitting(cast) | {"kind": "notice"},
    ),
    "schedule:paper_download": for_roles(*HOLDERS, address=_paper),
    "schedule:text_list": for_roles(BRANCH),
    "schedule:text_change": for_roles(
        BRANCH, post=302, address=lambda cast: {"kind": "notice"}
    ),
}


def _of_ministry(cast):
    return {"pk": sitting(organiser=cast.ministry).pk}


def _series(cast):
    return {"pk": start().pk}


def _of_series(cast):
    return {"pk": rows(start(organiser=cast.ministry))[0].pk}


SERIES = {
    "schedule:series_detail": open_to_all(address=_series),
    "schedule:series_create": for_roles(*HOLDERS, post=200, address=_of_ministry),
    "schedule:series_change": for_roles(*HOLDERS, post=200, address=_of_series),
    "schedule:series_cancel": for_roles(*HOLDERS, post=200, address=_of_series),
}


def _import(cast):
    return {"pk": received(row(), by=cast[BRANCH].user).pk}


def _own_file(get=200, post=405):
    """The sender's alone; for all others with the right it is not there."""
    row = for_roles(*HOLDERS, get=get, post=post, address=_import)
    others = dict.fromkeys((ORGANISER, SECRETARY, "elsewhere"), 404)
    asked = {"get": row.get, "post": row.post}
    asked |= {
        name: asked[name] | others for name in asked if asked[name][BRANCH] != 405
    }
    return replace(row, **asked)


FILES = {
    "schedule:import_upload": for_roles(*HOLDERS, post=200),
    "schedule:import_form": for_roles(*HOLDERS),
    "schedule:import_preview": _own_file(),
    "schedule:import_take": _own_file(get=405, post=422),
    "schedule:import_discard": _own_file(get=405, post=302),
    "schedule:import_notes": _own_file(),
    "schedule:export_choose": open_to_all(),
    "schedule:export_xlsx": open_to_all(),
}

SCHEDULE = ENTRY | PAGES | DIARY | MINUTES | MEASURES | FEEDS | PAPERS | SERIES | FILES
