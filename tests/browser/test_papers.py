"""A notice is made and taken home, with JavaScript and without it."""

from pathlib import Path

import pytest
from django.urls import reverse

from schedule.models import Sitting, SittingPaper
from tests.papers import pages
from tests.words import written


@pytest.fixture(params=["page", "plain_page"], ids=["with-js", "without-js"])
def desk(request, demo, sign_in):
    page = request.getfixturevalue(request.param)
    sign_in(page, "general_services")
    return page


def form_of(desk):
    one = Sitting.objects.filter(state="confirmed", closed=False).latest("pk")
    desk.goto("/en" + reverse("schedule:paper_detail", args=[one.pk]))
    desk.get_by_role("link", name="Notice of the sitting").click()
    return one


def test_a_notice_from_the_sitting_to_the_file(desk, tmp_path):
    one = form_of(desk)
    desk.get_by_label("Sentence", exact=True).fill("আমাদের সভা হবে।")
    desk.get_by_label("From the directory").select_option(index=1)
    desk.get_by_role("button", name="Take over").click()
    assert desk.get_by_label("Sentence", exact=True).input_value() == "আমাদের সভা হবে।"
    signed = desk.locator("[name=signed_name]").input_value()
    desk.get_by_label("Memo number").fill("৩৬.০০.১৭.৪১")
    desk.get_by_role("button", name="Make the paper").last.click()
    desk.get_by_role("status").filter(has_text="The paper was made.").wait_for()
    with desk.expect_download() as pdf:
        desk.get_by_role("link", name="PDF").click()
    with desk.expect_download() as word:
        desk.get_by_role("link", name="Word").click()
    pdf.value.save_as(tmp_path / "a.pdf")
    word.value.save_as(tmp_path / "a.docx")
    (page,) = pages(Path(tmp_path / "a.pdf").read_bytes())
    said = written(Path(tmp_path / "a.docx").read_bytes())
    for told in ("আমাদের সভা হবে।", f"({signed})", one.chair_as):
        assert told in page
        assert [line for line in said if told in line]


def test_the_enter_key_makes_the_paper(desk):
    form_of(desk)
    desk.get_by_label("Memo number").press("Enter")
    desk.get_by_role("status").filter(has_text="The paper was made.").wait_for()
    assert SittingPaper.objects.get().kind == "notice"
