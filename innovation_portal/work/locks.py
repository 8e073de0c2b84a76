"""A lock that ends with its holder: PostgreSQL frees it when the process is gone."""

import hashlib

from django.db import connections
from django.db.utils import InterfaceError, OperationalError


def key(name):
    """The signed 64-bit number that advisory locks go by."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


class Lock:
    """A session-level advisory lock on a connection of its own.

    Nothing else closes that connection: it lives as long as process and database do.
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
    """Whether no session holds the lock; those who ask at once share it till commit."""
    cursor.execute("SELECT pg_try_advisory_xact_lock_shared(%s)", [key(name)])
    return cursor.fetchone()[0]
