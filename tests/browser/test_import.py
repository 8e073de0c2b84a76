"""A clerk fills the schedule from a workbook, and hands it out again."""

from datetime import timedelta

from django.utils import timezone

from schedule.models import Sitting
from tests.browser.looking import axe, picture
from tests.schedule.files import book, row


def sittings():
    """One that fits, and one with two mistakes."""
    day = timezone.localdate() + timedelta(days=200)
    return book(
        row(date=day, place="বিয়াম মিলনায়তন"),
        row(date="কাল", people="অনেক", place="বিয়াম মিলনায়তন"),
    )


def test_a_workbook_is_checked_and_entered(demo, page, sign_in):
    sign_in(page, "general_services")
    before = Sitting.objects.count()
    page.goto("/en/schedule/import/")
    file = {"name": "sittings.xlsx", "buffer": sittings().read()}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.set_input_files("input[type=file]", file | {"mimeType": kind})
    page.get_by_role("button", name="Upload and check").click()
    assert page.get_by_role("cell", name="is no date").is_visible()
    axe(page)
    picture(page, "import-preview-en")
    with page.expect_download() as notes:
        page.get_by_role("link", name="Download the workbook with notes").click()
    assert notes.value.suggested_filename == "sittings – notes.xlsx"
    page.get_by_role("button", name="Enter the ticked sittings").click()
    assert page.get_by_text("1 sitting has been entered.").is_visible()
    assert Sitting.objects.count() == before + 1


def test_the_schedule_is_handed_out_without_script(ministry, plain_page):
    plain_page.goto("/en/schedule/export/")
    with plain_page.expect_download() as file:
        plain_page.get_by_role("button", name="Download").click()
    assert file.value.suggested_filename.endswith(".xlsx")
