"""Rooms as the branch keeps them; claims follow a room's buffer."""

from django.utils import timezone

from schedule.actions.claims import reclaim
from schedule.actions.writing import written
from schedule.models import Room, Sitting


@written
def create_room(*, by, **said):
    """The new Room. Raises ValidationError for what its fields do not take."""
    return _save(Room(), said)


@written
def change_room(*, room, by, **said):
    """The Room; a new buffer holds for all sittings in it that are still to end.

    Those that clash by it stay, and are listed to be settled.
    """
    buffer = Room.objects.get(pk=room.pk).buffer
    room = _save(room, said)
    if room.buffer != buffer:
        coming = Sitting.objects.in_room(room).standing()
        reclaim(coming.filter(during__endswith__gt=timezone.now()))
    return room


def _save(room, said):
    for name, value in said.items():
        setattr(room, name, value)
    room.full_clean()
    room.save()
    return room
