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


class NotEarlier(CannotPublish):
    sentence = _("Only an earlier list can be gone back to.")
