"""Who does not get the schedule's lock in time is told so, and nothing is half done."""

import threading
from contextlib import contextmanager

import pytest
from django.db import connection, connections, transaction

from directory.models import Officer
from schedule.actions.sitting import enter
from schedule.actions.writing import lock
from schedule.errors import Busy
from schedule.models import Sitting
from tests.factories import AppointmentFactory, UserFactory
from tests.schedule.sittings import details, sitting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("in_english", "impatient"),
]
SAID = "Many are writing into the schedule just now. Try again in a moment."


@pytest.fixture
def impatient(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '50ms'")
    yield
    connection.close()


@contextmanager
def another_writes():
    taken, done = threading.Event(), threading.Event()

    def hold():
        try:
            with transaction.atomic():
                lock()
                taken.set()
                done.wait(20)
        finally:
            connections.close_all()

    writer = threading.Thread(target=hold)
    writer.start()
    taken.wait(20)
    try:
        yield
    finally:
        done.set()
        writer.join()


def test_a_sitting_is_not_entered_and_the_clerk_is_told():
    asked = details()
    with another_writes(), pytest.raises(Busy) as refused:
        enter(details=asked, by=None)
    assert refused.value.messages == [SAID]
    assert not Sitting.objects.exists()
    enter(details=asked, by=None)


@pytest.mark.parametrize("way", ["same", "part"])
def test_two_persons_are_joined_or_parted_wholly_or_not_at_all(client, way):
    clerk = UserFactory()
    AppointmentFactory(user=clerk, role="general_services")
    client.force_login(clerk)
    karim = sitting().chair
    kareem = Officer.objects.create(
        name="Kareem", same_as=way == "part" and karim or None
    )
    before = kareem.same_as
    address = f"/en/directory/officers/{(karim if way == 'same' else kareem).pk}/{way}/"
    with another_writes():
        answer = client.post(address, {"officer": kareem.pk}, follow=True)
    assert SAID in answer.content.decode()
    kareem.refresh_from_db()
    assert kareem.same_as == before
