"""The fields of a sitting's form, as a notice letter fills them."""

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.folding import clean_lines
from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    OfficeTimeField,
)
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.organisation.forms.office import OfficeChoiceField
from schedule.forms.letter import ScanField
from schedule.models import Room, Sitting

HIGHEST = 2**31 - 2  # version of a sitting


class RoomField(forms.ModelChoiceField):
    def label_from_instance(self, room):
        seats = in_digits(room.capacity, language())
        return f"{room.name} · " + gettext("%(seats)s seats") % {"seats": seats}


class LinesField(forms.CharField):
    """Text of several lines; control characters go."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value):
        return clean_lines(super().to_python(value))


class SittingFields(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=Sitting.Kind)
    subject = CharField(label=_("Subject"), max_length=300)
    day = DateField(label=_("Date"))
    begins = OfficeTimeField(label=pgettext_lazy("time", "From"))
    ends = OfficeTimeField(label=pgettext_lazy("time", "To"), required=False)
    last_day = DateField(
        label=_("Last day"),
        required=False,
        help_text=_("Only where it lasts longer than a day."),
    )
    room = RoomField(
        Room.objects.none(),
        label=pgettext_lazy("sitting", "Room"),
        required=False,
        empty_label=_("Outside (write the place)"),
    )
    place = CharField(label=_("Place outside"), required=False, max_length=250)
    chair_text = CharField(
        label=pgettext_lazy("sitting", "Chair"), required=False, max_length=250
    )
    chair_name = CharField(label=_("Name"), required=False, max_length=200)
    chair_as = CharField(
        label=_("Chair, as papers print it"), required=False, max_length=250
    )
    organiser = OfficeChoiceField(label=_("Organising office"))
    contact = CharField(label=_("Whom to call"), required=False, max_length=200)
    parts_text = forms.CharField(
        label=_("Who takes part"),
        required=False,
        help_text=_("Posts, offices, names; many at once with commas or on lines."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    letter_number = CharField(label=_("Memo number"), required=False, max_length=100)
    letter_date = DateField(label=_("Date of the letter"), required=False)
    letter_scan = ScanField(
        label=_("Scan of the letter"),
        required=False,
        help_text=_("A PDF or a picture of at most 10 MB."),
    )
    agenda = LinesField(
        label=_("Agenda"),
        required=False,
        max_length=5000,
        help_text=_("One item on each line."),
    )
    people = IntegerField(
        label=pgettext_lazy("sitting", "People"),
        required=False,
        min_value=1,
        max_value=9999,
    )
    online = forms.URLField(
        label=_("Online link"), required=False, max_length=500, assume_scheme="https"
    )
    closed = forms.BooleanField(
        label=_("Closed sitting"),
        required=False,
        help_text=_("Others see only that room and chair are busy."),
    )
    reason = CharField(
        label=_("Why it is changed"),
        required=False,
        max_length=300,
        help_text=_("It stands in the history of the sitting."),
    )
    override_reason = CharField(
        label=_("Why it is entered all the same"), required=False, max_length=300
    )
    sequence = forms.IntegerField(
        required=False, min_value=0, max_value=HIGHEST, widget=forms.HiddenInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends"].widget.attrs["placeholder"] = _("empty: one hour")
