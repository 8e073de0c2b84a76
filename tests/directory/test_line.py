"""Single lines edited: what each edit changes, and nothing beside it."""

import threading
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connections

from directory.actions.edition import publish, roll_back
from directory.actions.errors import LineChanged, ListChanged, NothingChanged
from directory.actions.hiding import hide
from directory.actions.line import (
    Order,
    add_line,
    change_line,
    fill_post,
    remove_line,
    transfer_officer,
    vacate_post,
)
from directory.models import Designation, Edition, Entry, Officer
from innovation_portal.models import Office
from tests.directory.edits import TODAY, karim, present, said, small_list, vacancy
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file, published
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
EDIT = {"order": TODAY, "by": None}


@pytest.fixture(autouse=True)
def first():
    return small_list()


def counts(edition):
    names = ("added", "changed", "new_holders", "removed", "unchanged")
    return tuple(getattr(edition, name) for name in names)


def change(entry=None, **texts):
    return change_line(entry=entry or karim(), texts=texts, **EDIT)


def test_a_new_number_is_read_as_a_workbook_would_be():
    edition = change(mobile="০১৮১২-৩৪৫৬৭৮")
    assert counts(edition) == (0, 1, 0, 0, 3)
    now = karim()
    assert (now.mobile, now.first_edition_id) == ("০১৮১২-৩৪৫৬৭৮", 2)
    assert now.numbers[-1]["e164"] == "+8801812345678"
    assert list(Entry.objects.current().search("01812345678")) == [now]
    assert list(Entry.objects.current().search("01711111111")) == []


def test_all_else_of_the_line_stays():
    before = karim()
    change(room="405")
    now = karim()
    kept = ("line", "officer", "office", "designation", "name", "mobile", "position")
    assert [getattr(now, f) for f in kept] == [getattr(before, f) for f in kept]
    assert now.numbers == before.numbers


def test_the_edition_says_who_when_and_by_which_order():
    clerk = UserFactory(full_name="Nasima Begum")
    order = Order(date(2017, 3, 5), "০৫.০০১.১৭-৩", "Wrong digit")
    edition = change_line(entry=karim(), texts={"room": "1"}, order=order, by=clerk)
    edition.refresh_from_db()
    assert (edition.number, edition.is_edit, edition.source) == (2, True, None)
    assert (edition.order_number, edition.reason) == ("০৫.০০১.১৭-৩", "Wrong digit")
    assert edition.published_by == clerk
    author = Edition.pgh_event_model.objects.order_by("-pk").first().pgh_context
    assert author == {"user": clerk.pk, "name": "Nasima Begum"}


@pytest.mark.parametrize(
    ("effective_on", "updated_on"),
    [(date(2017, 3, 5), date(2017, 3, 5)), (date(2017, 2, 1), date(2017, 3, 1))],
)
def test_the_update_date_never_goes_back(effective_on, updated_on):
    order = Order(effective_on)
    edition = change_line(entry=karim(), texts={"room": "1"}, order=order, by=None)
    assert (edition.effective_on, edition.updated_on) == (effective_on, updated_on)


def test_the_list_before_stays_as_it_was():
    before = said("name", "room")
    change(room="405")
    lines = Entry.objects.of_edition(1).in_order().values_list("name", "room")
    assert list(lines) == before


def test_a_spelling_leaves_the_officer_the_same():
    before = karim().officer
    edition = change(name="মোঃ করীম")
    assert (karim().officer, counts(edition)) == (before, (0, 1, 0, 0, 3))


def test_an_honorific_typed_with_the_name_is_kept_beside_the_one_before():
    change(name="ড. মোঃ করিম")
    assert (karim().honorific, karim().name) == ("জনাব ড.", "মোঃ করিম")


def test_another_name_is_another_officer():
    before = karim().officer
    edition = change(name="নাসিমা আক্তার", mobile="01733333333")
    assert counts(edition) == (0, 1, 1, 0, 3)
    assert (karim().officer.name, karim().officer == before) == ("নাসিমা আক্তার", False)


def test_what_changes_nothing_is_no_edition():
    with pytest.raises(NothingChanged):
        change(room="")
    assert Edition.objects.count() == 1


def test_unknown_offices_and_designations_are_made():
    change(post="Chief Clerk", section="New section")
    assert karim_now().office == Office.objects.get(name_bn="New section")
    assert karim_now().office.parent.name_bn == "Wing A"
    assert karim_now().designation == Designation.objects.get(name_bn="Chief Clerk")


