"""The clerk says how the workbook is meant; it is compared again."""

import re

import pytest
from django.utils.translation import override

from directory.actions.edition import discard, publish
from directory.forms import lines as line_forms
from directory.forms import names as name_forms
from directory.forms import sheets as sheet_forms
from directory.models import Choice, Designation, Entry, Upload
from innovation_portal.models import Office
from tests.directory.lists import HEADING, line
from tests.directory.uploads import compared, csv_file, published
from tests.directory.workbooks import xlsx
from tests.factories import OfficeFactory

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
CLOSED = "This upload is closed; upload the workbook again to change something."


@pytest.fixture
def fields(clerk, address):
    """What the page of an upload would send, untouched."""

    def of(upload):
        page = clerk.get(address(upload, show="reading"))
        choosing = page.context["preview"].choosing
        forms = (
            *choosing.sheets,
            choosing.offices,
            choosing.designations,
            choosing.lines,
        )
        values = {
            field.html_name: field.value()
            for form in forms
            for field in form
            if field.value() not in {None, False}
        }
        return values | {"seen": upload.stamp}

    return of


@pytest.fixture
def choose(clerk, address, fields, run_tasks):
    """Send the page with some values changed, and compare; gives the answer."""

    def chosen(upload, **values):
        sent = fields(upload) | values
        answer = clerk.post(f"/en{address(upload, 'choose')}", sent)
        run_tasks()
        upload.refresh_from_db()
        return answer

    return chosen


def by_label(upload, clerk, address, label):
    """The name of the field with this label on the page."""
    content = clerk.get(address(upload, show="reading")).content.decode()
    found = re.search(rf'<label[^>]*for="id_([^"]+)"[^>]*>\s*{label}\s*<', content)
    return found[1]


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


def refused(answer):
    """All sentences about the forms that came back."""
    choosing = answer.context["preview"].choosing
    forms = (*choosing.sheets, choosing.offices, choosing.designations, choosing.lines)
    with override("en"):
        return [
            str(e) for form in forms for found in form.errors.values() for e in found
        ]


HEADED = [["Name", "Designation", "Wing", "Cell no. 2"]]


def cells(*rows, name="list.csv"):
    return xlsx(List=HEADED + [list(row) for row in rows])


def test_untouched_it_comes_out_the_same(choose, clerk, address):
    upload = compared(csv_file(line("Karim")))
    before = (upload.counts, upload.understood["sheets"])
    answer = choose(upload)
    assert answer.headers["Location"] == f"/en{address(upload)}"
    assert (upload.counts, upload.understood["sheets"]) == before
    assert upload.choices["columns"] == {}


def test_a_column_is_named_and_remembered(choose):
    upload = compared(cells(["Karim", "Secretary", "A", "01711111111"]))
    assert not Entry.objects.exists()
    choose(upload, **{"sheet0-4": "mobile"})
    assert upload.choices["columns"] == {"List": {"columns": {"4": "mobile"}}}
    assert upload.lines.get().mobile == "01711111111"
    assert Choice.objects.get(kind="column").value == "mobile"
    another = compared(cells(["Rahim", "Secretary", "A", "01722222222"]))
    assert another.lines.get().mobile == "01722222222"


def test_two_choices_one_after_another_both_hold(choose):
    upload = compared(cells(["Karim", "Secretary", "A", "01711111111"]))
    choose(upload, **{"sheet0-4": "mobile"})
    choose(upload, **{"sheet0-3": "section"})
    assert upload.choices["columns"]["List"]["columns"] == {
        "3": "section",
        "4": "mobile",
    }
    only = upload.lines.get()
    assert (only.section, only.wing, only.mobile) == ("A", "", "01711111111")


def test_two_columns_cannot_be_the_same(choose):
    upload = compared(cells(["Karim", "Secretary", "A", "01711111111"]))
    answer = choose(upload, **{"sheet0-4": "name"})
    assert answer.status_code == 422
    assert refused(answer) == ["Two columns of a sheet cannot be the same: Name"]
    assert upload.choices == {}


def test_several_columns_may_be_left_out(choose):
    upload = compared(cells(["Karim", "Secretary", "A", "01711111111"]))
    choose(upload, **{"sheet0-3": "ignore", "sheet0-4": "ignore"})
    assert upload.understood["fields"] == ["name", "post"]


def test_a_sheet_without_heading_is_named_by_hand(choose, clerk, address):
    rows = [["The list of our office"], ["Karim", "Secretary", 1711111111]]
    upload = compared(xlsx(List=[*rows, ["Rahim", "Deputy Secretary", 1722222222]]))
    assert [error["code"] for error in upload.errors] == ["no_heading"]
    shown = clerk.get(address(upload, show="reading")).content.decode()
    assert "The list of our office" in shown
    picked = {"sheet0-1": "name", "sheet0-2": "post", "sheet0-3": "mobile"}
    choose(upload, **picked, **{"sheet0-first_row": "২"})
    assert upload.errors == []
    assert [read.name for read in upload.lines.order_by("row")] == ["Karim", "Rahim"]
    again = clerk.get(address(upload, show="reading")).context["preview"].choosing
    assert again.sheets[0]["first_row"].value() == "২"


