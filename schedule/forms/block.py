"""When a chair is busy: whole days, or from a time to a time."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.forms import CharField, DateField, OfficeTimeField
from innovation_portal.web.forms import ActionForm
from schedule.actions.sitting import Override
from schedule.errors import Clashing
from schedule.models import Block


class BlockForm(ActionForm, forms.Form):
    """``over`` names the sittings that the user was shown and leaves to be settled."""

    kind = forms.ChoiceField(
        label=_("Why he is busy"), choices=Block.Kind, widget=forms.RadioSelect
    )
    first = DateField(label=_("First day"))
    last = DateField(
        label=_("Last day"),
        required=False,
        help_text=_("Leave it empty for a single day."),
    )
    begins = OfficeTimeField(
        label=pgettext_lazy("time of day", "From"),
        required=False,
        help_text=_("Leave both times empty for whole days."),
    )
    ends = OfficeTimeField(label=pgettext_lazy("time of day", "To"), required=False)
    note = CharField(
        label=_("Note"),
        required=False,
        max_length=300,
        help_text=_("Only the office that keeps the day sees it."),
    )
    over = forms.RegexField(
        r"^\d{1,18}( \d{1,18}){0,99}$", required=False, widget=forms.HiddenInput
    )
    field_order = ["kind", "first", "last", "begins", "ends", "note"]
    clashes = ()

    def clean(self):
        said = super().clean()
        first, last = said.get("first"), said.get("last") or said.get("first")
        if not first or self.errors:
            return said
        if last < first:
            self.add_error("last", _("The last day lies before the first."))
        begins, ends = said["begins"], said["ends"]
        if (begins is None) != (ends is None):
            raise ValidationError(
                _("Give both times, or leave both empty for whole days.")
            )
        if begins is None:
            begins, ends, last = time(), time(), last + timedelta(days=1)
        said["span"] = _moment(first, begins), _moment(last, ends)
        return said

    @property
    def block(self):
        """What the actions take."""
        begins, ends = self.cleaned_data["span"]
        keys = self.cleaned_data["over"].split()
        over = frozenset(("sitting", int(key)) for key in keys)
        return {
            "kind": self.cleaned_data["kind"],
            "begins": begins,
            "ends": ends,
            "note": self.cleaned_data["note"],
            "override": Override(reason="", over=over) if over else None,
        }

    def run(self, action, **values):
        """As of all forms; the clashes stay, so that the page can ask what to do."""

        def told(**said):
            try:
                action(**said)
            except Clashing as refused:
                self.clashes = refused.clashes
                raise

        return super().run(told, **values)

    @property
    def may_stay(self):
        """Whether all that clashes are sittings, which can be settled afterwards."""
        kinds = {clash.other_key[0] for clash in self.clashes}
        return kinds == {"sitting"}

    @property
    def clashing(self):
        """What a button sends back as ``over``."""
        keys = sorted({clash.other_key[1] for clash in self.clashes})
        return " ".join(map(str, keys))


def said_of(block):
    """What a form begins with, where a block is changed."""
    begins = timezone.localtime(block.during.lower)
    ends = timezone.localtime(block.during.upper)
    said = {"kind": block.kind, "first": begins.date(), "note": block.note}
    if begins.time() == ends.time() == time():
        last = ends.date() - timedelta(days=1)
        return said | {"last": last if last > begins.date() else None}
    last = ends.date() if ends.date() > begins.date() else None
    return said | {"last": last, "begins": begins.time(), "ends": ends.time()}


def _moment(day, at):
    return timezone.make_aware(datetime.combine(day, at))
