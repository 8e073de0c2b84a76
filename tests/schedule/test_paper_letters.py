"""Papers of a sitting, read as they are printed and as Word opens them."""

import pytest
from django.utils import translation

from schedule.paper.letter import Paper, Signature, Table, pdf
from schedule.paper.plates import SIZES, Plate
from tests.papers import lie, pages, picture, tags, words
from tests.schedule.papers import (
    INVITED,
    NUMBER,
    change,
    drawn,
    list_of,
    needs,
    notice,
    plates_of,
    typed,
)
from tests.words import misplaced, opened, written

pytestmark = pytest.mark.slow

HEAD = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শিল্প মন্ত্রণালয় ঢাকা-১০০০।"
MEMO = f" স্মারক নং-{NUMBER} তারিখঃ ৩০ মাঘ ১৪২৩ ১২ ফেব্রুয়ারি ২০১৭"
TIMES = (
    " তারিখ ও বার : ১৪ ফেব্রুয়ারি ২০১৭, মঙ্গলবার সময় : সকাল ১০:৩০ ঘটিকা স্থান : মন্ত্রণালয়ের সভাকক্ষ"
)
FOOT = (
    " (মসিউর রহমান) উপসচিব (আইসিটি) ফোনঃ ৯৫৫১৬১২ ই-মেইলঃ ds@moind.gov.bd"
    " বিতরণ (জ্যেষ্ঠতার ক্রমানুসারে নয়): ১. অতিরিক্ত সচিব (সকল) ২. উপসচিব (সকল)"
    " সদয় অবগতির জন্য অনুলিপি: ১. অফিস কপি"
)
NOTICE = (
    f"{HEAD}{MEMO} সভার নোটিশ মাসিক সভা নিম্নোক্ত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।"
    f" সভাপতি : অতিরিক্ত সচিব (প্রশাসন){TIMES}"
    " আলোচ্যসূচি (ক) বিগত সভার কার্যবিবরণী (খ) বিবিধ"
    f" উক্ত সভায় উপস্থিত থাকার জন্য অনুরোধ করা হলো।{FOOT}"
)
CHANGE = (
    f"{HEAD}{MEMO} সভার সময় পরিবর্তন বিষয়ঃ মাসিক সভা-এর সময়সূচি পরিবর্তন।"
    f" সূত্রঃ স্মারক নং-{NUMBER} মাসিক সভা পরিবর্তিত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।"
    f"{TIMES} সকলকে অবহিত করা হলো।{FOOT}"
)
NEEDS = (
    f"{HEAD}{MEMO} চাহিদাপত্র সভায় ২০ জন উপস্থিত থাকবেন। বিষয় : মাসিক সভা"
    f" সভাপতি : সচিব মহোদয়{TIMES} ক্রমিক চাহিদা পরিমাণ মন্তব্য"
    " ১. সভাকক্ষ ১টি ২. আপ্যায়ন ২০ জন ব্যয় আপ্যায়ন খাত হতে নির্বাহ করা হবে।"
    f" ব্যবস্থা গ্রহণের জন্য অনুরোধ করা হলো।{FOOT}"
)
ATTENDANCE = (
    f"{HEAD} হাজিরা তালিকা বিষয় : মাসিক সভা সভাপতি : সচিব মহোদয়{TIMES}"
    " ক্রমিক নাম ও পদবি দপ্তর মোবাইল/ই-মেইল স্বাক্ষর"
    " ১. জনাব করিম যুগ্মসচিব প্রশাসন অনুবিভাগ 01711-1 k@moind.gov.bd ২."
)
PAPERS = {
    "notice": (notice, NOTICE),
    "change": (change, CHANGE),
    "requisition": (needs, NEEDS),
    "attendance": (lambda: list_of([INVITED], spare=1), ATTENDANCE),
}


def text(made):
    return "\n".join(pages(made))


@pytest.mark.parametrize("name", PAPERS)
def test_the_pdf_reads_line_by_line(name):
    make, said = PAPERS[name]
    made = drawn(make())
    picture(made, f"sitting-{name}")
    assert words(text(made)) == words(f"{said} পৃষ্ঠা ১/১")


@pytest.mark.parametrize("name", PAPERS)
def test_word_says_the_same_in_the_same_order(name):
    make, said = PAPERS[name]
    data = typed(make())
    read = " ".join(written(data)).replace("|", "")
    assert words(read) == words(said)
    assert misplaced(data) == []


def test_without_an_agenda_the_working_paper_is_enclosed():
    said = text(drawn(notice(agenda=(), copies=())))
    assert "কার্যপত্র সংযুক্ত।" in said.splitlines()
    assert "আলোচ্যসূচি" not in said
    assert "অনুলিপি" not in said