@pytest.mark.parametrize(
    ("picked", "said"),
    [
        ({"sheet0-1": "name"}, "Say in which row the list begins."),
        (
            {"sheet0-3": "mobile", "sheet0-first_row": "1"},
            "Say which column holds the names or the posts.",
        ),
    ],
)
def test_half_a_heading_is_asked_about(choose, picked, said):
    upload = compared(xlsx(List=[["Karim", "Secretary", 1711111111]]))
    answer = choose(upload, **picked)
    assert (answer.status_code, refused(answer)) == (422, [said])


def test_a_note_sheet_may_stay_left_out(choose):
    upload = compared(xlsx(List=[HEADING, line("Karim")], Notes=[["Remember"]]))
    answer = choose(upload)
    assert answer.status_code == 302
    assert upload.choices["columns"] == {}


def test_an_unknown_office_is_another_one(choose, clerk, address):
    wing = OfficeFactory(name_bn="Administration Wing", parent=OfficeFactory())
    upload = compared(csv_file(line("Karim", wing="Administrative Wing")))
    field = by_label(upload, clerk, address, "Administrative Wing")
    choose(upload, **{field: str(wing.pk)})
    assert upload.lines.get().office == wing
    assert upload.understood["offices"] == {}
    assert Choice.objects.get(kind="office").value == str(wing.pk)


def test_what_was_settled_can_be_settled_anew(choose, clerk, address):
    wing = OfficeFactory(name_bn="Administration Wing", parent=OfficeFactory())
    upload = compared(csv_file(line("Karim", wing="Administrative Wing")))
    field = by_label(upload, clerk, address, "Administrative Wing")
    choose(upload, **{field: str(wing.pk)})
    choose(upload, **{field: "new"})
    assert upload.lines.get().office is None
    assert not Choice.objects.filter(kind="office").exists()
    publish(upload=upload, by=None)
    assert Office.objects.filter(name_bn="Administrative Wing").exists()


def test_a_remembered_name_stays_settled_when_untouched(choose, clerk, address):
    wing = OfficeFactory(name_bn="Administration Wing", parent=OfficeFactory())
    first = compared(csv_file(line("Karim", wing="Admin")))
    choose(first, **{by_label(first, clerk, address, "Admin"): str(wing.pk)})
    second = compared(csv_file(line("Rahim", wing="Admin")))
    choose(second)
    assert second.choices["offices"] == {}
    assert second.lines.get().office == wing


def test_making_it_is_the_default_and_settles_the_doubt(choose):
    upload = compared(csv_file(line("Karim", "Chief of Things")))
    assert "designation" in {problem["code"] for problem in upload.warnings}
    choose(upload)
    assert upload.warnings == []
    publish(upload=upload, by=None)
    assert Designation.objects.filter(name_bn="Chief of Things").exists()


def test_the_nearest_is_offered_first(clerk, address):
    near = Designation.objects.create(name_bn="Deputy Secretary")
    Designation.objects.create(name_bn="Accountant")
    upload = compared(csv_file(line("Karim", "Deputi Secretary")))
    choosing = clerk.get(address(upload, show="reading")).context["preview"].choosing
    choices = choosing.designations.fields["name0"].choices
    assert choices[1][1] == [(str(near.pk), str(near))]


def test_many_unknown_names_come_in_portions(choose, clerk, address, monkeypatch):
    monkeypatch.setattr(name_forms, "AT_ONCE", 2)
    posts = ("Post A", "Post B", "Post C")
    upload = compared(csv_file(*(line(f"N {post}", post) for post in posts)))
    names = clerk.get(address(upload, show="reading")).context["preview"].choosing
    assert (len(names.designations.fields), names.designations.waiting) == (2, 1)
    choose(upload)
    assert list(upload.understood["designations"]) == ["Post C"]


@pytest.fixture
def ambiguous():
    """Two of one name in one office are gone; one of that name comes."""
    published(
        csv_file(
            line("Karim", "Clerk", mobile="01711111111"),
            line("Karim", "Cashier", mobile="01722222222"),
        )
    )
    return compared(csv_file(line("Karim", "Guard", mobile="01733333333")))


def question(upload):
    return f"lines-line{upload.lines.ambiguous().get().pk}"


def numbers():
    entries = Entry.objects.current().in_order()
    return list(entries.values_list("line", flat=True))


def test_an_ambiguous_line_continues_the_one_chosen(choose, ambiguous):
    assert ambiguous.counts["added"] == 1
    choose(ambiguous, **{question(ambiguous): str(numbers()[1])})
    assert ambiguous.counts["added"] == 0
    assert ambiguous.counts["changed"] == 1
    (answer,) = ambiguous.choices["lines"]
    assert answer[1:] == [2, numbers()[1]]


