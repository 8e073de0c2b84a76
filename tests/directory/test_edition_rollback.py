"""Going back to an earlier list: a new edition that says what the old one said."""

import threading
from datetime import date

import pytest
from django.db import connection, connections
from django.utils import timezone

from directory.actions.edition import publish, roll_back
from directory.actions.errors import ListChanged, NotEarlier
from directory.models import Edition, Entry
from innovation_portal.bangla.calendar import format_short_date
from tests.directory.lists import line
from tests.directory.uploads import (
    FEBRUARY,
    JANUARY,
    compared,
    csv_file,
    published,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
BACK = "/en/directory/editions/1/back/"
SAID = ("line", "officer", "name", "post", "wing", "section", "mobile", "email", "room")


def said(number):
    lines = Entry.objects.of_edition(number).in_order()
    return list(lines.values_list(*SAID))


def go_back(number, seen=None, **rest):
    seen = Edition.objects.current().number if seen is None else seen
    values = {"updated_on": date(2017, 3, 1), "reason": "Wrong file", "by": None}
    to = Edition.objects.get(pk=number)
    return roll_back(to=to, seen=seen, **values | rest)


@pytest.fixture
def lists():
    for file in (JANUARY, FEBRUARY):
        published(file)


def test_the_list_says_again_what_it_said(lists):
    edition = go_back(1)
    assert (edition.number, edition.restores_id, edition.reason) == (3, 1, "Wrong file")
    assert said(3) == said(1)
    assert len(said(2)) == 122
    counts = (edition.added, edition.changed, edition.removed, edition.unchanged)
    assert counts == (4, 15, 5, 102)


def test_there_and_back_again(lists):
    go_back(1)
    go_back(2)
    assert said(4) == said(2)
    assert said(3) == said(1)


def test_lines_that_stayed_are_not_written_again(lists):
    before = set(Entry.objects.of_edition(1).values_list("pk", flat=True))
    stayed = before & set(Entry.objects.current().values_list("pk", flat=True))
    go_back(1)
    now = set(Entry.objects.current().values_list("pk", flat=True))
    assert now & before == stayed


def test_a_line_that_says_the_same_again_is_kept():
    for name in ("Karim", "Rahim", "Karim"):
        published(csv_file(line(name, email="k@x.gov.bd", mobile="01711111111")))
    kept = Entry.objects.current().get()
    edition = go_back(1)
    assert Entry.objects.current().get() == kept
    assert (edition.changed, edition.unchanged) == (0, 1)


def test_the_next_workbook_finds_its_lines(lists):
    go_back(1)
    latest = published(FEBRUARY)
    counts = (latest.added, latest.changed, latest.removed, latest.unchanged)
    assert counts == (5, 15, 4, 102)


def test_the_record_names_who_went_back(lists):
    clerk = UserFactory(full_name="Nasima Begum")
    edition = go_back(1, by=clerk)
    assert edition.published_by == clerk
    assert edition.events.get().pgh_context["name"] == "Nasima Begum"


def test_what_was_seen_must_still_hold(lists):
    with pytest.raises(ListChanged):
        go_back(1, seen=1)
    assert Edition.objects.current().number == 2


@pytest.mark.parametrize("number", [2, 3])
def test_only_to_an_earlier_list(lists, number):
    if number == 3:
        go_back(1)
    with pytest.raises(NotEarlier):
        go_back(number)


def test_an_upload_compared_before_is_compared_again(lists, run_tasks):
    upload = compared(csv_file(line("Karim")))
    go_back(1)
    with pytest.raises(ListChanged):
        publish(upload=upload, by=None)
    run_tasks()
    upload.refresh_from_db()
    assert upload.base_id == 3


def test_the_page_shows_what_would_change_and_asks_why(clerk, lists):
    answer = clerk.get(BACK)
    assert answer.context["comparison"].difference.counts["removed"] == 5
    proposed = format_short_date(timezone.localdate(), "en")
    assert f'value="{proposed}"' in answer.content.decode()
    assert Edition.objects.current().number == 2


def test_the_page_goes_back(clerk, lists):
    data = {"updated_on": "০১/০৩/২০১৭", "reason": "ভুল ফাইল", "seen": 2}
    answer = clerk.post(BACK, data, follow=True)
    edition = Edition.objects.current()
    assert (edition.number, edition.updated_on) == (3, date(2017, 3, 1))
    assert (edition.reason, edition.published_by) == ("ভুল ফাইল", clerk.user)
    content = " ".join(answer.content.decode().split())
    assert "List number 1 once more" in content
    assert "ভুল ফাইল" in content


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"reason": "x" * 301}, "reason"),
        ({"updated_on": "1/1/2999"}, "updated_on"),
        ({"updated_on": ""}, "updated_on"),
        ({"seen": "x"}, "seen"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(clerk, lists, sent, field):
    data = {"updated_on": "1/3/2017", "reason": "Wrong file", "seen": 2} | sent
    answer = clerk.post(BACK, data)
    assert list(answer.context["form"].errors) == [field]
    assert Edition.objects.current().number == 2


def test_another_list_came_meanwhile(clerk, lists):
    data = {"updated_on": "1/3/2017", "reason": "Wrong file", "seen": 1}
    answer = clerk.post(BACK, data, follow=True)
    assert answer.redirect_chain == [(f"{BACK}?changed=1", 302)]
    assert "The list has changed since you checked" in answer.content.decode()


def test_there_is_no_way_back_to_the_present_list(clerk, lists):
    assert clerk.get("/directory/editions/2/back/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_told(lists):
    answers = []
    ready = threading.Barrier(2)

    def race():
        ready.wait()
        try:
            answers.append(go_back(1, seen=2).number)
        except ListChanged:
            answers.append("told")
        finally:
            connection.close()

    both = [threading.Thread(target=race) for _each in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    connections.close_all()
    assert sorted(map(str, answers)) == ["3", "told"]
    assert Edition.objects.count() == 3
    assert said(3) == said(1)
