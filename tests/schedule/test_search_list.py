"""Search: by words of both scripts, by dates, the past and the cancelled too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from schedule.actions.sitting import cancel
from schedule.models import Sitting
from tests.factories import OfficeFactory
from tests.schedule.sittings import DAY, room, sitting

pytestmark = pytest.mark.django_db
ADDRESS = "/en/schedule/search/"


def found(client, q, **more):
    lines = client.get(ADDRESS, {"q": q} | more).context["lines"]
    return [line.sitting.subject for line in lines]


def test_nothing_is_asked(client):
    for q in ("", "   "):
        page = client.get(ADDRESS, {"q": q})
        assert "page" not in page.context
        assert "Past, postponed and cancelled sittings are found too." in page.text


@pytest.mark.parametrize(
    "q",
    [
        "সমন্বয়",
        "সমন্বয় মাসিক",
        "সচিব",
        "প্রশাসন",
        "administration",
        "সম্মেলন",
        "Conference",
        "৩৬.০০.০৪",
        "36.00.04",
        "14/02/2027",
        "১৪-২-২০২৭ সমন্বয়",
        "14 february 2027",
        "ফেব্রুয়ারি ২০২৭",
    ],
)
def test_found_by(client, q):
    sitting(
        subject="মাসিক সমন্বয় সভা",
        chair_as="সচিব মহোদয়",
        organiser=OfficeFactory(name_bn="প্রশাসন অনুবিভাগ", name_en="Administration"),
        room=room(name_bn="সম্মেলন কক্ষ", name_en="Conference room"),
        letter_number="৩৬.০০.০৪",
    )
    assert found(client, q) == ["মাসিক সমন্বয় সভা"]


@pytest.mark.parametrize(
    "q", ["বাজেট", "সমন্বয় বাজেট", "15/02/2027", "মার্চ ২০২৭", "১৪/০২/২০২৭ বাজেট"]
)
def test_not_found_by(client, q):
    sitting(subject="মাসিক সমন্বয় সভা")
    page = client.get(ADDRESS, {"q": q})
    assert page.context["lines"] == []
    assert "Nothing was found." in page.text


def test_today_by_its_word(client, stand_at):
    sitting()
    sitting(day=DAY + timedelta(days=1))
    stand_at("08:00")
    assert len(found(client, "আজ")) == len(found(client, "tomorrow")) == 1


def test_what_comes_first_then_the_past_from_its_end(client):
    now = timezone.now()
    for days in (-9, 5, -2, 1):
        made = sitting(subject=f"সভা {days}")
        begins = now + timedelta(days=days)
        Sitting.objects.filter(pk=made.pk).update(
            during=(begins, begins + timedelta(hours=1))
        )
    lines = client.get(ADDRESS, {"q": "সভা"}).context["lines"]
    told = [line.sitting.subject for line in lines]
    assert told == ["সভা 1", "সভা 5", "সভা -2", "সভা -9"]
    assert [line.coming for line in lines] == [True, True, False, False]


def test_a_cancelled_one_with_its_state_and_day(client):
    made = sitting(subject="বাজেট")
    cancel(sitting=made, sequence=made.sequence, reason="কারণ", by=None)
    text = client.get(ADDRESS, {"q": "বাজেট"}).text
    assert "<s>বাজেট</s>" in text
    assert ">Cancelled</span>" in text
    assert "14 February 2027" in text


def test_a_closed_one_only_by_those_concerned(cast):
    sitting(subject="পদোন্নতি", closed=True, organiser=cast.ministry)
    answers = {
        who: len(found(cast[who], "পদোন্নতি"))
        for who in ("visitor", "auditor", "general_services")
    }
    assert answers == {"visitor": 0, "auditor": 0, "general_services": 1}


def test_pages_of_twenty(client):
    for n in range(21):
        sitting(day=DAY + timedelta(days=n))
    assert len(found(client, "সমন্বয়")) == 20
    assert len(found(client, "সমন্বয়", page="2")) == 1
    text = client.get(ADDRESS, {"q": "সমন্বয়"}).text
    assert "q=%E0%A6%B8" in text.split('rel="next"')[1]


def test_too_long_a_question_is_told_and_kept(client):
    asked = "ক" * 101
    page = client.get(ADDRESS, {"q": asked})
    assert page.status_code == 200
    assert 'class="errorlist"' in page.text
    assert f'value="{asked}"' in page.text


def test_signs_of_a_pattern_are_only_signs(client):
    sitting(subject="শতভাগ ই-ফাইল")
    assert [found(client, signs) for signs in ("%", "_____")] == [[], []]
