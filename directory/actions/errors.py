"""Why an upload cannot be published or changed, as sentences for the user."""

from django.utils.translation import gettext_lazy as _


class CannotPublish(Exception):  # noqa: N818
    """str() is the sentence for the user."""

    sentence = _("This upload can no longer be published.")

    def __str__(self):
        return str(self.sentence)


class Closed(CannotPublish):
    sentence = _(
        "This upload is closed; upload the workbook again to change something."
    )


class NotReady(CannotPublish):
    sentence = _("The list is still being compared; look at the difference first.")


class HasErrors(CannotPublish):
    sentence = _("Some lines cannot be taken; correct them in the workbook first.")


class NeedsDate(CannotPublish):
    sentence = _("Give the update date of the list first.")


class ListChanged(CannotPublish):
    sentence = _(
        "The list has changed since you checked; look at the new difference first."
    )


class LineChanged(CannotPublish):
    sentence = _(
        "Somebody has changed this line meanwhile. It stands above as it is now, and "
        "what you typed is kept below; look at it and save again."
    )


class NothingChanged(CannotPublish):
    sentence = _("Nothing was changed; the list is as it was.")


class Busy(CannotPublish):
    sentence = _("Another publication is under way; try again in a moment.")


class Settled(CannotPublish):
    sentence = _("This report has been settled meanwhile.")


class TooMany(CannotPublish):
    sentence = _(
        "Too many reports came today. Try again tomorrow, or tell the general services "
        "branch by telephone."
    )


class SamePerson(CannotPublish):
    sentence = _("These two are already one person.")


class NotEarlier(CannotPublish):
    sentence = _("Only an earlier list can be gone back to.")


# SQLSTATE: deadlock detected, lock not available, an office just made by another hand
LOCKED = {"40P01", "55P03", "23505"}


def busy(error):
    """Whether a database error only says that another hand was there first."""
    return getattr(error.__cause__, "pgcode", None) in LOCKED
