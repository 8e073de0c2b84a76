"""A file of sittings on its way in, and which of the schedule goes out as one."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.access.rights import offices_in_reach
from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.forms import CharField, DateField
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.organisation.forms.office import OfficeChoiceField
from innovation_portal.sheets import SheetError
from innovation_portal.sheets.errors import SENTENCES
from innovation_portal.web.forms import ActionForm
from schedule.actions.importing import receive
from schedule.importing.preview import AT_ONCE
from schedule.importing.reading import READERS
from schedule.importing.understanding import RIGHT
from schedule.models import Room, Sitting

MOST = 10_000  # sittings in one file going out


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("File of sittings"),
        help_text=_("The form workbook filled in, or a calendar as .ics."),
        widget=forms.FileInput(attrs={"accept": ",".join(READERS)}),
        error_messages={
            "required": _("Choose the file of sittings."),
            "missing": _("Choose the file of sittings."),
            "empty": SENTENCES["empty"],
        },
    )
    chair = CharField(
        label=_("Chair, where the file names none"), max_length=250, required=False
    )
    organiser = OfficeChoiceField(
        label=_("Organising office, where the file names none"),
        required=False,
        empty_label=_("Your own office"),
    )

    def __init__(self, *args, by):
        super().__init__(*args)
        self.by = by
        self.fields["organiser"].queryset = offices_in_reach(by, RIGHT).open()

    def clean_file(self):
        """What can be told without reading: the size and the kind of file."""
        file = self.cleaned_data["file"]
        file.name = clean(file.name)
        if Path(file.name).suffix.lower() not in READERS:
            raise ValidationError(
                _("Only .xlsx, .xls, .ods, .csv and .ics files can be read.")
            )
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(str(SheetError("big")))
        return file

    def save(self):
        """The Import; None for a file that cannot be taken, and the form says why."""
        said = self.cleaned_data
        office = said["organiser"]
        defaults = {
            "chair": said["chair"],
            "organiser": office.name_bn if office else "",
        }
        file = said["file"]
        try:
            return receive(file=file, filename=file.name, defaults=defaults, by=self.by)
        except SheetError as refused:
            self.add_error("file", str(refused))
        except ValidationError as refused:
            self.add_error("file", refused)


class TakeForm(ActionForm, forms.Form):
    """The lines that are ticked, by the numbers of their rows."""

    rows = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": _("Tick the sittings that are to be entered."),
            "invalid_choice": _(
                "The schedule has changed since you checked, so nothing was entered."
                " Look at the lines again."
            ),
        },
    )

    def __init__(self, data=None, *, lines):
        super().__init__(data)
        numbers = [line.row.number for line in lines if line.is_good]
        self.fields["rows"].choices = [(number, number) for number in numbers]

    def clean_rows(self):
        rows = self.cleaned_data["rows"]
        if len(rows) > AT_ONCE:
            raise ValidationError(
                _(
                    "At most %(most)s sittings are entered at once; untick some, and"
                    " upload the file again for the rest."
                ),
                params={"most": in_digits(AT_ONCE, language())},
            )
        return rows


class ExportForm(forms.Form):
    """Which sittings; without a first day, those from today on."""

    first = DateField(label=pgettext_lazy("day", "From"), required=False)
    last = DateField(label=pgettext_lazy("day", "Until"), required=False)
    room = forms.ModelChoiceField(
        Room.objects.all(),
        label=pgettext_lazy("sitting", "Room"),
        required=False,
        empty_label=_("All rooms and places"),
    )
    office = OfficeChoiceField(
        label=_("Organised by, or with it taking part"),
        required=False,
        empty_label=_("All offices"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        said = super().clean()
        if self.errors:
            return
        if said["first"] and said["last"] and said["last"] < said["first"]:
            self.add_error("last", _("The last day lies before the first."))
        elif self.sittings[: MOST + 1].count() > MOST:
            most = in_digits(MOST, language())
            raise ValidationError(
                _("These are more than %(most)s sittings; choose fewer days."),
                params={"most": most},
            )

    @property
    def sittings(self):
        said = self.cleaned_data
        found = Sitting.objects.since(said["first"] or timezone.localdate())
        if said["last"]:
            found = found.until(said["last"])
        if said["room"]:
            found = found.in_room(said["room"])
        if said["office"]:
            # Whose a closed sitting is would tell what it is about.
            found = found.of_office(said["office"]).visible_to_search(self.user)
        return found.with_names().in_order()
