"""Writing minutes in a table, without a script; and two who write at once."""

import re

import pytest
from django.urls import reverse

from schedule.actions.sitting import cancel
from schedule.forms.minutes import BLANK, MOST
from schedule.models import Decision, Minutes, Participant
from tests.factories import OfficeFactory
from tests.schedule.minutes import ROW, minutes_of, sent, text_of, write
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def held(cast):
    row = sitting(organiser=cast.wing, chair_as="সচিব মহোদয়")
    for order, name in enumerate(["প্রশাসন অনুবিভাগ", "বিটাক"]):
        Participant.objects.create(sitting=row, order=order, name=name)
    return row


def edit(held):
    return reverse("schedule:minutes_edit", args=[held.pk])


def texts():
    return list(Decision.objects.in_order().values_list("text", flat=True))


def errors(page):
    notice = re.search(r'role="alert">(.*?)</ul>', page.text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", notice[1]).split()) if notice else ""


def test_begins_with_those_who_were_asked_and_blank_rows(clerk, held):
    form = clerk.get(edit(held)).context["form"]
    assert form.head["present"].value() == "সচিব মহোদয়\nপ্রশাসন অনুবিভাগ\nবিটাক"
    assert len(form.rows) == BLANK
    assert [row["text"].value() for row in form.rows] == [None] * BLANK


def test_offers_those_taking_part_and_the_offices(clerk, cast, held):
    offered = clerk.get(edit(held)).context["form"].offered
    assert offered[:2] == ["প্রশাসন অনুবিভাগ", "বিটাক"]
    assert {"মন্ত্রণালয়", "অনুবিভাগ", "সংস্থা"} < {*offered}


def test_saves_what_was_typed_and_nothing_of_blank_rows(clerk, held):
    data = sent(clerk, edit(held))
    data |= {
        "memo_number": "৪১",
        "memo_date": "২২/১১/২০২৬",
        "opening": "স্বাগত।\r\n\r\nধন্যবাদ।",
        "rows-0-discussion": "আলোচনা",
        "rows-0-text": "সিদ্ধান্ত",
        "rows-0-due": "৩০/১১/২০২৬",
    }
    page = clerk.post(edit(held), data)
    assert page.url == reverse("schedule:minutes_detail", args=[held.pk])
    minutes = Minutes.objects.get()
    assert (minutes.memo_number, minutes.memo_date.day) == ("৪১", 22)
    assert minutes.opening == "স্বাগত।\n\nধন্যবাদ।"
    assert minutes.written_by == clerk.user
    (decision,) = minutes.decisions.all()
    assert (decision.text, decision.due_on.day) == ("সিদ্ধান্ত", 30)


def test_shows_again_what_was_saved(clerk, held):
    minutes_of(held, memo_number="৪১")
    form = clerk.get(edit(held)).context["form"]
    assert form.head["memo_number"].value() == "৪১"
    assert [row["text"].value() for row in form.rows] == [ROW.text] + [None] * BLANK
    assert form.rows[0]["order"].value() == "1"


def test_more_rows_keep_all_that_was_typed_and_save_nothing(clerk, held):
    data = sent(clerk, edit(held)) | {"opening": "স্বাগত", "rows-2-text": "তৃতীয়"}
    form = clerk.post(edit(held), data | {"add": "rows"}).context["form"]
    assert len(form.rows) == 2 * BLANK
    assert form.head["opening"].value() == "স্বাগত"
    assert form.rows[2]["text"].value() == "তৃতীয়"
    assert Minutes.objects.count() == 0


def numbered(clerk, held, **numbers):
    """Give rows other serial numbers: row of ক, খ, গ, ঘ → number."""
    data = sent(clerk, edit(held))
    for name, number in numbers.items():
        data[f"rows-{'কখগঘ'.index(name)}-order"] = number
    clerk.post(edit(held), data)
    return "".join(texts())


@pytest.fixture
def four(held):
    minutes_of(held, *(type(ROW)(None, text=text) for text in "কখগঘ"))
    return held


@pytest.mark.parametrize(
    ("numbers", "order"),
    [
        ({"ঘ": "২"}, "কঘখগ"),
        ({"ক": "3"}, "খগকঘ"),
        ({"ক": "৪", "ঘ": "১"}, "ঘখগক"),
        ({"ক": "99"}, "খগঘক"),
        ({"ক": ""}, "কখগঘ"),
        ({}, "কখগঘ"),
    ],
)
def test_another_serial_number_moves_a_row_there(numbers, order, clerk, four):
    assert numbered(clerk, four, **numbers) == order


def test_a_ticked_row_is_taken_out(clerk, four):
    clerk.post(edit(four), sent(clerk, edit(four)) | {"rows-1-removed": "on"})
    assert texts() == ["ক", "গ", "ঘ"]


def test_an_emptied_row_asks_whether_it_is_meant(clerk, four):
    page = clerk.post(edit(four), sent(clerk, edit(four)) | {"rows-1-text": ""})
    said = "Write what was discussed or decided, or remove the row."
    assert f"Row 2 : {said}" in errors(page)
    assert texts() == list("কখগঘ")


def test_wrong_input_is_told_and_all_that_was_typed_is_kept(clerk, held):
    data = sent(clerk, edit(held)) | {
        "memo_date": "৩১/০২/২০২৬",
        "opening": "স্বাগত",
        "rows-0-order": "প্রথম",
        "rows-0-text": "সিদ্ধান্ত",
    }
    page = clerk.post(edit(held), data)
    assert "Date of the minutes: Write the date as day/month/year" in errors(page)
    assert "Row 1 : Enter a whole number." in errors(page)
    form = page.context["form"]
    assert form.head["opening"].value() == "স্বাগত"
    assert form.rows[0]["text"].value() == "সিদ্ধান্ত"
    assert Minutes.objects.count() == 0


def test_a_text_that_is_too_long_is_refused_and_kept(clerk, held):
    long = "ক" * 5001
    page = clerk.post(edit(held), sent(clerk, edit(held)) | {"rows-0-text": long})
    assert page.context["form"].rows[0]["text"].value() == long
    assert "5000" in errors(page)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"version": ""},
        {"version": "9" * 99},
        {"rows-TOTAL_FORMS": "x"},
        {"rows-TOTAL_FORMS": "9" * 30},
        {"rows-0-pk": "9" * 99, "rows-0-text": "ক"},
        {"rows-0-pk": "-1", "rows-0-removed": "on"},
        {"rows-0-text": "\0"},
    ],
)
def test_what_no_form_sends_is_no_fault_of_ours(nonsense, clerk, held):
    page = clerk.post(edit(held), sent(clerk, edit(held)) | nonsense)
    assert page.status_code in {200, 302}


