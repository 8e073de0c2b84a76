"""Of every open page: one query when unchanged, few otherwise, and no secrets."""

import gzip
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovation_portal.web.revision import drawn
from schedule.actions.sitting import cancel
from schedule.details import Part
from schedule.models import Room, ScheduleState, Sitting
from schedule.revision import turns
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import DAY, at, room, sitting

pytestmark = pytest.mark.slow

SECRET = "গোপনকথা"
PAGES = (
    "/",
    "/schedule/",
    "/schedule/{day}/",
    "/schedule/week/{day}/",
    "/schedule/month/{month}/",
    "/schedule/rooms/",
    "/schedule/rooms/{room}/",
    "/schedule/rooms/{room}/{sunday}/",
    "/schedule/chairs/{chair}/",
    "/schedule/chairs/{chair}/{month}/",
    "/schedule/offices/{office}/",
    "/schedule/offices/{office}/{month}/",
    "/schedule/search/",
    "/schedule/search/?q=সভা",
    "/schedule/board/",
    "/schedule/sittings/{sitting}/",
)


@pytest.fixture
def places(db, stand_at):
    """One sitting of the day, and the clock an hour before it."""
    stand_at("09:00")
    made = sitting("10:00", "11:00", parts=(Part(name="উপসচিব (সকল)"),))
    return {
        "day": DAY,
        "sunday": DAY,
        "month": f"{DAY:%Y-%m}",
        "room": made.room_id,
        "chair": made.chair_id,
        "office": made.organiser_id,
        "sitting": made.pk,
    }


def fill(places, rooms, days=1):
    """Four sittings a day in each room, written past the guard and its claims."""
    first = Sitting.objects.with_names().get(pk=places["sitting"])
    rows = []
    for n in range(4 * days * len(rooms)):
        day, hour = DAY + timedelta(days=n % days), timedelta(hours=n % 4)
        begins = at("09:00", day) + hour
        row = Sitting(
            state="confirmed",
            kind="meeting",
            subject=f"উন্নয়ন কর্মসূচির অগ্রগতি পর্যালোচনা সভা {n}",
            chair=first.chair,
            chair_as="অতিরিক্ত সচিব (প্রশাসন)",
            organiser=first.organiser,
            room=rooms[n % len(rooms)],
            during=(begins, begins + timedelta(minutes=50)),
        )
        row.make_search_key()
        rows.append(row)
    Sitting.objects.bulk_create(rows)
    ScheduleState.raise_number()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_one_query_for_an_unchanged_page(
    client, places, page, prefix, django_assert_num_queries
):
    url = prefix + page.format(**places)
    etag = client.get(url)["ETag"]
    asked = 2 if page == "/" else 1  # the first page is of the directory too
    with django_assert_num_queries(asked):
        answer = client.get(url, headers={"if-none-match": etag})
    assert answer.status_code == 304
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


@pytest.mark.parametrize("page", PAGES)
def test_at_most_eight_queries_whatever_the_number_of_sittings(client, places, page):
    url = page.format(**places)

    def queries():
        drawn.clear()
        turns.cache_clear()
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(url).status_code == 200
        return len(caught)

    client.get(url)  # what is prepared once
    few = queries()
    fill(places, [Room.objects.get(pk=places["room"]), room(), room(), room()])
    assert queries() == few <= 8


@pytest.mark.parametrize("page", PAGES)
def test_a_write_draws_the_page_anew(client, places, page):
    url = page.format(**places)
    etag = client.get(url)["ETag"]
    made = Sitting.objects.get(pk=places["sitting"])
    cancel(sitting=made, sequence=made.sequence, reason="কারণ", by=None)
    assert client.get(url, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_someone_signed_in_is_never_kept(places, cast, page):
    answer = cast["auditor"].get(page.format(**places))
    assert answer.status_code == 200
    assert "ETag" not in answer
    assert "no-store" in answer["Cache-Control"]


@pytest.fixture
def closed(places):
    """A closed sitting that is full of what no one else may know."""
    made = sitting(
        "12:00",
        "13:00",
        closed=True,
        room=Room.objects.get(pk=places["room"]),
        chair=Sitting.objects.get(pk=places["sitting"]).chair,
        organiser=OfficeFactory(name_bn=f"{SECRET} শাখা", name_en=SECRET),
        subject=f"{SECRET} পদোন্নতি সভা",
        contact=SECRET,
        letter_number=SECRET,
        agenda=SECRET,
        online=f"https://meet.gov.bd/{SECRET}",
        parts=(Part(name=SECRET), Part(name="পদ", officer=OfficerFactory(name=SECRET))),
    )
    return places | {"sitting": made.pk}


@pytest.mark.parametrize("who", ["visitor", "plain", "auditor"])
@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_closed_sitting_tells_nothing(closed, cast, page, prefix, who):
    text = cast[who].get(prefix + page.format(**closed)).text
    assert SECRET not in text


def test_the_branch_reads_it(closed, cast):
    page = f"/schedule/sittings/{closed['sitting']}/"
    assert SECRET in cast["general_services"].get(page).text


@pytest.mark.parametrize("asked", [SECRET, "পদোন্নতি", "meet.gov.bd"])
def test_a_search_does_not_find_a_closed_one(client, closed, asked):
    answer = client.get("/schedule/search/", {"q": asked})
    assert answer.context["lines"] == []


def test_the_office_of_a_closed_one_does_not_list_it(client, closed):
    made = Sitting.objects.get(pk=closed["sitting"])
    answer = client.get(f"/schedule/offices/{made.organiser_id}/{DAY:%Y-%m}/")
    assert answer.context["days"] == []


@pytest.mark.parametrize("page", ["/schedule/{day}/", "/schedule/week/{day}/"])
def test_a_full_page_is_light(client, places, page):
    """Twenty rooms, each with four sittings on each of five days."""
    fill(places, [room() for _n in range(20)], days=5)
    body = client.get(page.format(**places)).content
    assert len(gzip.compress(body)) < 16_000
    assert len(body) < 256 * 1024  # as long as a page that is kept drawn may be


@pytest.mark.parametrize("page", PAGES)
def test_hostile_questions(client, places, page):
    url = page.format(**places).partition("?")[0]
    for query in ("?q=%00", "?q=" + "%25" * 100, "?page=x&q=a", "?q=a&page=-9", "?ক=খ"):
        assert client.get(url + query).status_code in {200, 400}


def test_today_is_the_offices_day(client, places, stand_at):
    stand_at("00:30")
    assert timezone.now().date() == DAY - timedelta(days=1)
    assert client.get("/schedule/").context["day"].date == DAY
