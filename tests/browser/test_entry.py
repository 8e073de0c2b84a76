"""A practised clerk enters a sitting: by keyboard alone, and without JavaScript."""

from datetime import timedelta
from time import monotonic

import pytest
from django.urls import reverse

from schedule.details import Details
from schedule.models import Sitting
from tests.browser.looking import axe, picture

NEW = reverse("schedule:sitting_create")
PRACTISED = 5 * 30  # keys that a clerk presses in half a minute


class Hands:
    """On the keyboard, counting what they press."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        self.keys += len(keys)

    def type(self, text):
        self.page.keyboard.type(text)
        self.keys += len(text)

    @property
    def on(self):
        return self.page.evaluate("document.activeElement.name")


@pytest.fixture
def taken():
    """A sitting of the demo in a room, with none before or after it that day."""
    sittings = Sitting.objects.filter(state="confirmed").exclude(room=None)
    return sittings.with_names().latest("during")


def test_by_keyboard_alone_a_clash_is_seen_and_a_free_slot_taken(
    demo, page, sign_in, taken
):
    sign_in(page, "general_services")
    page.goto(f"/en{NEW}")
    hands, began = Hands(page), monotonic()
    hands.type("ই-নথি কমিটির সভা")
    hands.press("Tab", "ControlOrMeta+a")
    hands.type(f"{taken.begins:%d/%m/%Y}")
    hands.press("Tab")
    hands.type(f"{taken.begins:%H:%M}")
    hands.press("Tab", "Tab")
    assert hands.on == "room"
    page.locator("#id_room").select_option(str(taken.room_id))
    hands.press("Tab", "Tab", "Tab")
    assert hands.on == "drop_chair"  # the branch's usual one stands there
    hands.press("Enter")
    page.locator("#id_chair_text:focus").wait_for()
    hands.type(taken.chair_as)
    hands.press("Enter")
    page.locator("#chair-part .chip").wait_for()
    page.locator("#clash", has_text=taken.subject).wait_for()
    axe(page)
    page.locator("[name=take_slot]").first.focus()
    hands.press("Enter")
    page.locator("#clash .notice-success").wait_for()
    hands.press("Enter")
    page.get_by_role("status").filter(has_text="entered and final").wait_for()
    entered = Sitting.objects.get(subject="ই-নথি কমিটির সভা")
    assert entered.chair_as == taken.chair_as
    assert hands.keys <= PRACTISED, f"{hands.keys} keys, {monotonic() - began:.0f} s"


def test_those_taking_part_become_chips(demo, page, sign_in):
    sign_in(page, "general_services")
    page.goto(f"/en{NEW}")
    field = page.get_by_label("Who takes part").first
    field.fill("প্রশাসন অনুবিভাগ, নীতি শাখা\nঅর্থ বিভাগের প্রতিনিধি")
    page.get_by_role("button", name="Add").wait_for()
    field.press("Enter")
    chips = page.locator(".chips .chip > span:first-child")
    page.locator(".chips").wait_for()
    assert chips.all_inner_texts() == [
        "প্রশাসন অনুবিভাগ",
        "নীতি শাখা",
        "অর্থ বিভাগের প্রতিনিধি",
    ]
    page.get_by_role("button", name="Take out: নীতি শাখা").click()
    page.locator(".chip", has_text="নীতি শাখা").wait_for(state="detached")
    picture(page, "sitting-parts")


def test_a_scan_that_was_chosen_outlives_the_steps(demo, page, sign_in, tmp_path):
    sign_in(page, "general_services")
    page.goto(f"/en{NEW}")
    scan = tmp_path / "notice.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF")
    page.get_by_label("Scan of the letter").set_input_files(scan)
    page.get_by_role("button", name="Another chair").click()
    page.get_by_label("Chair").fill("সচিব")
    page.locator("#chair-found .choice").first.click()
    page.locator("#chair-part .chip").wait_for()
    page.get_by_role("button", name="Enter the sitting").last.click()
    page.get_by_role("alert").wait_for()
    assert page.locator("#scan .chip").inner_text() == "notice.pdf"


def test_a_refused_one_is_good_to_look_at(demo, page, sign_in, taken):
    sign_in(page, "general_services")
    said = f"begins={taken.begins:%Y-%m-%dT%H:%M}&room={taken.room_id}"
    page.goto(f"{NEW}?{said}&chair={taken.chair_id}")
    page.locator("#clash", has_text=taken.subject).wait_for()
    page.locator("#id_subject").fill("ই-নথি কমিটির সভা")
    page.locator("#id_subject").press("Enter")
    page.locator("[name=override]").wait_for()
    axe(page)
    picture(page, "sitting-refused")


def test_without_javascript(demo, plain_page, sign_in, taken):
    page, day = plain_page, taken.begins.date() + timedelta(days=7)
    sign_in(page, "general_services")
    page.goto(f"/en{NEW}")
    page.get_by_label("Subject").fill("ই-নথি কমিটির সভা")
    page.get_by_label("Date", exact=True).fill(f"{day:%d/%m/%Y}")
    page.get_by_label("Room").select_option(str(taken.room_id))
    page.get_by_role("button", name="Another chair").click()
    page.get_by_label("Chair").fill("সচিব")
    page.locator("[name=look_chair]").click()
    page.locator("[name=take_chair]").first.click()
    page.get_by_label("Who takes part").first.fill("নীতি শাখা")
    page.locator("[name=add_parts]").click()
    assert page.locator(".chips .chip-note").all_inner_texts() == ["office"]
    page.get_by_role("button", name="Enter the sitting").last.click()
    page.get_by_role("status").filter(has_text="entered and final").wait_for()
    entered = Sitting.objects.get(subject="ই-নথি কমিটির সভা")
    assert [part.name for part in Details.of(entered).parts] == ["নীতি শাখা"]
