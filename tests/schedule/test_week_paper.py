"""The week on A4: each day under its name, days off with their reason."""

from datetime import date, timedelta

import pytest

from innovation_portal.models import Holiday
from schedule.paper.rows import Row
from schedule.paper.week import week_sheet
from tests.papers import lie, pages, picture, words
from tests.schedule.sittings import DAY, at, sitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def text(data):
    return " ".join(words("\n".join(pages(data))))


def test_day_by_day(client):
    Holiday.objects.create(day=DAY + timedelta(days=1), name_bn="বিজয় দিবস")
    sitting("10:30", "12:00", subject="সমন্বয়")
    sitting(day=DAY + timedelta(days=4), closed=True, subject="পদোন্নতি")
    answer = client.get(f"/en/schedule/week/{DAY}/week.pdf")
    picture(answer.content, "schedule-week")
    assert lie(answer.content) == ["A4"]
    name = f'inline; filename="sittings_week_{DAY}.pdf"'
    assert answer["Content-Disposition"] == name
    said = text(answer.content)
    order = [
        "১৪–২০ ফেব্রুয়ারি ২০২৭",
        "রবিবার, ১৪ ফেব্রুয়ারি ২০২৭ সকাল ১০:৩০টা",
        "সমন্বয়",
        "সোমবার, ১৫ ফেব্রুয়ারি ২০২৭ – ছুটি: বিজয় দিবস",
        "মঙ্গলবার, ১৬ ফেব্রুয়ারি ২০২৭ – সভা নেই",
        "বৃহস্পতিবার, ১৮ ফেব্রুয়ারি ২০২৭ সকাল ১০টা",
        "ব্যস্ত",
        "শুক্রবার, ১৯ ফেব্রুয়ারি ২০২৭ – ছুটি শনিবার",
    ]
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert "পদোন্নতি" not in said


def test_a_full_week_cuts_no_sitting():
    days = [date(2027, 2, 14) + timedelta(days=n) for n in range(7)]
    rows = {
        day: [
            Row(at(f"{9 + n}:00"), f"কক্ষ-{n}", "সচিব", f"বিষয়-{day.day}-{n}")
            for n in range(9)
        ]
        for day in days
    }
    made = week_sheet([(day, rows[day], "") for day in days])
    picture(made, "schedule-week-full")
    sheets = [{*words(page)} for page in pages(made)]
    for day in days:
        for row in rows[day]:
            whole = [sheet for sheet in sheets if {row.subject, row.place} <= sheet]
            assert len(whole) == 1
