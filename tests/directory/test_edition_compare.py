"""What changed between any two lists, as a page."""

import pytest

from tests.directory.uploads import FEBRUARY, JANUARY, published

pytestmark = pytest.mark.django_db
COMPARE = "/en/directory/editions/compare/"


@pytest.fixture
def lists():
    for file in (JANUARY, FEBRUARY):
        published(file)


def compare(client, old=1, new=2, **rest):
    return client.get(COMPARE, {"old": old, "new": new, **rest})


def test_tabs_and_lines(client, lists):
    comparison = compare(client).context["comparison"]
    tabs = [(show, count) for show, _label, count in comparison.tabs]
    assert tabs == [
        ("all", 24),
        ("added", 5),
        ("removed", 4),
        ("changed", 15),
        ("new_holders", 6),
    ]
    assert len(comparison.page.object_list) == 24


@pytest.mark.parametrize(
    ("show", "lines"), [("added", 5), ("new_holders", 6), ("unchanged", 24), ("x", 24)]
)
def test_one_tab(client, lists, show, lines):
    comparison = compare(client, show=show).context["comparison"]
    assert len(comparison.page.object_list) == lines


def test_a_new_holder_is_shown_as_persons(client, lists):
    content = compare(client, show="new_holders").content.decode()
    assert content.count("New holder of a post") == 6


def test_the_other_way_round(client, lists):
    counts = compare(client, 2, 1).context["comparison"].difference.counts
    assert (counts["added"], counts["removed"]) == (4, 5)


@pytest.mark.parametrize(("old", "new"), [("7", "1"), ("", ""), ("x", "'"), ("1", "")])
def test_lists_that_do_not_exist_are_told(client, lists, old, new):
    answer = compare(client, old, new)
    assert answer.status_code == 200
    assert answer.context["compare"].errors
    assert "comparison" not in answer.context


def test_a_page_beyond_the_last_is_the_last(client, lists):
    assert compare(client, page="99").context["comparison"].page.number == 1


def test_few_queries(client, lists, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        compare(client)