def test_a_notice_may_tell_its_subject_and_its_link():
    said = written(typed(notice(subject="মাসিক সভা।", online="https://meet.gov.bd/a-b")))
    assert said[5:6] == ["বিষয়ঃ\tমাসিক সভা।"]
    assert "অনলাইন\t: https://meet.gov.bd/a-b" in said


def test_one_calendar_is_enough():
    said = text(drawn(notice(with_bangla_date=False)))
    assert "১৪২৩" not in said
    assert "১২ ফেব্রুয়ারি ২০১৭" in said


def test_the_number_may_wait_for_the_issue():
    assert "স্মারক নং- | তারিখঃ | ৩০ মাঘ ১৪২৩\n১২ ফেব্রুয়ারি ২০১৭" in written(
        typed(notice(memo_number=""))
    )


def test_a_change_without_a_first_letter_or_new_time_leaves_them_out():
    said = text(drawn(change(reference="", times=())))
    assert "সূত্রঃ" not in said
    assert "তারিখ ও বার" not in said


def test_the_signature_tells_only_what_is_known():
    assert Signature("", "উপসচিব").lines == ["উপসচিব"]


def test_a_long_letter_goes_on_and_its_signature_is_not_left_alone():
    agenda = tuple(f"আলোচ্য বিষয় {n}" for n in range(60))
    made = pages(drawn(notice(agenda=agenda)))
    assert len(made) > 1
    (last,) = [page for page in made if "(মসিউর রহমান)" in page]
    assert "অনুরোধ করা হলো।" in last


def test_headings_stand_on_each_page_of_a_long_list():
    made = drawn(list_of([INVITED] * 40))
    first, *others = pages(made)
    heading = ["ক্রমিক", "নাম", "ও", "পদবি", "দপ্তর", "মোবাইল/ই-মেইল", "স্বাক্ষর"]
    assert others
    assert all(words(page)[:5] == words(" ".join(heading))[:5] for page in others)
    assert words(first)[-3:] != heading


def test_no_row_of_a_list_is_cut():
    invited = [
        type(INVITED)(f"জনাব-{n}", "যুগ্মসচিব", "প্রশাসন", f"0171-{n}") for n in range(40)
    ]
    made = [{*words(page)} for page in pages(drawn(list_of(invited)))]
    for one in invited:
        assert len([page for page in made if {one.name, one.mobile} <= page]) == 1


def test_labels_are_headings_of_what_they_tell():
    assert tags(drawn(notice())).count("TH") == 4


def test_a_band_goes_across_in_both():
    columns = list_of([]).pieces[-1].columns
    paper = Paper("তালিকা", (Table("attendance", columns, ("অনুবিভাগ", ("১.",) * 5)),))
    assert "অনুবিভাগ" in words(text(drawn(paper)))
    assert written(typed(paper))[1] == "অনুবিভাগ"


PLATES = (
    ("মোহাম্মদ মসিউর রহমান", "উপসচিব", "শিল্প মন্ত্রণালয়"),
    ("জনাব করিম", "যুগ্মসচিব"),
    ("চেয়ারম্যান", "বাংলাদেশ কেমিক্যাল ইন্ডাস্ট্রিজ কর্পোরেশন"),
)


def test_two_plates_stand_on_a_sheet_and_read_from_both_sides():
    made = drawn(plates_of(*PLATES))
    picture(made, "sitting-plates")
    assert lie(made) == ["A4", "A4"]
    said = text(made)
    assert [said.count(line) for plate in PLATES for line in plate] == [2] * 7
    assert "পৃষ্ঠা" not in said


def test_plates_are_tables_of_two_cells_in_word():
    data = typed(plates_of(*PLATES))
    assert misplaced(data) == []
    found = [[c.text for c in table.rows[0].cells] for table in opened(data).tables]
    assert found == [["\n".join(lines)] * 2 for lines in PLATES]


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (("সচিব",), SIZES[0]),
        (("মোহাম্মদ মসিউর রহমান", "উপসচিব"), SIZES[1]),
        (("সচিব", "ক" * 44), SIZES[2]),
        (("ক" * 100,), SIZES[-1]),
    ],
)
def test_a_long_name_is_set_smaller(lines, size):
    assert Plate(lines).size == size


def test_the_language_of_the_screen_changes_nothing():
    with translation.override("en"):
        english = text(drawn(notice())), written(typed(notice()))
    with translation.override("bn"):
        assert (text(drawn(notice())), written(typed(notice()))) == english


def test_it_is_drawn_in_a_process_of_its_own():
    assert words(text(pdf(notice())))[-3:] == ["পৃষ্ঠা", "১/", "১"]
