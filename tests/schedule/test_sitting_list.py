import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from schedule.actions.sitting import enter, hold, postpone
from schedule.queue import AT_ONCE
from tests.schedule.sittings import at, details, room, sitting

pytestmark = pytest.mark.django_db
MINE = reverse("schedule:sitting_list")


@pytest.fixture
def organiser(cast):
    return cast.person("organiser", cast.wing, ["wing_organiser"])


def queue(client):
    return client.get(f"/en{MINE}").context["queue"]


def subjects(sittings):
    return [sitting.subject for sitting in sittings]


def test_own_sittings_by_what_they_wait_for(cast, organiser):
    by, hall = organiser.user, room(needs_approval=True)

    def said(subject, begins, ends, **values):
        return details(begins, ends, subject=subject, organiser=cast.wing, **values)

    hold(details=said("held", "8:00", "9:00"), until=at("07:00"), by=by)
    enter(details=said("asked", "9:00", "10:00", room=hall), by=by)
    enter(details=said("final", "10:00", "11:00"), by=by)
    late = enter(details=said("late", "11:00", "12:00"), by=by)
    postpone(sitting=late, sequence=0, reason="x", by=by)
    sitting("12:00", "13:00", organiser=cast.agency)
    found = queue(organiser)
    assert subjects(found.held) == ["held"]
    assert subjects(found.asked) == ["asked"]
    assert subjects(found.postponed) == ["late"]
    assert subjects(found.coming.object_list) == ["final"]


def test_holds_that_run_out_first_come_first(cast, organiser):
    for subject, until in (("later", "09:00"), ("sooner", "08:00")):
        said = details("10:00", "11:00", subject=subject, organiser=cast.wing)
        hold(details=said, until=at(until), by=organiser.user)
    assert subjects(queue(organiser).held) == ["sooner", "later"]


def test_a_hold_that_ran_out_is_no_more_held(cast, organiser):
    said = details("10:00", "11:00", organiser=cast.wing)
    row = hold(details=said, until=at("09:00"), by=organiser.user)
    row.held_until = timezone.now() - timedelta(minutes=1)
    row.save()
    assert subjects(queue(organiser).held) == []


def test_the_branch_sees_all_that_is_asked_and_answers(cast, organiser):
    said = details(organiser=cast.wing, room=room(needs_approval=True))
    row = enter(details=said, by=organiser.user)
    pages = [who.get(f"/en{MINE}") for who in (cast["general_services"], organiser)]
    approve = reverse("schedule:sitting_confirm", args=[row.pk])
    links = [
        re.findall(rf'href="/en{approve}">\s*(\w+)', p.content.decode()) for p in pages
    ]
    assert links == [["Approve"], []]


def test_a_past_sitting_does_not_come(cast, organiser):
    row = sitting(organiser=cast.wing)
    past = row.begins.replace(year=2020), row.ends.replace(year=2020)
    type(row).objects.update(during=past)
    assert subjects(queue(organiser).coming.object_list) == []


def test_many_stand_on_several_pages(cast, organiser, django_assert_max_num_queries):
    hall = room()
    for n in range(AT_ONCE + 1):
        day = at("10:00").date() + timedelta(days=n)
        sitting(day=day, organiser=cast.wing, room=hall, subject=str(n))
    with django_assert_max_num_queries(30):
        organiser.get(MINE)
    second = organiser.get(f"{MINE}?page=2").context["queue"]
    assert subjects(second.coming.object_list) == [str(AT_ONCE)]


@pytest.mark.parametrize("page", ["x", "0", "-1", "9999999999999999999999"])
def test_a_page_that_is_none_is_the_nearest(organiser, page):
    assert organiser.get(f"{MINE}?page={page}").status_code == 200


def test_the_menu_leads_there_who_may_write(cast):
    def menu(who):
        page = cast[who].get("/en/").content.decode()
        return f'href="/en{MINE}"' in page

    assert [menu(who) for who in ("visitor", "plain", "wing_organiser")] == [
        False,
        False,
        True,
    ]


WAYS = ("import_upload", "export_choose", "text_list", "settling_list")


@pytest.mark.parametrize(
    ("role", "shown"),
    [("general_services", WAYS), ("wing_organiser", WAYS[:2])],
)
def test_from_here_one_finds_all_that_is_done_with_sittings(cast, role, shown):
    text = cast[role].get(MINE).text
    ways = [way for way in WAYS if reverse(f"schedule:{way}") in text]
    assert tuple(ways) == shown