def test_an_ambiguous_line_is_said_to_be_new(choose, ambiguous):
    choose(ambiguous, **{question(ambiguous): "new"})
    assert ambiguous.choices["lines"][0][2] is None
    assert not ambiguous.lines.ambiguous().exists()


def test_an_answer_can_be_taken_back(choose, ambiguous):
    choose(ambiguous, **{question(ambiguous): "new"})
    choose(ambiguous, **{"lines-settled0": "on"})
    assert ambiguous.choices["lines"] == []
    assert ambiguous.lines.ambiguous().count() == 1


def test_an_ambiguous_line_may_stay_undecided(choose, ambiguous):
    assert choose(ambiguous).status_code == 302
    assert ambiguous.lines.ambiguous().count() == 1


def test_two_lines_cannot_continue_the_same_one(choose):
    published(csv_file(line("Karim", "Clerk"), line("Karim", "Cashier")))
    upload = compared(csv_file(line("Karim", "Guard"), line("Karim", "Driver")))
    same = {
        f"lines-line{read.pk}": str(numbers()[0]) for read in upload.lines.ambiguous()
    }
    assert len(same) == 2
    answer = choose(upload, **same)
    assert answer.status_code == 422
    assert refused(answer) == [
        "Two lines cannot continue the same line of the present list."
    ]


def test_many_ambiguous_lines_come_in_portions(clerk, address, ambiguous, monkeypatch):
    monkeypatch.setattr(line_forms, "AT_ONCE", 0)
    lines = clerk.get(address(ambiguous, show="reading")).context["preview"].choosing
    assert (len(lines.lines.questions), lines.lines.more) == (0, True)


@pytest.mark.parametrize(
    "garbage",
    [
        {"sheet0-2": "password"},
        {"sheet0-2": "name' OR 1=1"},
        {"offices-name0": "999999"},
        {"offices-name0": "x" * 10_000},
        {"offices-name0": ""},
        {"designations-name0": "-1"},
        {"designations-name0": "\x00"},
    ],
)
def test_garbage_is_refused_in_a_sentence(choose, garbage):
    upload = compared(csv_file(line("Karim")))
    answer = choose(upload, **garbage)
    assert answer.status_code == 422
    assert len(refused(answer)) == 1
    assert (upload.choices, upload.state) == ({}, "ready")


@pytest.mark.parametrize("garbage", ["999999", "x", "new'", "9" * 40, "\x00"])
def test_a_garbage_line_is_refused_in_a_sentence(choose, ambiguous, garbage):
    answer = choose(ambiguous, **{question(ambiguous): garbage})
    assert (answer.status_code, len(refused(answer))) == (422, 1)


@pytest.mark.parametrize("row", ["0", "-1", "99999999999999999999", "x", "1.5"])
def test_a_garbage_first_row_is_refused_in_a_sentence(choose, row):
    upload = compared(xlsx(List=[["Karim", "Secretary", 1711111111]]))
    answer = choose(upload, **{"sheet0-1": "name", "sheet0-first_row": row})
    assert answer.status_code == 422
    assert refused(answer) != []


def test_fields_that_nobody_asked_for_count_nothing(choose):
    upload = compared(csv_file(line("Karim")))
    choose(upload, **{"sheet7-1": "name", "state": "published", "base": "9"})
    assert (upload.state, upload.choices["columns"]) == ("ready", {})


@pytest.mark.parametrize("close", [publish, discard])
def test_a_stale_form_of_a_closed_upload(clerk, address, fields, close):
    upload = compared(csv_file(line("Karim")))
    sent = fields(upload)
    close(upload=upload, by=None)
    answer = clerk.post(f"/en{address(upload, 'choose')}", sent, follow=True)
    assert messages(answer) == [CLOSED]
    assert Upload.objects.get().state != "waiting"


def test_a_form_older_than_the_difference_is_not_taken(clerk, address, fields):
    upload = compared(cells(["Karim", "Secretary", "A", "01711111111"]))
    sent = fields(upload) | {"seen": "another", "sheet0-4": "mobile"}
    answer = clerk.post(address(upload, "choose"), sent)
    assert answer.headers["Location"] == f"{address(upload)}?changed=1"
    upload.refresh_from_db()
    assert upload.choices == {}


def test_the_address_takes_posts_only(clerk, address):
    assert clerk.get(address(compared(csv_file()), "choose")).status_code == 405


def test_a_workbook_of_many_wide_sheets_is_asked_about(choose, monkeypatch):
    notes = {f"S{number}": [["note"] * 100] for number in range(12)}
    upload = compared(xlsx(List=[*HEADED, ["Karim", "Secretary", "A", "1"]], **notes))
    answer = choose(upload, **{"sheet0-4": "pabx"})
    assert (answer.status_code, upload.lines.get().pabx) == (302, "1")
    monkeypatch.setattr(sheet_forms, "AT_ONCE", 0)
    choose(upload)
    assert upload.lines.get().pabx == "1"
