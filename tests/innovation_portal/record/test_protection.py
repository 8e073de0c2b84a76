"""The app's role cannot alter the record, nor get round it. (ASVS 16.4.2, 13.2.2)

Every statement runs as the app's own role, as the portal itself connects.
"""

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from innovation_portal.models import User
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db

EVENTS = "innovation_portal_userevent"
USERS = "innovation_portal_user"


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def triggers_of(table):
    return [
        name
        for (name,) in run(
            "SELECT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            f"WHERE t.tgrelid = '{table}'::regclass AND NOT t.tgisinternal"
        )
    ]


def test_the_tests_connect_as_the_apps_role():
    role = settings.DATABASES["default"]["USER"]
    assert run("SELECT current_user") == [(role,)]
    assert role != settings.DATABASES["owner"]["USER"]


def test_the_apps_role_owns_nothing_and_is_no_superuser():
    assert run(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles "
        "WHERE rolname = current_user"
    ) == [(False, False, False, False)]
    assert run("SELECT tablename FROM pg_tables WHERE tableowner = current_user") == []
    assert (
        run(
            "SELECT proname FROM pg_proc JOIN pg_roles ON pg_roles.oid = proowner "
            "WHERE rolname = current_user"
        )
        == []
    )


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {EVENTS} SET full_name = 'x'",
        f"DELETE FROM {EVENTS}",
        f"INSERT INTO {EVENTS} (pgh_label) VALUES ('insert')",
        f"TRUNCATE {EVENTS}",
        f"TRUNCATE {USERS} CASCADE",
        f"DROP TABLE {EVENTS}",
        f"ALTER TABLE {EVENTS} ADD COLUMN x int",
        f"ALTER TABLE {EVENTS} DISABLE TRIGGER ALL",
        f"ALTER TABLE {USERS} DISABLE TRIGGER ALL",
        f"ALTER TABLE {USERS} DISABLE TRIGGER USER",
        f"ALTER TABLE {EVENTS} OWNER TO CURRENT_USER",
        "SET session_replication_role = replica",
        "SET ROLE portal_owner",
        "CREATE TABLE public.mine (id int)",
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "UPDATE django_migrations SET app = 'x'",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'x', now())",
        "DELETE FROM django_migrations",
        f"DELETE FROM {USERS}",
        "DELETE FROM innovation_portal_appointment",
        "DELETE FROM innovation_portal_office",
        "UPDATE innovation_portal_storedfile SET size = 0",
        "DELETE FROM directory_edition",
        "UPDATE directory_edition SET number = 7",
        "DELETE FROM directory_entry",
        "UPDATE directory_entry SET name = 'x'",
    ],
)
def test_refused(statement):
    UserFactory()
    with pytest.raises(ProgrammingError), transaction.atomic():
        run(statement)


def test_every_trigger_of_the_record_can_only_be_used_by_its_own_table():
    for trigger in triggers_of(USERS):
        run("CREATE TEMPORARY TABLE mine (LIKE innovation_portal_user)")
        with pytest.raises(ProgrammingError), transaction.atomic():
            run(
                "CREATE TRIGGER forged AFTER INSERT ON mine FOR EACH ROW "
                f"EXECUTE FUNCTION {trigger}()"
            )
        run("DROP TABLE mine")


def test_a_temporary_table_of_the_same_name_takes_no_rows():
    run(f"CREATE TEMPORARY TABLE {EVENTS} (LIKE public.{EVENTS})")
    user = UserFactory()
    assert run(f"SELECT count(*) FROM pg_temp.{EVENTS}") == [(0,)]
    assert run(f"SELECT id FROM public.{EVENTS}") == [(user.pk,)]


def test_triggers_cannot_be_silenced_for_a_session():
    user = UserFactory()
    names = ",".join(
        name
        for (name,) in run(
            f"SELECT tgname FROM pg_trigger WHERE tgrelid = '{USERS}'::regclass"
        )
    )
    run(f"SET LOCAL pgtrigger.ignore = '{{{names}}}'")
    User.objects.filter(pk=user.pk).update(full_name="unseen")
    assert user.events.count() == 2


def test_the_record_stays_when_the_row_is_made_in_bulk():
    office = OfficeFactory()
    User.objects.bulk_create(User(username=f"b{n}", office=office) for n in range(3))
    assert run(f"SELECT count(*) FROM {EVENTS}") == [(3,)]