@pytest.mark.parametrize("whole_column", [True, False])
def test_an_edit_uncovers_no_hidden_number(client, whole_column):
    line = None if whole_column else karim().line
    hide(columns=["mobile"], line=line, by=None)
    change(mobile="01812345678")
    assert karim().mobile == "01812345678"
    assert "01812345678" not in client.get("/directory/").text
    found = client.get("/directory/?q=01812345678").context["table"]
    assert list(found.page.object_list) == []


def karim_now():
    return present(name="মোঃ করিম")


def test_a_joining_leaves_the_posts_numbers_and_takes_the_persons():
    texts = {"name": "মিজ নাসিমা আক্তার", "mobile": "01733333333"}
    edition = fill_post(entry=karim(), texts=texts, **EDIT)
    now = karim()
    assert (now.honorific, now.name, now.vacant) == ("মিজ", "নাসিমা আক্তার", False)
    assert (now.office_phone, now.mobile) == ("9551612", "01733333333")
    assert now.email == "ds1@x.bd"
    assert now.officer.name == "নাসিমা আক্তার"
    assert counts(edition) == (0, 1, 1, 0, 3)


def test_who_joins_without_a_mobile_does_not_get_the_one_before():
    fill_post(entry=karim(), texts={"name": "নাসিমা আক্তার"}, **EDIT)
    assert (karim().mobile, karim().honorific) == ("", "")
    assert [number["field"] for number in karim().numbers] == ["office_phone"]


def test_a_namesake_who_joins_is_another_officer():
    before = karim().officer
    texts = {"name": "মোঃ করিম", "mobile": "01799999999"}
    fill_post(entry=karim(), texts=texts, **EDIT)
    assert karim().officer != before


def test_a_vacant_post_is_filled():
    fill_post(entry=vacancy(), texts={"name": "নাসিমা আক্তার"}, **EDIT)
    assert (vacancy().vacant, vacancy().name) == (False, "নাসিমা আক্তার")


@pytest.mark.parametrize("hidden", [[], ["mobile"]])
def test_an_additional_charge_is_the_same_officer(hidden):
    hide(columns=hidden, by=None)
    texts = {
        "name": "জনাব মোঃ করিম",
        "mobile": "০১৭১১-১১১১১১",
        "post": "Law officer (অতিরিক্ত দায়িত্ব)",
    }
    fill_post(entry=vacancy(), texts=texts, **EDIT)
    assert Entry.objects.current().filter(officer=karim().officer).count() == 2
    assert Officer.objects.count() == 2


@pytest.mark.parametrize(("email_too", "email"), [(False, "ds1@x.bd"), (True, "")])
def test_a_release_leaves_the_post_vacant(email_too, email):
    edition = vacate_post(entry=karim(), email_too=email_too, **EDIT)
    now = karim()
    assert (now.vacant, now.name, now.honorific, now.officer) == (True, "", "", None)
    assert (now.office_phone, now.mobile, now.email) == ("9551612", "", email)
    assert (now.designation.name_bn, counts(edition)) == (
        "Deputy Secretary",
        (0, 1, 0, 0, 3),
    )


def test_a_transfer_takes_the_person_along_and_leaves_the_rest():
    officer = karim().officer
    edition = transfer_officer(entry=karim(), to=vacancy(), **EDIT)
    old, new = karim(), vacancy()
    assert (old.vacant, old.officer, old.mobile, old.email) == (True, None, "", "")
    assert (new.officer, new.name, new.vacant) == (officer, "মোঃ করিম", False)
    assert (new.mobile, new.email) == ("01711111111", "ds1@x.bd")
    assert (old.office_phone, new.office_phone) == ("9551612", "9551614")
    assert counts(edition) == (0, 2, 1, 0, 2)


def test_a_mailbox_of_the_post_stays_when_it_is_said_so():
    transfer_officer(entry=karim(), to=vacancy(), email_too=False, **EDIT)
    assert (karim().email, vacancy().email) == ("ds1@x.bd", "law@x.bd")


def test_a_new_line_stands_behind_the_one_it_was_put_to():
    texts = {"name": "জনাব সালাম", "post": "Clerk", "wing": "Wing A", "section": "Law"}
    edition = add_line(after=karim(), texts=texts, **EDIT)
    assert [name for (name,) in said("name")][:3] == ["মোঃ করিম", "সালাম", "রহিম উদ্দিন"]
    new = present(post="Clerk")
    assert (new.line, new.office) == (new.pk, karim().office)
    assert (new.officer.name, counts(edition)) == ("সালাম", (1, 0, 0, 0, 4))


