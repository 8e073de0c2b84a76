"""What every test of the schedule may use."""

from datetime import UTC

import pytest

from tests.schedule.sittings import DAY, at


@pytest.fixture
def stand_at(monkeypatch):
    """Call it to stop the portal's clock, not the database's, at a time of a day."""

    def stopped(clock, day=DAY):
        moment = at(clock, day).astimezone(UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return stopped