def test_nothing_at_all_is_refused(clerk, held):
    assert clerk.post(edit(held)).status_code == 200
    assert Minutes.objects.count() == 0


def test_no_more_rows_than_a_paper_holds(clerk, held):
    data = sent(clerk, edit(held)) | {"rows-TOTAL_FORMS": "100000", "add": "rows"}
    assert len(clerk.post(edit(held), data).context["form"].rows) == MOST


def test_a_cancelled_sitting_has_no_minutes(clerk, held):
    data = sent(clerk, edit(held)) | {"opening": "স্বাগত"}
    cancel(sitting=held, sequence=held.sequence, reason="-", by=None)
    page = clerk.post(edit(held), data)
    assert "This cannot be done any more." in errors(page)
    assert page.context["form"].head["opening"].value() == "স্বাগত"


def test_another_office_s_sitting_is_not_there(cast, held):
    assert cast["elsewhere"].get(edit(sitting())).status_code in {200, 404}
    own = cast.person("organiser", OfficeFactory(), ["wing_organiser"])
    assert own.get(edit(held)).status_code == 404


# Two writers


def both(clerk, held, mine, *theirs, **said):
    """The other saves while the first still types; what the first is shown then."""
    data = sent(clerk, edit(held)) | mine
    write(held, *theirs, **said)
    return clerk.post(edit(held), data), data


