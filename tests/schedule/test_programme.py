"""The sheet itself: long days, long names, and what no screen changes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from schedule.actions.sitting import hold
from schedule.paper.programme import Item, programme
from schedule.programme import programme_of
from tests.factories import AppointmentFactory, UserFactory
from tests.papers import lie, pages, picture, words
from tests.schedule.sittings import DAY, chair, details, room, sitting

HEAD = ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শিল্প মন্ত্রণালয়", "সচিবের দপ্তর"]


def item(number, second="মন্ত্রণালয়ের সভাকক্ষ; বিসিআইসি"):
    return Item(("সকাল ১০টা", "– সকাল ১১টা"), f"বিষয়-{number}", second)


def read(items):
    made = programme(HEAD, "মাননীয় মন্ত্রী", date(2017, 2, 14), items)
    return made, pages(made)


@pytest.fixture(scope="module")
def long_day():
    made, read_pages = read([item(number) for number in range(30)])
    picture(made, "programme-long")
    return made, read_pages


def test_a_long_day_goes_on_with_its_heading(long_day):
    made, (first, *others) = long_day
    assert set(lie(made)) == {"A4"}
    assert others
    assert all("সময় কর্মসূচি" in " ".join(words(page)) for page in (first, *others))


def test_a_loose_second_page_says_whose_day_it_is(long_day):
    _made, (_first, *others) = long_day
    assert all("মঙ্গলবার, ১৪ ফেব্রুয়ারি ২০১৭" in page for page in others)


def test_nothing_is_cut_or_lost(long_day):
    _made, read_pages = long_day
    found = [
        [number for number in range(30) if f"বিষয়-{number}" in words(page)]
        for page in read_pages
    ]
    assert sorted(sum(found, [])) == list(range(30))


def test_a_very_long_subject_stays_whole():
    subject = "রাষ্ট্রায়ত্ত শিল্পপ্রতিষ্ঠানের উৎপাদন ও বিপণন অগ্রগতি পর্যালোচনা সংক্রান্ত " * 4
    _made, (page,) = read([Item(("সকাল ১০টা",), subject.strip(), "")])
    assert " ".join(words(subject)) in " ".join(words(page))


def test_without_a_second_line_there_is_none():
    _made, (page,) = read([item(1, second="")])
    assert "সভাকক্ষ" not in page


@pytest.mark.django_db
class TestOfAChair:
    @pytest.fixture
    def kept(self):
        return chair(shown_as="সচিব মহোদয়")

    @pytest.fixture
    def secretary(self, kept):
        user = UserFactory(office=kept.office)
        AppointmentFactory(user=user, role="private_secretary")
        return user

    def said(self, kept, user):
        return " ".join(words("\n".join(pages(programme_of(kept, DAY, user)))))

    def test_the_language_of_the_screen_changes_nothing(self, kept, secretary):
        hall = room(name_bn="সচিবের সভাকক্ষ", name_en="Secretary's Room")
        sitting(chair=kept.officer, room=hall)
        with translation.override("en"):
            english = self.said(kept, secretary)
        with translation.override("bn"):
            assert self.said(kept, secretary) == english
        assert "সচিবের সভাকক্ষ" in english

    def test_a_closed_sitting_is_told_to_its_own_office(self, kept, secretary):
        sitting(chair=kept.officer, closed=True, subject="পদোন্নতি কমিটি")
        assert "পদোন্নতি কমিটি" in self.said(kept, secretary)

    def test_and_to_no_other(self, kept):
        sitting(chair=kept.officer, closed=True, subject="পদোন্নতি কমিটি")
        said = self.said(kept, UserFactory())
        assert "পদোন্নতি" not in said
        assert "ব্যস্ত" in said

    def test_a_held_slot_says_that_it_is_only_held(self, kept, secretary):
        until = timezone.now() + timedelta(hours=1)
        hold(details=details(chair=kept.officer), until=until, by=None)
        assert "(সাময়িক সংরক্ষিত)" in self.said(kept, secretary)

    def test_without_guests_the_organiser_is_named(self, kept, secretary):
        one = sitting(chair=kept.officer)
        assert one.organiser.name_bn in self.said(kept, secretary)
