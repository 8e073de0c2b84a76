"""A sitting gets another time: by a slot that is offered, or as typed."""

from dataclasses import replace
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    OfficeTimeField,
)
from innovation_portal.web.forms import ActionForm
from schedule.actions.sitting import change
from schedule.details import Details
from schedule.errors import Clashing
from schedule.models import Room

LARGEST = 2**31 - 1


class MoveForm(ActionForm, forms.Form):
    """``slot`` is what a button of an offer says: a beginning, and a room's key."""

    day = DateField(label=_("Day"), required=False)
    begins = OfficeTimeField(label=pgettext_lazy("time of day", "From"), required=False)
    ends = OfficeTimeField(label=pgettext_lazy("time of day", "To"), required=False)
    reason = CharField(
        label=_("Reason"), max_length=300, initial=_("By instruction of the chair")
    )
    slot = forms.RegexField(
        r"^20\d\d-\d\d-\d\dT\d\d:\d\d( \d{1,9})?$",
        required=False,
        widget=forms.HiddenInput,
    )
    sequence = IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)
    clashes = ()

    def __init__(self, data=None, *, sitting):
        self.sitting = sitting
        said = {
            "day": sitting.begins.date(),
            "begins": sitting.begins.time(),
            "ends": sitting.ends.time(),
            "sequence": sitting.sequence,
        }
        super().__init__(data, initial=said)

    def clean(self):
        said = super().clean()
        if "slot" in self.errors:
            raise ValidationError(_("Choose one of the times offered."))
        if said["slot"]:
            said["details"] = self._of_slot(said["slot"])
        elif not self.errors:
            said["details"] = self._as_typed(said)
        return said

    def _of_slot(self, slot):
        begins, _space, key = slot.partition(" ")
        try:
            begins = timezone.make_aware(datetime.fromisoformat(begins))
        except ValueError:
            raise ValidationError(_("Choose one of the times offered.")) from None
        details = Details.of(self.sitting)
        length = details.ends - details.begins
        room = Room.objects.open().filter(pk=key).first() if key else details.room
        place = "" if room else details.place
        return replace(
            details, begins=begins, ends=begins + length, room=room, place=place
        )

    def _as_typed(self, said):
        if not all(said[name] for name in ("day", "begins", "ends")):
            raise ValidationError(_("Choose a time offered, or write day and times."))
        begins, ends = (
            timezone.make_aware(datetime.combine(said["day"], said[name]))
            for name in ("begins", "ends")
        )
        return replace(Details.of(self.sitting), begins=begins, ends=ends)

    def save(self, *, by):
        """Whether the sitting was moved; else ``clashes`` say what is in the way."""
        return self.run(
            self._change,
            sitting=self.sitting,
            sequence=self.cleaned_data["sequence"],
            details=self.cleaned_data["details"],
            reason=self.cleaned_data["reason"],
            by=by,
        )

    def _change(self, *, details, by, **values):
        if details.ends <= timezone.now() and not by.has_perm("schedule.keep"):
            raise ValidationError(
                _("This time has passed; only the branch enters it now.")
            )
        try:
            change(details=details, by=by, **values)
        except Clashing as refused:
            self.clashes = refused.clashes
            raise
