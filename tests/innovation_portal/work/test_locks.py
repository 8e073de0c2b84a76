import pytest
from django.db import connection, transaction
from django.db.utils import OperationalError

from innovation_portal.work.locks import Lock, is_free, key


@pytest.fixture
def lock(db):
    lock = Lock("sample")
    yield lock
    lock.release()


def free(name="sample"):
    with transaction.atomic(), connection.cursor() as cursor:
        return is_free(name, cursor)


def end_session(lock):
    with connection.cursor() as cursor:
        pid = lock.connection.connection.info.backend_pid
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])


def test_key_is_the_same_in_every_process():
    assert key("sample") == -5824319930797166911


def test_key_fits_the_number_that_postgresql_takes():
    keys = [key(f"worker {number}") for number in range(1000)]
    assert len(set(keys)) == 1000
    assert min(keys) >= -(2**63)
    assert max(keys) < 2**63


def test_lock_is_one_holders_until_released(transactional_db, lock):
    other = Lock("sample")
    assert (lock.take(), other.take(), free()) == (True, False, False)
    lock.release()
    assert (other.take(), free()) == (True, False)
    other.release()
    assert free()


def test_locks_of_other_names_do_not_matter(transactional_db, lock):
    lock.take()
    assert free("another")


def test_lock_outlives_the_closing_of_other_connections(transactional_db, lock):
    lock.take()
    connection.close()
    assert (lock.held(), free()) == (True, False)


def test_holder_notices_that_its_session_is_gone(transactional_db, lock):
    lock.take()
    end_session(lock)
    assert (lock.held(), lock.held(), free()) == (False, False, True)


def test_lock_that_lost_its_session_is_not_taken_again_in_silence(
    transactional_db, lock
):
    lock.take()
    end_session(lock)
    with pytest.raises(OperationalError):
        lock.take()
