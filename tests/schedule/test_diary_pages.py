"""The private secretary's pages: whose day he keeps, a day, a week, the programme."""

from datetime import timedelta

import pytest
from django.utils import timezone

from schedule.details import Part
from schedule.models import Chair
from tests.papers import lie, pages, picture, words
from tests.schedule.sittings import DAY, chair, in_days, midnight, room, sitting
from tests.schedule.test_diary import block

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(cast):
    return chair(office=cast.ministry, gives_consent=True)


@pytest.fixture
def secretary(cast, kept):
    return cast["private_secretary"]


def text(answer):
    return " ".join(answer.content.decode().split())


def page(client, kept, day=DAY):
    return text(client.get(f"/en/schedule/diary/{kept.pk}/{day}/"))


def test_one_chair_is_shown_at_once(secretary, kept):
    answer = secretary.get("/en/schedule/diary/")
    today = timezone.localdate()
    assert answer.headers["Location"] == f"/en/schedule/diary/{kept.pk}/{today}/"


def test_of_several_each_has_his_day(secretary, kept, cast):
    chair(office=cast.wing, shown_as="অতিরিক্ত সচিব")
    chair(shown_as="মাননীয় মন্ত্রী")
    sitting(chair=kept.officer, day=timezone.localdate(), subject="আজকের সভা")
    said = text(secretary.get("/en/schedule/diary/"))
    assert "আজকের সভা" in said
    assert "অতিরিক্ত সচিব" in said
    assert "মাননীয় মন্ত্রী" not in said


def test_no_chair_says_who_enters_him(cast):
    assert "No chair’s day is kept" in text(
        cast["private_secretary"].get("/en/schedule/diary/")
    )


def test_a_day_tells_all_of_it(secretary, kept):
    one = sitting(chair=kept.officer, room=room(name_en="Hall"))
    block(kept)
    said = page(secretary, kept)
    assert "Sunday, 14 February 2027" in said
    assert f'href="/en/schedule/sittings/{one.pk}/"' in said
    assert f'href="/en/schedule/sittings/{one.pk}/move/"' in said
    assert "বিসিক শিল্পনগরী" in said
    assert "9:00 am – 10:00 am" in said


def test_a_past_sitting_is_not_to_be_moved(secretary, kept):
    day = in_days(-7)
    one = sitting(chair=kept.officer, day=day)
    assert f"/sittings/{one.pk}/move/" not in page(secretary, kept, day)


def test_consent_is_the_first_thing_to_do(secretary, kept):
    sitting(chair=kept.officer, subject="প্রথম সভা")
    said = page(secretary, kept, in_days(0))
    assert "1 sitting waits for consent" in said
    assert 'name="answer" value="given"' in said


def test_a_request_for_a_past_sitting_waits_no_more(secretary, kept):
    sitting(chair=kept.officer, day=in_days(-7))
    assert "waits for consent" not in page(secretary, kept)


def test_days_and_weeks_lead_to_their_neighbours(secretary, kept):
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    said = page(secretary, kept)
    assert f'rel="prev" href="/en/schedule/diary/{kept.pk}/{before}/"' in said
    assert f'rel="next" href="/en/schedule/diary/{kept.pk}/{after}/"' in said
    week = text(secretary.get(f"/en/schedule/diary/{kept.pk}/week/{DAY}/"))
    assert f'/diary/{kept.pk}/week/{DAY + timedelta(days=7)}/"' in week


def test_a_week_has_the_sittings_of_each_day(secretary, kept):
    sitting(chair=kept.officer, subject="রবিবারের সভা")
    sitting(chair=kept.officer, day=DAY + timedelta(days=4), subject="শেষ সভা")
    week = text(secretary.get(f"/en/schedule/diary/{kept.pk}/week/{DAY}/"))
    assert week.index("রবিবারের সভা") < week.index("শেষ সভা")


@pytest.mark.parametrize("what", ["", "programme.pdf"])
def test_a_chair_of_another_office_is_not_there(cast, kept, what):
    other = chair()
    address = f"/en/schedule/diary/{other.pk}/{DAY}/{what}"
    assert cast["private_secretary"].get(address).status_code == 404


class TestProgramme:
    def read(self, client, kept):
        answer = client.get(f"/en/schedule/diary/{kept.pk}/{DAY}/programme.pdf")
        picture(answer.content, "programme")
        assert lie(answer.content) == ["A4"]
        return words("\n".join(pages(answer.content)))

    def test_it_has_two_lines_for_each_thing(self, secretary, kept):
        hall = room(name_bn="সচিবের সভাকক্ষ", name_en="Secretary's Room")
        parts = (Part("বিসিআইসি"), Part("বিএসএফআইসি"))
        sitting("10:30", "12:00", chair=kept.officer, room=hall, parts=parts)
        block(kept)
        assert self.read(secretary, kept) == words(
            "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শিল্প মন্ত্রণালয় দৈনিক কর্মসূচি"
            " সচিব মহোদয় রবিবার, ১৪ ফেব্রুয়ারি ২০২৭ সময় কর্মসূচি"
            " সকাল ১০:৩০টা – দুপুর ১২টা মাসিক সমন্বয় সভা"
            " সচিবের সভাকক্ষ; বিসিআইসি, বিএসএফআইসি"
            " দুপুর ২টা – বিকাল ৪টা সফর বিসিক শিল্পনগরী পৃষ্ঠা ১/১"
        )

    def test_of_many_guests_some_are_named(self, secretary, kept):
        parts = tuple(Part(f"অতিথি-{n}") for n in "কখগঘঙচ")
        sitting(chair=kept.officer, parts=parts)
        said = " ".join(self.read(secretary, kept))
        assert "অতিথি-ঘ, আরও ২ জন/ দপ্তর" in said
        assert "অতিথি-ঙ" not in said

    def test_where_he_takes_part_it_names_who_chairs(self, secretary, kept):
        parts = (Part("সচিব", officer=kept.officer),)
        sitting(parts=parts, chair_as="মাননীয় মন্ত্রী")
        assert "সভাপতি: মাননীয় মন্ত্রী" in " ".join(self.read(secretary, kept))

    def test_an_empty_day_says_so(self, secretary, kept):
        assert "এ দিনে কোনো কর্মসূচি নেই।" in " ".join(self.read(secretary, kept))

    def test_a_whole_day_and_the_office_are_named(self, secretary, kept, cast):
        Chair.objects.update(office=cast.wing)
        kept.office = cast.wing
        block(
            kept, "0:00", until=midnight(DAY + timedelta(days=1)), kind="leave", note=""
        )
        said = " ".join(self.read(secretary, kept))
        assert "সারা দিন ছুটি" in said
        assert cast.wing.name_bn in said
