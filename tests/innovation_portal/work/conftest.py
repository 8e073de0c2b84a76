import pytest

from tests.processes import start


@pytest.fixture
def start_worker(transactional_db):
    """Call it to start ``manage.py work``; what is left of them ends with the test."""
    started = []

    def begin(name="worker", **environment):
        # libpq shows PGAPPNAME in pg_stat_activity
        process = start("manage.py", "work", PGAPPNAME=name, **environment)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()