def test_there_is_room_for_any_number_of_lines_at_one_place():
    for number in range(60):
        texts = {"name": f"Clerk {number}", "post": "Clerk"}
        add_line(after=karim(), texts=texts, **EDIT)
    names = [name for (name,) in said("name")]
    assert names[1:61] == [f"Clerk {number}" for number in reversed(range(60))]
    assert Entry.objects.of_edition(1).count() == 4
    assert Edition.objects.current().unchanged == 63


def test_a_line_is_removed():
    edition = remove_line(entry=vacancy(), **EDIT)
    assert [post for (post,) in said("post")] == [
        "Deputy Secretary",
        "Joint Secretary",
        "Reception",
    ]
    assert counts(edition) == (0, 0, 0, 1, 3)


def test_of_a_line_only_the_present_version_is_edited():
    before = karim()
    change(room="1")
    for action, more in (
        (change_line, {"entry": before, "texts": {"room": "2"}}),
        (fill_post, {"entry": before, "texts": {"name": "X"}}),
        (vacate_post, {"entry": before}),
        (add_line, {"after": before, "texts": {"name": "X"}}),
        (remove_line, {"entry": before}),
        (transfer_officer, {"entry": before, "to": vacancy()}),
        (transfer_officer, {"entry": vacancy(), "to": before}),
    ):
        with pytest.raises(LineChanged):
            action(**more, **EDIT)
    assert Edition.objects.count() == 2


def test_a_workbook_after_an_edit_finds_its_lines():
    change(mobile="01812345678")
    fill_post(entry=vacancy(), texts={"name": "নাসিমা আক্তার"}, **EDIT)
    edition = published(
        csv_file(
            line(
                "জনাব মোঃ করিম",
                "Deputy Secretary",
                section="Law",
                office="9551612",
                mobile="01812345678",
                email="ds1@x.bd",
            )
        )
    )
    assert counts(edition) == (0, 0, 0, 3, 1)


def test_the_downloaded_list_has_the_edit_and_comes_in_again_without_a_change(client):
    change(mobile="01812345678")
    add_line(after=karim(), texts={"name": "সালাম", "post": "Clerk"}, **EDIT)
    book = client.get("/directory/download.xlsx").getvalue()
    upload = compared(ContentFile(book, "list.xlsx"))
    counts_ = [upload.counts[name] for name in ("added", "changed", "removed")]
    assert counts_ == [0, 0, 0]
    assert [p for p in upload.problems if p["code"].startswith("undoes")] == []


def test_an_upload_compared_before_an_edit_is_compared_again(run_tasks):
    upload = compared(csv_file(line("Karim", mobile="01711111111")))
    change(room="405")
    with pytest.raises(ListChanged):
        publish(upload=upload, by=None)
    run_tasks()
    upload.refresh_from_db()
    assert (upload.base_id, upload.state) == (2, "ready")


def test_an_edit_is_gone_back_from():
    change(room="405")
    to = Edition.objects.get(pk=1)
    roll_back(to=to, updated_on=date(2017, 3, 6), reason="Slip", seen=2, by=None)
    assert (karim().room, Edition.objects.current().is_edit) == ("", False)
    change(room="406")
    assert karim().room == "406"


def test_the_list_of_a_day_is_the_last_one_of_that_day():
    change(room="405")
    change(room="406")
    assert Edition.objects.on(date(2017, 3, 4)).number == 1
    assert Edition.objects.on(date(2017, 3, 5)).number == 3


def race(*actions):
    """What came of actions at the same moment, each on a connection of its own."""
    gate, told = threading.Barrier(len(actions)), []

    def go(action):
        gate.wait()
        try:
            told.append(action().number)
        except LineChanged:
            told.append("told")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(map(str, told))


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_of_two_clerks_on_one_line_the_second_is_told(transactional_db):
    entry = karim()
    told = race(lambda: change(entry, room="1"), lambda: change(entry, room="2"))
    assert told == ["2", "told"]
    assert Edition.objects.count() == 2


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_two_clerks_on_two_lines_make_two_editions(transactional_db):
    one, other = karim(), vacancy()
    told = race(lambda: change(one, room="1"), lambda: change(other, room="2"))
    assert told == ["2", "3"]
    assert (karim().room, vacancy().room) == ("1", "2")
