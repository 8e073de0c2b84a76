"""Who did it: an action's author goes into the record beside what it changes."""

from functools import wraps

import pghistory
from django.db import transaction


def recorded(action):
    """Make an action atomic, and its ``by`` the author of all it changes.

    ``by`` is a user, or None for what the portal does itself (commands, tick). The
    name stands beside the key, so that the record is read without the user's row.
    """

    @wraps(action)
    def inner(*, by, **kwargs):
        who = {"user": by and by.pk, "name": by and by.full_name}
        with pghistory.context(**who), transaction.atomic():
            return action(by=by, **kwargs)

    return inner
