"""The difference becomes an edition, whole or not at all, and one at a time."""

import threading
from datetime import date

import pytest
from django.db import connection, connections

from directory.actions import edition as actions
from directory.actions.edition import (
    CannotPublish,
    HasErrors,
    ListChanged,
    NeedsDate,
    discard,
    publish,
)
from directory.models import Designation, Edition, Entry, Officer, Upload
from innovation_portal.models import Office
from tests.directory.lists import line
from tests.directory.uploads import (
    ENGLISH,
    FEBRUARY,
    JANUARY,
    compared,
    csv_file,
    published,
)
from tests.factories import UserFactory

KARIM = line("Karim", email="k@x.gov.bd", mobile="01711111111")
RAHIM = line("Rahim", "Deputy Secretary", email="r@x.gov.bd")
pytestmark = pytest.mark.django_db


def counts(edition):
    names = ("added", "changed", "new_holders", "removed", "unchanged")
    return tuple(getattr(edition, name) for name in names)


def names():
    return list(Entry.objects.current().in_order().values_list("name", flat=True))


def test_the_letters_two_lists_and_the_flat_table():
    assert counts(published(JANUARY)) == (121, 0, 0, 0, 0)
    assert counts(published(FEBRUARY)) == (5, 15, 6, 4, 102)
    assert counts(published(ENGLISH)) == (0, 0, 0, 0, 122)


def test_the_record_names_who_published():
    clerk = UserFactory(full_name="Nasima Begum")
    upload = compared(csv_file(line("Karim", wing="New wing")))
    publish(upload=upload, by=clerk)
    for model in (Edition, Officer, Designation, Office):
        author = model.pgh_event_model.objects.order_by("-pk").first().pgh_context
        assert author == {"user": clerk.pk, "name": "Nasima Begum"}


def test_an_old_edition_stays_as_it_was():
    published(JANUARY)
    before = list(Entry.objects.of_edition(1).in_order().values_list("name", "mobile"))
    published(FEBRUARY)
    after = Entry.objects.of_edition(1).in_order().values_list("name", "mobile")
    assert list(after) == before
    assert Entry.objects.current().count() == 122


def test_an_unchanged_line_is_one_row_through_all_editions():
    published(JANUARY)
    published(FEBRUARY)
    kept = Entry.objects.current().filter(first_edition=1).count()
    moved = Entry.objects.current().filter(first_edition=2).count() - 5 - 15
    assert kept + moved == 102
    assert Entry.objects.count() == 121 + 5 + 15 + moved


def test_versions_of_a_line_are_joined_by_its_number():
    published(csv_file(KARIM))
    published(csv_file(line("Karim", "Joint Secretary", email="k@x.gov.bd")))
    versions = Entry.objects.order_by("first_edition_id").values_list("line", "post")
    assert [post for _line, post in versions] == ["Secretary", "Joint Secretary"]
    assert len({number for number, _post in versions}) == 1


def test_the_sheets_order_holds_when_lines_move():
    published(csv_file(KARIM, RAHIM))
    published(csv_file(RAHIM, line("New", "Guard"), KARIM))
    assert names() == ["Rahim", "New", "Karim"]


def test_one_person_with_two_charges_is_one_officer():
    published(csv_file(KARIM, line("Karim", section="Law", mobile="01711111111")))
    assert Officer.objects.count() == 1
    assert Entry.objects.filter(officer=Officer.objects.get()).count() == 2


def test_a_transferred_officer_stays_the_same_person():
    published(csv_file(KARIM, RAHIM))
    moved = line("Karim", "Deputy Secretary", "Wing B", mobile="01711111111")
    published(csv_file(moved, RAHIM))
    assert Officer.objects.filter(name="Karim").count() == 1


def test_a_new_holder_is_another_officer():
    published(csv_file(KARIM))
    published(csv_file(line("Nasima Akhter", email="k@x.gov.bd", mobile="01722222222")))
    assert list(Officer.objects.order_by("pk").values_list("name", flat=True)) == [
        "Karim",
        "Nasima Akhter",
    ]


