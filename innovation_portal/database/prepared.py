"""One narrow question, asked before every public page, as cheaply as it can be."""

from weakref import WeakKeyDictionary

from django.db import InterfaceError, OperationalError, connection

_names = WeakKeyDictionary()  # of what each connection of the driver has prepared


class Prepared:
    """The first row of a queryset that is always the same, planned once per connection.

    Planning costs several times what such a row costs. The question comes first in its
    request, so it is itself the test whether the connection still lives.
    """

    def __init__(self, name, queryset):
        self.name, self.queryset = name, queryset

    def first(self):
        """The row as a tuple, or None. A connection that has died is opened anew."""
        checked, connection.health_check_done = connection.health_check_done, True
        try:
            return self._execute()
        except (OperationalError, InterfaceError):
            if checked or connection.in_atomic_block or connection.is_usable():
                raise
            connection.close()
            return self._execute()

    def _execute(self):
        with connection.cursor() as cursor:
            prepared = _names.setdefault(connection.connection, set())
            if self.name not in prepared:
                sql = cursor.mogrify(*self.queryset().query.sql_with_params())
                cursor.execute(f"PREPARE {self.name} AS {sql.decode()}")
                prepared.add(self.name)
            cursor.execute(f"EXECUTE {self.name}")
            return cursor.fetchone()
