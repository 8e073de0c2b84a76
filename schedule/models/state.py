"""How often the schedule has changed; pages are as new as this number."""

from django.db import models
from django.db.models import F


class ScheduleState(models.Model):
    """One row. Each write raises the number in its own transaction, under the lock."""

    ONLY = 1

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return str(self.number)

    @classmethod
    def raise_number(cls):
        changed = cls.objects.filter(pk=cls.ONLY).update(number=F("number") + 1)
        if not changed:
            cls.objects.create(pk=cls.ONLY, number=1)
