"""What every test may use."""

import pytest
from django.db import connections
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from hypothesis import settings as examples

from innovation_portal.web.revision import drawn
from innovation_portal.work.worker import claim, perform
from schedule.revision import turns
from schedule.views.feed import written
from tests.cast import Cast
from tests.processes import start

BOTH_ROLES = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

# A busy machine is slow, not wrong.
examples.register_profile("portal", deadline=None)
examples.load_profile("portal")


def pytest_collection_modifyitems(items):
    """A test with transactions of its own is cleared up by the owner's role, slowly."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        transactional = marker and marker.kwargs.get("transaction")
        if transactional or {"live_server", "transactional_db"} & {*item.fixturenames}:
            item.add_marker(BOTH_ROLES, append=False)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment,
    django_db_blocker,
    django_db_keepdb,
    django_db_createdb,
    django_db_modify_db_settings,
):
    """The owner's role makes the test database, whichever role a test asks for."""
    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        made = setup_databases(0, False, keepdb=keep, serialized_aliases=())
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            connections.close_all()
            teardown_databases(made, 0)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    """Uploaded files of a test go to a folder of its own."""
    settings.VAR = tmp_path
    return tmp_path


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(autouse=True)
def quick_settings(settings, empty_folder):
    """Weak password hashes, static files from where they lie, no way over to HTTPS."""
    settings.SECURE_SSL_REDIRECT = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STATIC_ROOT = empty_folder
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}


@pytest.fixture(autouse=True)
def nothing_drawn():
    """Numbers of editions begin anew in each test, and pages with them."""
    drawn.clear()
    written.clear()
    turns.cache_clear()


@pytest.fixture
def in_english():
    """For tests that read what an action says."""
    with translation.override("en"):
        yield


@pytest.fixture
def cast(db):
    return Cast()


@pytest.fixture
def run_tasks(db):
    """Call it to run what is ready, here and now; gives the tasks that ran.

    A task that fails fails the test, unless asked for with ``failing=True``.
    """

    def run(*, failing=False):
        ran = list(iter(_run_one, None))
        traces = [task.traceback for task in ran if task.traceback]
        assert failing or not traces, "\n".join(traces)
        return ran

    return run


def _run_one():
    if task := claim("test"):
        perform(task)
    return task


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