def rows_now(held):
    found = Minutes.objects.get(sitting=held).decisions.in_order()
    row = type(ROW)
    return [row(d.pk, d.discussion, d.text, d.responsible, d.due) for d in found]


def again(clerk, held, page):
    """Save the form as it is shown after the refusal."""
    form, data = page.context["form"], {}
    for part in (form.head, form.rows.management_form, *form.rows):
        for field in part:
            data[field.html_name] = text_of(field)
            data[field.html_initial_name] = form.data.get(field.html_initial_name, "")
    return clerk.post(edit(held), data)


def test_the_second_sees_that_another_wrote_and_nothing_is_saved(clerk, four):
    rows = rows_now(four)
    page, _data = both(clerk, four, {"opening": "আমার"}, *rows, opening="তাঁর")
    assert "Another person has written into these minutes meanwhile." in errors(page)
    assert Minutes.objects.get().opening == "তাঁর"


def test_the_second_sees_both_where_both_wrote(clerk, four):
    rows = rows_now(four)
    page, _data = both(clerk, four, {"opening": "আমার"}, *rows, opening="তাঁর")
    field = page.context["form"].head["opening"]
    assert (field.value(), field.theirs) == ("আমার", "তাঁর")
    assert "Saved by another meanwhile:" in page.text


def test_where_only_the_other_wrote_his_text_is_taken(clerk, four):
    first, *rest = rows_now(four)
    changed = type(ROW)(first.pk, text="ক২")
    page, _data = both(clerk, four, {"rows-2-text": "গ২"}, changed, *rest)
    form = page.context["form"]
    values = [row["text"].value() for row in form.rows[:4]]
    assert values == ["ক২", "খ", "গ২", "ঘ"]
    assert [row["text"].theirs for row in form.rows[:4]] == [None] * 4
    again(clerk, four, page)
    assert texts() == ["ক২", "খ", "গ২", "ঘ"]


def test_rows_that_both_added_are_both_kept(clerk, four):
    new = type(ROW)(None, text="তাঁর")
    page, _data = both(clerk, four, {"rows-4-text": "আমার"}, *rows_now(four), new)
    again(clerk, four, page)
    assert {*texts()} == {*"কখগঘ", "তাঁর", "আমার"}


def test_a_row_that_the_other_took_out_stays_out(clerk, four):
    first, *rest = rows_now(four)
    page, _data = both(clerk, four, {"opening": "আমার"}, *rest, removed=[first.pk])
    again(clerk, four, page)
    assert texts() == ["খ", "গ", "ঘ"]


def test_a_row_that_was_changed_here_and_taken_out_there_comes_back(clerk, four):
    first, *rest = rows_now(four)
    page, _data = both(clerk, four, {"rows-0-text": "ক২"}, *rest, removed=[first.pk])
    again(clerk, four, page)
    assert {*texts()} == {"ক২", "খ", "গ", "ঘ"}


def test_two_first_writers_lose_nothing(clerk, held):
    other = type(ROW)(None, text="তাঁর")
    mine = {"rows-0-text": "আমার"}
    page, _data = both(clerk, held, mine, other, opening="তাঁর কথা")
    form = page.context["form"]
    assert form.head["opening"].value() == "তাঁর কথা"
    again(clerk, held, page)
    assert {*texts()} == {"তাঁর", "আমার"}


def test_saved_again_the_choice_of_the_second_stands(clerk, four):
    rows = rows_now(four)
    page, _data = both(clerk, four, {"opening": "আমার"}, *rows, opening="তাঁর")
    assert again(clerk, four, page).status_code == 302
    assert Minutes.objects.get().opening == "আমার"


def test_a_third_who_comes_between_is_seen_too(clerk, four):
    rows = rows_now(four)
    page, _data = both(clerk, four, {"opening": "আমার"}, *rows, opening="তাঁর")
    write(four, *rows, opening="তৃতীয় জনের")
    page = again(clerk, four, page)
    field = page.context["form"].head["opening"]
    assert (field.value(), field.theirs) == ("আমার", "তৃতীয় জনের")
