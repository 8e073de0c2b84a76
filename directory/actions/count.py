"""Counting without a name; and what the branch takes a count to stand for."""

import logging

from django.db import DatabaseError, connection
from django.utils import timezone

from directory.models import Assumption
from innovation_portal.record.authorship import recorded

# One statement in a transaction of its own. It waits for no disk, so that the row is
# locked for a moment only however many ask at once; a crash of the machine may cost
# the counts of its last second.
COUNTING = """
    WITH quick AS (SELECT set_config('synchronous_commit', 'off', true),
                          set_config('lock_timeout', '200ms', true))
    INSERT INTO directory_dailycount AS present (day, kind, count)
    SELECT %s, %s, 1 FROM quick
    ON CONFLICT (day, kind) DO UPDATE SET count = present.count + 1
"""

logger = logging.getLogger(__name__)


def count(kind):
    """Once more today. What was asked for matters more than that it was counted."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(COUNTING, [timezone.localdate(), kind])
    except DatabaseError as error:
        logger.warning("%s is not counted: %r", kind, error)


@recorded
def assume(*, copies, sheets, rounds, visits, by):
    """Reckon with other numbers, for the past too; raises ValidationError."""
    assumption = Assumption.objects.present()
    assumption.copies, assumption.sheets = copies, sheets
    assumption.rounds, assumption.visits = rounds, visits
    assumption.full_clean()
    assumption.save()
    return assumption
