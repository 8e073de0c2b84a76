"""What the schedule refuses, each with a sentence for the user."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Clashing(ValidationError):  # noqa: N818
    """Something is taken. ``clashes`` say what and by whom; none where only the
    database knew, because another was quicker by a moment.
    """

    def __init__(self, clashes=()):
        self.clashes = list(clashes)
        super().__init__(_("This time is taken: another sitting was entered before."))


class Stale(ValidationError):  # noqa: N818
    """Another has changed the sitting since it was shown."""

    def __init__(self):
        super().__init__(
            _("Another person has changed this sitting meanwhile. Look at it again.")
        )


class StaleMinutes(ValidationError):  # noqa: N818
    """Another has written into the minutes since they were shown."""

    def __init__(self):
        super().__init__(
            _(
                "Another person has written into these minutes meanwhile. Both stand "
                "below: look at them and save again."
            )
        )


class NotPossible(ValidationError):  # noqa: N818
    """The sitting's state does not allow it: a cancelled one stays cancelled."""

    def __init__(self, sitting):
        super().__init__(
            _("This cannot be done any more. The state of the sitting is: %(state)s")
            % {"state": sitting.get_state_display()}
        )


class TakenBack(ValidationError):  # noqa: N818
    """The busy time has ended: another was quicker."""

    def __init__(self):
        super().__init__(_("This busy time has been taken back or changed meanwhile."))


class Busy(ValidationError):  # noqa: N818
    """The schedule's lock was not to be had in time."""

    def __init__(self):
        super().__init__(
            _("Many are writing into the schedule just now. Try again in a moment.")
        )


class FileClosed(ValidationError):  # noqa: N818
    """The file was taken or discarded before."""

    def __init__(self):
        super().__init__(
            _("This file has been taken or discarded; upload it again if need be.")
        )


class LinesChanged(ValidationError):  # noqa: N818
    """What was good when it was shown is so no longer."""

    def __init__(self):
        super().__init__(
            _(
                "The schedule has changed since you checked, so nothing was entered."
                " Look at the lines again."
            )
        )
