import pytest

from tests.processes import start


@pytest.fixture
def start_worker(transactional_db):
    """Call it to start a worker process; what is left of them ends with the test.

    ``name`` is what pg_stat_activity shows of it.
    """
    started = []

    def begin(*arguments, name="worker", **environment):
        arguments = arguments or ("manage.py", "work")
        started.append(start(*arguments, PGAPPNAME=name, **environment))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()
