"""Forms of the published lists: a day, two of them, and the way back to one."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.forms.upload import not_in_the_future
from directory.models import Edition
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.forms import CharField, DateField
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language


class DayForm(forms.Form):
    """Which day's list is asked for; ``edition`` is what held on it."""

    day = DateField(
        label=_("The list as it stood on"),
        error_messages={"required": _("Give a day, for example 12/02/2017.")},
    )

    def clean_day(self):
        day = self.cleaned_data["day"]
        self.edition = Edition.objects.on(day)
        if self.edition is None:
            raise forms.ValidationError(
                _("No list is as old as that; give a later day.")
            )
        return day


class EditionChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, edition):
        number = in_digits(edition.number, language())
        return f"{number} – {format_date(edition.updated_on, language())}"


class CompareForm(forms.Form):
    """Two published lists; the newer one may stand first."""

    old = EditionChoiceField(
        Edition.objects.all(), label=_("One list"), empty_label=None
    )
    new = EditionChoiceField(
        Edition.objects.all(), label=_("Another list"), empty_label=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = list(self.fields["old"].choices)  # read once for both
        self.fields["old"].choices = self.fields["new"].choices = choices


class RollBackForm(forms.Form):
    """``seen`` is the number of the list that held when the question was asked."""

    updated_on = DateField(
        label=_("Update date"),
        initial=timezone.localdate,
        validators=[not_in_the_future],
        help_text=_("The day on which the list is found to be right."),
    )
    reason = CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands in the list of editions for everyone to see."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
