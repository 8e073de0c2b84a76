"""The page that tells how the schedule is used, and what it saved."""

import re
from datetime import date

import pytest
from django.utils import translation

from innovation_portal.models import Holiday
from schedule.models import Move, Policy, Refusal, ScheduleState
from schedule.use import Use
from tests.schedule.sittings import at, room, sitting

ADDRESS = "/en/schedule/use/"
SUNDAY, TUESDAY = date(2025, 3, 2), date(2025, 4, 1)


@pytest.fixture
def spring(db):
    """Two months with three sittings, two refused clashes and a hold that ran out."""
    hall = room(name_bn="বড় সভাকক্ষ", name_en="Large hall")
    first = sitting(
        "10:00", "12:00", day=SUNDAY, room=hall, letter_date=date(2025, 3, 1)
    )
    sitting("10:00", "11:00", day=TUESDAY, room=hall, kind="training")
    secret = {"subject": "পদোন্নতি কমিটি", "closed": True}
    sitting("15:00", "16:00", day=SUNDAY, room=hall, **secret)
    during = (at("10:00", SUNDAY), at("11:00", SUNDAY))
    for kind in ("room", "officer"):
        Refusal.objects.create(at=at("9:00", SUNDAY), kind=kind, during=during)
    moment = at("9:00", TUESDAY)
    Move.objects.create(sitting=first, kind="lapsed", sequence=9, at=moment)
    return Use(2025, date(2026, 11, 22))


def words(client, address=ADDRESS):
    text = re.sub(
        r"<svg.*?</svg>|<[^>]+>", " ", client.get(address).text, flags=re.DOTALL
    )
    return " ".join(text.split())


def rows(picture):
    return {row.label: (row.numbers, row.more) for row in picture.rows}


def test_before_any_sitting(client, db):
    assert "No sitting has been held yet." in words(client)


def test_a_sitting_to_come_is_not_yet_use(client, db):
    sitting()
    assert "No sitting has been held yet." in words(client)


@pytest.mark.usefixtures("in_english")
def test_clashes_and_visits_by_month(spring):
    picture = spring.saved
    assert [row.label for row in picture.rows][:4] == [
        "January",
        "February",
        "March",
        "April",
    ]
    assert rows(picture)["March"] == ([2], [6, 0])
    assert rows(picture)["April"] == ([0], [0, 1])
    assert picture.totals == [2, 6, 1]


@pytest.mark.usefixtures("in_english")
def test_kinds_by_month_with_the_notice_given(spring):
    picture = spring.kinds
    assert picture.heads == ["meeting", "seminar", "training", "workshop", "other"]
    assert rows(picture)["March"] == ([2, 0, 0, 0, 0], [2, 1.0])
    assert rows(picture)["April"] == ([0, 0, 1, 0, 0], [1, None])
    assert rows(picture)["May"] == ([0, 0, 0, 0, 0], [0, None])
    assert picture.totals == [2, 0, 1, 0, 0, 3, 1.0]


@pytest.mark.usefixtures("in_english")
def test_busy_hours_of_a_week_that_begins_on_sunday(spring):
    picture = spring.busy
    assert picture.columns[:2] == ["9:00 am", "10:00 am"]
    names = [label for label, _cells in picture.rows]
    assert names == ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"]
    sunday = [cell.value for cell in picture.rows[0][1]]
    assert sunday == [0, 1, 1, 0, 0, 0, 1, 0]
    assert spring.busiest["number"] == 1


@pytest.mark.usefixtures("in_english")
def test_a_friday_is_shown_only_when_it_was_worked(spring):
    sitting("20:00", "21:00", day=date(2025, 3, 7))
    picture = Use(2025, date(2026, 1, 1)).busy
    assert [label for label, _cells in picture.rows][-1] == "Friday"
    assert picture.columns[-2:] == ["4:00 pm", "8:00 pm"]


@pytest.mark.usefixtures("in_english")
def test_rooms_with_their_hours_and_how_much_of_the_month(spring):
    assert rows(spring.rooms) == {"Large hall": ([4], [261 * 7, 0])}
    ((name, cells),) = spring.rooms_by_month.rows
    assert (name, len(cells)) == ("Large hall", 12)
    # three of 22 days of seven hours, then one of them
    assert [cell.value for cell in cells[2:5]] == [2, 1, 0]


@pytest.mark.usefixtures("in_english")
def test_a_month_of_holidays_has_no_share(spring):
    for day in range(1, 32):
        Holiday.objects.create(day=date(2025, 3, day), name_bn="ছুটি")
    ((_name, cells),) = Use(2025, date(2026, 1, 1)).rooms_by_month.rows
    assert [cell.value for cell in cells[2:4]] == [None, 1]


def test_this_year_ends_with_this_month(db):
    use = Use(2026, date(2026, 2, 10))
    assert [row.numbers for row in use.saved.rows] == [[0], [0]]
    assert use.last == date(2026, 2, 10)


def test_the_first_year_begins_with_the_first_sitting(client, spring):
    use = client.get(ADDRESS).context["use"]
    assert (use.months[0], len(use.saved.rows)) == (date(2025, 3, 1), 10)


def test_the_branch_says_what_a_clash_costs(client, spring):
    Policy.objects.create(pk=1, visits=5)
    text = words(client)
    assert "A clash that the portal refuses saves 5 visits" in text
    assert "Visits saved 10 Days of notice, on average 1" in text


def test_a_closed_sitting_is_a_number_and_no_word(cast, spring):
    for who in ("visitor", "plain"):
        text = words(cast[who], "/schedule/use/")
        assert "পদোন্নতি" not in text
        assert "সভা ২" not in text


def test_speaks_bangla_digits_and_months(client, spring):
    text = words(client, "/schedule/use/")
    assert "মার্চ ২ ৬ ০" in text


def test_years_that_can_be_looked_at(client, spring):
    sitting(day=date(2023, 5, 7))
    page = client.get(ADDRESS)
    assert [use.year for use in page.context["uses"]] == [2025, 2024, 2023]
    assert page.context["use"].year == 2025
    assert re.findall(r'href="\?year=(\d+)"', page.text) == ["2025", "2024", "2023"]
    assert client.get(f"{ADDRESS}?year=2023").context["use"].sittings == 1


@pytest.mark.parametrize("year", ["", "x", "1900", "2025-03", "9" * 99, "২০২৩", "\0"])
def test_any_other_year_is_the_latest(year, client, spring):
    assert client.get(ADDRESS, {"year": year}).context["use"].year == 2025


def test_nothing_on_the_page_has_a_style_or_a_script_of_its_own(client, spring):
    page = client.get(ADDRESS).text
    assert re.findall(r"\sstyle=|<style|<script(?! src)", page) == []
    assert page.count('<pattern id="piece-') == 5


def test_is_known_by_its_etag_until_something_changes(client, spring):
    known = {"If-None-Match": client.get(ADDRESS).headers["ETag"]}
    assert client.get(ADDRESS, headers=known).status_code == 304
    ScheduleState.raise_number()
    assert client.get(ADDRESS, headers=known).status_code == 200


def test_other_hours_of_the_office_make_the_page_anew(client, spring):
    known = {"If-None-Match": client.get(ADDRESS).headers["ETag"]}
    Holiday.objects.create(day=SUNDAY, name_bn="ছুটি")
    assert client.get(ADDRESS, headers=known).status_code == 200


def test_costs_few_queries(client, spring, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(ADDRESS)


def test_says_in_bangla_what_a_picture_shows(spring):
    with translation.override("bn"):
        assert spring.busy.columns[0] == "সকাল ৯টা"
