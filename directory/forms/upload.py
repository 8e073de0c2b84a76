"""The workbook on its way in, and the last word before it is published."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.forms import DateField
from innovation_portal.sheets import SheetError, kind_of
from innovation_portal.sheets.errors import SENTENCES

ACCEPT = ".xlsx,.xls,.ods,.csv"


def not_in_the_future(day):
    """A list cannot be as of a day to come: a slip of the year, most often."""
    if day > timezone.localdate():
        raise ValidationError(_("The update date lies in the future; correct it."))


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File of the list"),
        help_text=_("An .xlsx, .xls, .ods or .csv file of at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "required": _("Choose the file of the list."),
            "missing": _("Choose the file of the list."),
            "empty": SENTENCES["empty"],
        },
    )
    updated_on = DateField(
        label=_("Update date"),
        required=False,
        validators=[not_in_the_future],
        help_text=_("Left empty, it is proposed from the sheet."),
    )

    def clean_file(self):
        """What can be told without reading: the size and the kind of file."""
        file = self.cleaned_data["file"]
        file.name = clean(file.name)
        try:
            kind_of(file.name)
            if file.size > settings.UPLOAD_LIMIT:
                raise SheetError("big")
        except SheetError as error:
            raise ValidationError(str(error)) from None
        return file


class PublishForm(forms.Form):
    """``seen`` is the stamp of the difference on the page that was looked at."""

    updated_on = DateField(
        label=_("Update date"),
        validators=[not_in_the_future],
        error_messages={"required": _("Give the update date of the list first.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["updated_on"].widget.attrs["form"] = "publish"
