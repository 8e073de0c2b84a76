"""What a paper says before anything is typed, and what comes of it."""

from datetime import date

import pytest
from django.utils import timezone

from schedule.actions.sitting import cancel, hold, postpone
from schedule.composing import paper_of
from schedule.details import Part
from schedule.drafting import first_values, kinds_for, signed_by
from schedule.invited import facts_of
from schedule.models import PaperText
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.papers import made_paper, typed
from tests.schedule.sittings import chair, details, room, sitting
from tests.schedule.test_invited import moved
from tests.schedule.test_sitting_actions import run_out, soon
from tests.words import written

pytestmark = pytest.mark.django_db
STANDING = ["notice", "requisition", "attendance", "plates"]


def done(act, one):
    return act(sitting=one, sequence=one.sequence, reason="সফর", by=None)


def test_each_state_has_its_papers():
    one = sitting("10:00", place="ক")
    held = hold(details=details(), until=soon(hours=1), by=None)
    assert kinds_for(one) == kinds_for(held) == STANDING
    one = moved(one, "15:00", "খ")
    assert kinds_for(one) == ["moved", *STANDING]
    assert kinds_for(done(postpone, one)) == ["postponed"]
    assert kinds_for(done(cancel, sitting())) == ["cancelled"]


def test_a_hold_that_ran_out_has_none():
    held = hold(details=details(), until=soon(hours=1), by=None)
    run_out(held)
    held.refresh_from_db()
    assert kinds_for(held) == []


def test_a_notice_begins_with_what_the_sitting_says():
    one = sitting(
        agenda="ক\n\nখ ", online="https://meet.gov.bd/1", parts=(Part("বিসিআইসি"),)
    )
    said = first_values(one, "notice")
    assert said["sentence"] == (
        "মাসিক সমন্বয় সভা সচিব মহোদয়-এর সভাপতিত্বে নিম্নোক্ত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।"
    )
    assert (said["agenda"], said["show_link"]) == (["ক", "খ"], True)
    assert said["recipients"] == ["বিসিআইসি"]
    assert said["letterhead"][2] == one.organiser.name_bn
    assert said["dated"] == timezone.localdate()


def test_the_branchs_own_words_come_first():
    PaperText.objects.create(kind="notice", key="heading", text="নোটিশ")
    assert first_values(sitting(), "notice")["heading"] == "নোটিশ"


def test_a_closed_sitting_is_not_sent_to_the_website():
    copies = {
        closed: " ".join(first_values(sitting(closed=closed), "notice")["copies"])
        for closed in (False, True)
    }
    assert ["ওয়েবসাইট" in copies[closed] for closed in (False, True)] == [True, False]


def test_the_office_is_remembered():
    office = OfficeFactory()
    made_paper(
        sitting(organiser=office),
        number="৩৬.০০.১৭.৪১",
        signed_name="মসিউর রহমান",
        by_order=False,
        copies=["অফিস কপি"],
    )
    said = first_values(sitting("12:00", "13:00", organiser=office), "notice")
    assert said["number"] == "৩৬.০০.১৭."
    assert (said["signed_name"], said["by_order"]) == ("মসিউর রহমান", False)
    assert said["copies"] == ["অফিস কপি"]


def test_the_copies_of_a_requisition_are_not():
    office = OfficeFactory()
    one = sitting(organiser=office)
    made_paper(one, copies=["অফিস কপি", "একান্ত সচিব"])
    made_paper(one, kind="requisition", copies=["হিসাব শাখা"])
    said = first_values(sitting("12:00", "13:00", organiser=office), "notice")
    assert said["copies"] == ["অফিস কপি", "একান্ত সচিব"]


def test_another_office_and_a_closed_sitting_are_not():
    office = OfficeFactory()
    made_paper(sitting(organiser=office), signed_name="মসিউর রহমান")
    others = sitting(), sitting(organiser=office, closed=True)
    assert [first_values(one, "notice").get("signed_name") for one in others] == [
        None,
        None,
    ]


def test_the_same_paper_again_says_what_it_said():
    one = sitting()
    made_paper(one, sentence="নিজের কথা।", dated=date(2027, 2, 1))
    said = first_values(one, "notice")
    assert (said["sentence"], said["dated"]) == ("নিজের কথা।", date(2027, 2, 1))


def test_a_changed_sitting_begins_anew():
    one = sitting("10:00", place="ক")
    made_paper(one, sentence="নিজের কথা।")
    assert first_values(moved(one, "15:00", "খ"), "notice")["sentence"] != "নিজের কথা।"


def test_who_stands_first_in_the_office_signs():
    edition()
    office = OfficeFactory()
    said = {"officer": OfficerFactory(), "office": office, "section": "বাজেট শাখা"}
    entry("মসিউর রহমান", post="উপসচিব", office_phone="৯৫৫১৬১২", **said)
    found = first_values(sitting(organiser=office), "notice")
    assert (found["signed_name"], found["signed_post"]) == ("মসিউর রহমান", "উপসচিব")
    assert (found["signed_office"], found["signed_phone"]) == ("বাজেট শাখা", "৯৫৫১৬১২")


