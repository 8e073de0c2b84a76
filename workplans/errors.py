"""What the plans refuse, each with a sentence for the user."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Refused(ValidationError):  # noqa: N818
    """A rule's own sentence stands in its class."""

    said = ""

    def __init__(self):
        super().__init__(str(self.said))


class Locked(Refused):
    """A submitted or approved plan is not written in."""

    said = _("This plan is locked: it has been submitted or approved.")


class Overtaken(Refused):
    """Another wrote in the same cell; ``text`` is what stands there now."""

    said = _("Another person has written in this cell meanwhile. See both texts.")

    def __init__(self, text):
        self.text = text
        super().__init__()


class Gone(Refused):
    said = _("Another person has taken this row away meanwhile.")


class Stale(Refused):
    said = _("Another person has acted on this plan meanwhile. Look at it again.")


class AlreadyBegun(Refused):
    said = _("Work on this plan has already begun; open the present version.")


class Empty(Refused):
    said = _("A plan without rows cannot be submitted.")


class NeedsReason(Refused):
    said = _("Write the reason.")


class NeedsGround(Refused):
    said = _("Name the minutes of the innovation team that approved the plan.")


class TooLong(Refused):
    said = _("This text is too long for a cell. Shorten it.")


class TooMany(Refused):
    said = _("A plan has at most 500 rows.")


class Incomplete(ValidationError):  # noqa: N818
    """``missing`` are (place, column) of cells that must be filled and are not."""

    def __init__(self, missing):
        self.missing = missing
        super().__init__(
            [
                gettext("Row %(row)s: fill in “%(column)s”.")
                % {"row": place, "column": column.title}
                for place, column in missing
            ]
        )
