"""What each column of a sheet is, as the clerk says it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from directory.models import LABELS
from directory.reading.columns import FIELDS, PEOPLE
from directory.reading.problems import column_letter
from innovation_portal.bangla.forms import IntegerField

OTHER = {
    "serial": _("serial number"),
    "name_post": _("name and designation"),
    "ignore": _("left out"),
}
NOT_KNOWN = ("", _("not known, left out"))
FIELD_CHOICES = [(name, capfirst(LABELS.get(name) or OTHER[name])) for name in FIELDS]
AT_ONCE = 40  # sheets asked about on one page, of at most 100 columns each
MANY = {"", "ignore", "serial"}  # what several columns may be


class SheetForm(forms.Form):
    """One sheet: its columns by number, and its first line where no heading tells.

    ``sheet`` is how the sheet was read, ``before`` what was picked by hand so far.
    """

    def __init__(self, sheet, before, data, prefix):
        super().__init__(data, prefix=prefix)
        self.sheet, self.before = sheet, before
        for column in sheet["columns"]:
            self.fields[str(column["column"])] = _column_field(column)
        if not sheet["heading"][0]:
            self.fields["first_row"] = IntegerField(
                label=_("The list begins in row"),
                required=False,
                min_value=1,
                max_value=sheet["height"],
                initial=sheet["heading"][1] + 1 if sheet["lines"] else None,
            )

    @property
    def columns(self):
        """Letter, heading words, an example and the bound field, for each column."""
        for column in self.sheet["columns"]:
            field = self[str(column["column"])]
            letter = column_letter(column["column"])
            yield letter, column["words"], column["example"], field

    def clean(self):
        said = {name: v for name, v in super().clean().items() if name != "first_row"}
        taken = [field for field in said.values() if field not in MANY]
        for field in taken:
            if taken.count(field) > 1:
                label = capfirst(LABELS.get(field) or OTHER[field])
                raise ValidationError(
                    _("Two columns of a sheet cannot be the same: %(field)s"),
                    params={"field": label},
                )
        self._check_first_row(said)

    def _check_first_row(self, said):
        if "first_row" not in self.fields or not any(said.values()):
            return
        if self.cleaned_data.get("first_row") is None:
            self.add_error("first_row", _("Say in which row the list begins."))
        elif not PEOPLE & set(said.values()):
            raise ValidationError(_("Say which column holds the names or the posts."))

    @property
    def picked(self):
        """What was picked so far and what differs now; {} where nothing was."""
        said = dict(self.cleaned_data)
        first_row = said.pop("first_row", None)
        columns = self.before.get("columns", {}) | {
            number: field
            for number, field in said.items()
            if field != self.fields[number].initial
        }
        picked = {"columns": columns} if columns else {}
        return picked | ({"first_row": first_row} if first_row else {})


def _column_field(column):
    known = [] if column["field"] else [NOT_KNOWN]
    return forms.ChoiceField(
        label=_("Column %(letter)s is") % {"letter": column_letter(column["column"])},
        choices=[*known, *FIELD_CHOICES],
        initial=column["field"],
        required=False,
    )


def sheet_forms(upload, data):
    """A form for each sheet that was read, then for each that has no heading."""
    picked = upload.choices.get("columns", {})
    sheets = upload.understood["sheets"] + [
        _as_read(sheet) for sheet in upload.understood["unread"]
    ]
    return [
        SheetForm(sheet, picked.get(sheet["name"], {}), data, f"sheet{index}")
        for index, sheet in enumerate(sheets[:AT_ONCE])
    ]


def _as_read(unread):
    """A sheet without heading in the form of one that was read: nothing is known."""
    rows = unread["rows"]
    columns = [
        {"column": number, "words": "", "field": "", "example": ""}
        for number in range(1, max(map(len, rows)) + 1)
    ]
    return unread | {"columns": columns, "heading": [0, 0], "lines": 0}
