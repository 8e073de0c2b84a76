"""All published lists: when, who, what changed, and the list of a day."""

from datetime import date

import pytest

from directory.actions.edition import publish
from directory.models import Edition
from tests.directory.entries import edition
from tests.directory.lists import line
from tests.directory.uploads import FEBRUARY, JANUARY, compared, csv_file, published
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LIST = "/en/directory/editions/"


@pytest.fixture
def lists():
    for number, day in enumerate((date(2017, 1, 15), date(2017, 2, 12)), start=1):
        edition(number, updated_on=day)


def page(client, address=LIST):
    return client.get(address).content.decode()


def test_the_newest_comes_first(client, lists):
    shown = client.get(LIST).context["page"].object_list
    assert [one.number for one in shown] == [2, 1]


def test_date_counts_and_difference(client):
    for file in (JANUARY, FEBRUARY):
        published(file)
    content = " ".join(page(client).split())
    assert "The first list, with 121 lines" in content
    assert "Added: 5 · Removed: 4 · Changed: 15" in content
    assert 'href="/en/directory/editions/compare/?old=1&amp;new=2"' in content


def test_an_edition_that_changed_no_line_leads_nowhere(client, lists):
    assert page(client).count("No line changed") == 1


def test_who_published_is_for_those_signed_in(client, cast):
    upload = compared(csv_file(line("Karim")))
    publish(upload=upload, by=UserFactory(full_name="Nasima Begum"))
    assert "Nasima Begum" not in page(client)
    assert "Nasima Begum" in page(cast["plain"])


@pytest.mark.parametrize(
    ("day", "number"),
    [("15/01/2017", 1), ("11-02-2017", 1), ("১২ ফেব্রুয়ারি ২০১৭", 2), ("1/1/2030", 2)],
)
def test_a_day_leads_to_its_list(client, lists, day, number):
    answer = client.get(LIST, {"day": day})
    assert answer.headers["Location"] == f"{LIST}{number}/"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("14/01/2017", "No list is as old as that; give a later day."),
        ("40/01/2017", "Write the date as day/month/year, for example 12/02/2017."),
        ("", "Give a day, for example 12/02/2017."),
    ],
)
def test_a_day_without_a_list_is_told(client, lists, day, said):
    answer = client.get(LIST, {"day": day})
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_a_list_gone_back_to_holds_from_its_new_date(lists):
    Edition.objects.create(
        number=3,
        updated_on=date(2017, 3, 1),
        restores_id=1,
        **dict.fromkeys(("added", "changed", "new_holders", "removed", "unchanged"), 0),
    )
    assert Edition.objects.on(date(2017, 2, 28)).number == 2
    assert Edition.objects.on(date(2017, 3, 1)).number == 3


def test_twenty_on_a_page(client):
    for number in range(1, 24):
        edition(number)
    shown = client.get(LIST, {"page": 2}).context["page"].object_list
    assert [one.number for one in shown] == [3, 2, 1]


def test_before_the_first_list(client):
    assert client.get(LIST).status_code == 200


def test_the_same_page_is_not_sent_twice(client, lists, django_assert_num_queries):
    etag = client.get(LIST).headers["ETag"]
    with django_assert_num_queries(1):
        again = client.get(LIST, headers={"if-none-match": etag})
    assert again.status_code == 304


def test_few_queries(client, lists, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(LIST)