def test_unknown_offices_and_designations_are_made():
    published(csv_file(line(wing="নতুন অনুবিভাগ", section="নতুন শাখা")))
    section = Office.objects.get(name_bn="নতুন শাখা")
    assert (section.kind, section.parent.name_bn) == ("section", "নতুন অনুবিভাগ")
    assert Entry.objects.get().office == section
    assert Entry.objects.get().designation == Designation.objects.get()


def test_a_list_before_any_office_makes_the_ministry_first():
    published(csv_file(KARIM, RAHIM))
    root = Office.objects.get(parent=None)
    assert root.kind == Office.Kind.MINISTRY
    assert [wing.name_bn for wing in root.children.all()] == ["Wing A"]


def test_a_service_number_makes_no_designation_and_no_officer():
    published(csv_file(line("", "অভ্যর্থনা", office="02-9560481")))
    assert (Designation.objects.count(), Officer.objects.count()) == (0, 0)


def test_lines_with_errors_stop_the_publication():
    upload = compared(csv_file(KARIM, line("", "Deputy Secretary")))
    with pytest.raises(HasErrors):
        publish(upload=upload, by=None)
    assert Edition.objects.count() == 0


def test_the_update_date_is_needed():
    upload = compared(csv_file(KARIM), updated_on=None)
    with pytest.raises(NeedsDate):
        publish(upload=upload, by=None)


def test_publishing_twice_is_refused():
    upload = compared(csv_file(KARIM))
    publish(upload=upload, by=None)
    with pytest.raises(CannotPublish):
        publish(upload=upload, by=None)
    assert Edition.objects.count() == 1


def test_a_discarded_upload_is_gone_for_good():
    upload = compared(csv_file(KARIM))
    discard(upload=upload, by=None)
    with pytest.raises(CannotPublish):
        publish(upload=upload, by=None)
    with pytest.raises(CannotPublish):
        discard(upload=upload, by=None)
    assert upload.lines.count() == 0


def test_a_failure_half_way_leaves_everything_as_it_was(monkeypatch):
    published(csv_file(KARIM))
    upload = compared(csv_file(KARIM, RAHIM))
    broken = (*actions.STATEMENTS[:-1], "SELECT 1/0")
    monkeypatch.setattr(actions, "STATEMENTS", broken)
    with pytest.raises(Exception, match="division by zero"):
        publish(upload=upload, by=None)
    assert (names(), Edition.objects.count()) == (["Karim"], 1)
    upload.refresh_from_db()
    assert upload.state == Upload.State.READY


def test_a_list_that_changed_meanwhile_is_compared_anew():
    published(csv_file(KARIM))
    mine = compared(csv_file(KARIM, RAHIM))
    published(csv_file(line("Salam", "Guard")))
    with pytest.raises(ListChanged):
        publish(upload=mine, by=None)
    mine.refresh_from_db()
    assert mine.state == Upload.State.WAITING


def test_the_next_edition_needs_a_later_look_not_a_later_date():
    published(csv_file(KARIM), updated_on=date(2017, 3, 1))
    older = published(csv_file(RAHIM), updated_on=date(2017, 1, 1))
    assert (older.number, older.updated_on) == (2, date(2017, 1, 1))


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_of_two_who_publish_at_once_one_is_told():
    published(csv_file(KARIM))
    uploads = [compared(csv_file(KARIM, RAHIM)), compared(csv_file(RAHIM))]
    gate, told = threading.Barrier(2), []

    def go(upload):
        gate.wait()
        try:
            told.append(publish(upload=upload, by=None).number)
        except ListChanged:
            told.append("told")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=[upload]) for upload in uploads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["2", "told"]
    assert Edition.objects.count() == 2


def test_the_app_cannot_rewrite_an_entry():
    published(csv_file(KARIM))
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as c:
        c.execute("UPDATE directory_entry SET name = 'X'")
