"""How often the schedule has changed; pages are as new as this number."""

from django.db import connection, models

RAISE = """
    INSERT INTO schedule_schedulestate AS state (id, number) VALUES (%s, 1)
    ON CONFLICT (id) DO UPDATE SET number = state.number + 1"""


class ScheduleState(models.Model):
    """One row. Each write raises the number in its own transaction, under the lock."""

    ONLY = 1

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return str(self.number)

    @classmethod
    def raise_number(cls):
        with connection.cursor() as cursor:
            cursor.execute(RAISE, [cls.ONLY])
