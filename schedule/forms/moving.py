"""Short forms that confirm, postpone or cancel the present version of a sitting."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField
from schedule.errors import Stale
from schedule.forms.fields import HIGHEST
from schedule.models import Move, Sitting


class MoveForm(forms.Form):
    """``sequence`` is the version that was looked at; ``since`` what came after it."""

    sequence = forms.IntegerField(
        min_value=0, max_value=HIGHEST, widget=forms.HiddenInput
    )

    def __init__(self, data=None, *, sitting):
        super().__init__(data, initial={"sequence": sitting.sequence})
        self.sitting, self.since = sitting, Move.objects.none()

    def run(self, action, *, by):
        """Whether it is done, now or by the same form sent before."""
        try:
            action(sitting=self.sitting, by=by, **self.cleaned_data)
        except Stale as refused:
            return self._was_done(by) or self._ask_again(refused)
        except ValidationError as refused:
            self.add_error(None, refused.messages)
        return self.is_valid()

    def _was_done(self, by):
        after = self.cleaned_data["sequence"] + 1
        reason = self.cleaned_data.get("reason", "")
        done = self.sitting.moves.filter(sequence=after, by=by, reason=reason)
        return done.filter(kind__in=self.kinds).exists()

    def _ask_again(self, refused):
        self.since = self.sitting.moves.after(self.cleaned_data["sequence"])
        self.sitting = Sitting.objects.with_names().get(pk=self.sitting.pk)
        self.data = self.data.copy()
        self.data["sequence"] = self.sitting.sequence
        self.add_error(None, refused.messages)
        return False


class ConfirmForm(MoveForm):
    kinds = (Move.Kind.CONFIRMED, Move.Kind.ASKED)


class ReasonForm(MoveForm):
    """The reason is kept, and told to those who take part."""

    kinds = (Move.Kind.POSTPONED, Move.Kind.CANCELLED)

    reason = CharField(
        label=_("Reason"),
        max_length=300,
        error_messages={
            "required": _("Write the reason; it is told to all concerned.")
        },
    )
