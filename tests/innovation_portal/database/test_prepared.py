"""A prepared question: planned once, answered on a connection that may have died."""

import psycopg2
import pytest
from django.db import connection
from django.db.utils import OperationalError

from innovation_portal.database.prepared import Prepared
from innovation_portal.models import Office
from tests.factories import OfficeFactory


@pytest.fixture
def question():
    asked = Prepared("test_offices", lambda: Office.objects.values_list("name_en")[:1])
    yield asked
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    forget()


def forget():
    from innovation_portal.database import prepared

    prepared._names.clear()


def kill_connection():
    """As a restart of the server does it, seen from another connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    other = psycopg2.connect(**connection.get_connection_params())
    with other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
    other.close()


@pytest.mark.django_db
def test_the_first_row_or_none(question):
    assert question.first() is None
    OfficeFactory(name_en="Ministry")
    assert question.first() == ("Ministry",)


@pytest.mark.django_db
def test_prepared_once(question, django_assert_num_queries):
    with django_assert_num_queries(2):
        question.first()
    with django_assert_num_queries(1):
        question.first()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_died_is_opened_anew(question):
    OfficeFactory(name_en="Ministry")
    question.first()
    kill_connection()
    connection.health_check_done = False  # as when the next request begins
    assert question.first() == ("Ministry",)


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_dies_within_a_request_is_told(question):
    question.first()
    kill_connection()
    with pytest.raises(OperationalError):
        question.first()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_what_is_wrong_with_the_question_is_told_once(question):
    broken = Prepared("test_offices", lambda: Office.objects.extra(where=["1/0 = 1"]))
    OfficeFactory()
    with pytest.raises(Exception, match="division by zero"):
        broken.first()
