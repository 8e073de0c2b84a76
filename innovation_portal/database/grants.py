"""What the app's role may do in the database; applied after each migration.

Rows of the record of changes are written by triggers that run as their owner, so
the app's role needs no right on them but reading. It may not turn these triggers off,
lead them astray, or use their functions for tables of its own. An app narrows the
rights on its own tables in ``AppConfig.privileges``: model name to privileges.
"""

from django.apps import apps
from django.db import connections
from django.db.transaction import atomic
from psycopg2.sql import SQL, Identifier

ROWS = "SELECT, INSERT, UPDATE, DELETE"
READING = "SELECT"


def apply_grants(alias="owner"):
    """Grant the app's role its rights on every table, sequence and function."""
    role = connections["default"].settings_dict["USER"]
    owner = connections[alias]
    if role == owner.settings_dict["USER"]:
        return
    with atomic(alias), owner.cursor() as cursor:
        cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        _run(cursor, "GRANT USAGE ON SCHEMA public TO {role}", role=role)
        _run(
            cursor, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}", role=role
        )
        for table, privileges in _tables(cursor):
            _run(cursor, "REVOKE ALL ON {table} FROM {role}", table=table, role=role)
            _run(
                cursor,
                f"GRANT {privileges} ON {{table}} TO {{role}}",
                table=table,
                role=role,
            )
        _triggers_run_as_owner(cursor)


def _tables(cursor):
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    narrowed = {
        model._meta.db_table: privileges
        for config in apps.get_app_configs()
        for name, privileges in getattr(config, "privileges", {}).items()
        for model in [config.get_model(name)]
    }
    events = {
        model._meta.db_table
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }
    for (table,) in cursor.fetchall():
        closed = table in events or table == "django_migrations"
        yield table, READING if closed else narrowed.get(table, ROWS)


def _triggers_run_as_owner(cursor):
    """Close the three ways round the record that pgtrigger leaves open.

    Without ``pg_temp`` last, a temporary table of the same name would take the rows.
    With the right to execute, a trigger on a table of one's own could write any row.
    And ``SET pgtrigger.ignore`` would silence the triggers for a session.
    """
    cursor.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p "
        "JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'public' AND p.prorettype = 'trigger'::regtype"
    )
    for (function,) in cursor.fetchall():
        cursor.execute(
            f"ALTER FUNCTION {function} SECURITY DEFINER "
            "SET search_path = public, pg_temp"
        )
        cursor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")
    cursor.execute(
        "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore("
        "trigger_name name) RETURNS boolean LANGUAGE plpgsql AS "
        "'BEGIN RETURN FALSE; END'"
    )


def _run(cursor, statement, **names):
    cursor.execute(
        SQL(statement).format(**{k: Identifier(v) for k, v in names.items()})
    )