def test_a_post_that_says_its_charge_needs_no_office():
    edition()
    line = entry("ক", post="উপসচিব (বাজেট)", section="বাজেট শাখা")
    assert signed_by(line)["signed_office"] == ""


def test_a_moved_sitting_is_told_from_then_to_now():
    one = sitting(
        "10:00", place="ক", letter_number="৩৬.৪১", letter_date=date(2027, 2, 1)
    )
    one = moved(one, "15:00", "খ")
    said = first_values(one, "moved")
    assert said["reference"] == "এ মন্ত্রণালয়ের স্মারক নং-৩৬.৪১ তারিখঃ ১ ফেব্রুয়ারি ২০২৭।"
    assert said["sentence"] == (
        "উপর্যুক্ত বিষয় ও সূত্রের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, ১৪ ফেব্রুয়ারি ২০২৭, রবিবার"
        " সকাল ১০ ঘটিকায় অনুষ্ঠেয় মাসিক সমন্বয় সভা অনিবার্য কারণে নিম্নোক্ত পরিবর্তিত"
        " সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।"
    )
    assert said["heading"] == "সভার সময় পরিবর্তন"


def test_one_that_is_only_elsewhere_says_so():
    one = sitting("15:00", "17:00", place="ক")
    assert first_values(moved(one, "15:00", "খ"), "moved")["heading"] == (
        "সভার স্থান পরিবর্তন"
    )


def test_without_a_first_letter_there_is_no_reference():
    said = first_values(done(cancel, sitting()), "cancelled")
    assert said["reference"] == ""
    assert said["sentence"].startswith("উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে")
    assert said["subject"] == "মাসিক সমন্বয় সভা বাতিলকরণ।"


def test_the_requisition_asks_for_what_the_room_has_and_for_tea():
    one = sitting(room=room(equipment=["projector", "board"]), people=20)
    said = first_values(one, "requisition")
    assert said["needs"] == [
        "সভাকক্ষ | ১টি",
        "প্রজেক্টর ও ল্যাপটপ | ১টি",
        "হোয়াইট বোর্ড ও মার্কার | ১টি",
        "আপ্যায়ন (হালকা নাস্তা ও চা) | ২০ জন",
    ]
    assert said["recipients"] == ["প্রঃ (সাঃ সেঃ) অধিশাখা, শিল্প মন্ত্রণালয়।"]
    assert said["copies"] == ["অফিস কপি।"]


def test_plates_begin_with_the_chair_and_lists_do_not():
    who = chair(name="আব্দুল হক").officer
    one = sitting(chair=who, parts=(Part("বিসিআইসি"),))
    assert first_values(one, "plates")["people"] == [
        "আব্দুল হক | সচিব মহোদয়",
        "|  | বিসিআইসি",
    ]
    assert first_values(one, "attendance")["people"] == ["|  | বিসিআইসি"]


def made(one, kind, **values):
    said = made_paper(one, kind=kind, **values).values
    said |= {"dated": date(2027, 2, 1)}
    return written(typed(paper_of(kind, facts_of(one), said)))


def test_not_by_order_leaves_the_word_out():
    ends = [
        [line for line in made(sitting(), "notice", by_order=told) if "উপস্থিত" in line]
        for told in (True, False)
    ]
    assert ends == [
        ["উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য নির্দেশক্রমে অনুরোধ করা হলো।"],
        ["উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য অনুরোধ করা হলো।"],
    ]


def test_the_link_is_printed_where_it_is_wanted():
    one = sitting(online="https://meet.gov.bd/1")
    found = [
        "অনলাইন\t: https://meet.gov.bd/1" in made(one, "notice", show_link=wanted)
        for wanted in (True, False)
    ]
    assert found == [True, False]


def test_a_letter_of_a_cancelled_sitting_has_no_timetable():
    said = made(done(cancel, sitting()), "cancelled")
    assert [line for line in said if line.startswith("তারিখ ও বার")] == []


def test_lines_are_parted_at_upright_strokes():
    said = made(
        sitting(),
        "attendance",
        people=["জনাব ক | উপসচিব | বাজেট | 0171 | a@b.gov.bd", "জনাব খ", "|  | বিসিক"],
        spare=1,
    )
    assert said[-4:] == [
        "১. | জনাব ক\nউপসচিব | বাজেট | 0171\na@b.gov.bd | ",
        "২. | জনাব খ | ",
        "৩. |  | বিসিক",
        "৪. | ",
    ]


def test_plates_take_a_name_a_post_and_an_office():
    said = made(sitting(), "plates", people=["জনাব ক | উপসচিব", "|  | বিসিক"])
    assert said == ["জনাব ক\nউপসচিব", "বিসিক"]
