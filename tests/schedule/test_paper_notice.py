"""The notice of a sitting, read as it is printed."""

from datetime import date, time

from django.utils import translation

from schedule.paper.notice import Notice, notice
from tests.papers import pages, picture, words

DAY = date(2017, 2, 14)
NUMBER = "৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪১"


def text(made):
    return "\n".join(pages(made))


LETTER = Notice(
    letterhead=["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শিল্প মন্ত্রণালয়", "ঢাকা-১০০০।"],
    memo_number=NUMBER,
    dated=date(2017, 2, 12),
    sentence="ইনোভেশন টিমের মাসিক সভা নিম্নোক্ত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।",
    chair="অতিরিক্ত সচিব (প্রশাসন)",
    held_on=DAY,
    begins=time(10, 30),
    place="মন্ত্রণালয়ের সভাকক্ষ",
    signatory={"name_printed": "(মসিউর রহমান)", "designation": "উপসচিব"},
    agenda=["বিগত সভার কার্যবিবরণী", "বিবিধ"],
    recipients=["অতিরিক্ত সচিব (সকল)", "উপসচিব (সকল)"],
    copies=["অফিস কপি"],
)


def test_the_notice_reads_line_by_line():
    made = notice(LETTER)
    picture(made, "sitting-notice")
    assert words(text(made)) == words(
        "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শিল্প মন্ত্রণালয় ঢাকা-১০০০।"
        f" স্মারক নং-{NUMBER} তারিখঃ ৩০ মাঘ ১৪২৩ ১২ ফেব্রুয়ারি ২০১৭ সভার নোটিশ"
        f" {LETTER.sentence}"
        " সভাপতি : অতিরিক্ত সচিব (প্রশাসন)"
        " তারিখ ও বার : ১৪ ফেব্রুয়ারি ২০১৭, মঙ্গলবার"
        " সময় : সকাল ১০:৩০ ঘটিকা"
        " স্থান : মন্ত্রণালয়ের সভাকক্ষ"
        " আলোচ্যসূচি (ক) বিগত সভার কার্যবিবরণী (খ) বিবিধ"
        f" {LETTER.request} (মসিউর রহমান) উপসচিব"
        " বিতরণ (জ্যেষ্ঠতার ক্রমানুসারে নয়): ১. অতিরিক্ত সচিব (সকল) ২. উপসচিব (সকল)"
        " সদয় অবগতির জন্য অনুলিপি: ১. অফিস কপি"
        " পৃষ্ঠা ১/১"
    )


def test_without_an_agenda_the_working_paper_is_enclosed():
    said = text(notice(Notice(**vars(LETTER) | {"agenda": [], "copies": []})))
    assert "কার্যপত্র সংযুক্ত।" in said.splitlines()
    assert "আলোচ্যসূচি" not in said
    assert "অনুলিপি" not in said


def test_the_language_of_the_screen_does_not_change_it():
    with translation.override("en"):
        english = text(notice(LETTER))
    with translation.override("bn"):
        assert text(notice(LETTER)) == english
