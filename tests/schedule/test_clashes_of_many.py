"""Clashes of many at once are those of each by itself."""

from datetime import timedelta

import pytest

from schedule.actions.sitting import Override, enter
from schedule.clashes import AT_ONCE, clashes_of, clashes_of_many
from schedule.details import Details, Part
from tests.factories import OfficeFactory
from tests.schedule.sittings import DAY, details, room, sitting

pytestmark = pytest.mark.django_db


def told(clashes):
    return [(one.kind, one.other, one.during, one.hard) for one in clashes]


def test_many_are_as_each_by_itself(django_assert_max_num_queries):
    hall, office = room(buffer=15), OfficeFactory()
    parts = (Part("ক", office=office),)
    standing = [
        sitting(day=DAY + timedelta(days=n), room=hall, parts=parts) for n in range(3)
    ]
    over = Override("কারণ", frozenset({("sitting", standing[0].pk)}))
    second = enter(details=details(room=hall), by=None, override=over)
    asked = [(Details.of(one), one) for one in (*standing, second)]
    for n in range(AT_ONCE + 5):
        day, hours = DAY + timedelta(days=n % 4), ("10:30", "11:30")
        asked.append((details(*hours, day=day, room=hall, parts=parts), None))
    each = [told(clashes_of(one, row)) for one, row in asked]
    assert [told(found) for found in clashes_of_many(asked)] == each
    assert sum(map(bool, each)) > 20
    fresh = [one for one in asked if one[1] is None]
    with django_assert_max_num_queries(len(fresh) + 2):  # the rule, and who claims
        clashes_of_many(fresh)


def test_none_have_none():
    assert clashes_of_many([]) == []
