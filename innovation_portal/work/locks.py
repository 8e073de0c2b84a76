"""A lock that ends with its holder: PostgreSQL frees it when the process is gone."""

import hashlib

from django.db import connections
from django.db.utils import InterfaceError, OperationalError


def key(name):
    """The name as the signed 64-bit number that advisory locks go by."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


class Lock:
    """A session-level advisory lock on a connection of its own.

    The connection belongs to nobody else, so that no job, health check or maximum
    age closes it; it holds for as long as the process and the database both live.
    """

    def __init__(self, name):
        self.name = name
        self.connection = connections["default"].copy()

    def take(self):
        """Whether the lock is ours now; raises OperationalError without database."""
        return self._ask("SELECT pg_try_advisory_lock(%s)", [key(self.name)])

    def held(self):
        """Whether the session that took the lock is still there."""
        try:
            return self._ask("SELECT true")
        except (InterfaceError, OperationalError):
            return False

    def release(self):
        """Free at once, where closing alone leaves it to the server's good time."""
        if self.connection.connection is not None and self.held():
            self._ask("SELECT pg_advisory_unlock_all()")
        self.connection.close()

    def _ask(self, statement, params=()):
        with self.connection.cursor() as cursor:
            cursor.execute(statement, params)
            return cursor.fetchone()[0]


def is_free(name, cursor):
    """Whether no living session holds the lock; asked within a transaction.

    Those who ask share the lock, so that two of them do not take each other for
    its holder.
    """
    cursor.execute("SELECT pg_try_advisory_xact_lock_shared(%s)", [key(name)])
    return cursor.fetchone()[0]
