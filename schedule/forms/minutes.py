"""The minutes as a table to write in, without a script; the way of a signed copy."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    TextField,
)
from innovation_portal.models import Office
from schedule.actions.minutes import Row, sign_minutes, write_minutes
from schedule.errors import StaleMinutes
from schedule.forms.letter import ScanField
from schedule.models import Minutes

HEAD = ("memo_number", "memo_date", "present", "opening")
ROW = ("discussion", "text", "responsible", "due")
BLANK = 3  # rows to write in below the others
MOST = 200  # rows


class _Shown:
    """What a field said when it was shown travels along with what is typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = not field.widget.is_hidden


class HeadForm(_Shown, forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    memo_number = CharField(label=_("Memo number"), required=False, max_length=100)
    memo_date = DateField(label=_("Date of the minutes"), required=False)
    opening = TextField(
        label=_("Opening words"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    present = TextField(
        label=_("Who was present"),
        required=False,
        max_length=10000,
        help_text=_("One on each line; they are printed as an annex."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class RowForm(_Shown, forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    order = IntegerField(
        label=_("Serial number"), required=False, min_value=1, max_value=MOST
    )
    discussion = TextField(label=_("Discussion"), required=False, max_length=5000)
    text = TextField(label=_("Decision"), required=False, max_length=5000)
    responsible = CharField(
        label=_("To be carried out by"),
        required=False,
        max_length=250,
        widget=forms.TextInput(attrs={"list": "responsible"}),
    )
    due = CharField(
        label=_("Time limit"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    removed = forms.BooleanField(label=_("Remove"), required=False)

    def clean(self):
        said = super().clean()
        if self.errors or said["removed"] or self.is_blank:
            return
        if not said["discussion"] and not said["text"]:
            raise ValidationError(
                _("Write what was discussed or decided, or remove the row.")
            )

    @property
    def is_blank(self):
        """A row below the others in which nothing was written."""
        said = self.cleaned_data
        return not said.get("pk") and not any(said.get(name) for name in ROW)

    @property
    def row(self):
        return Row(self.cleaned_data["pk"], **{n: self.cleaned_data[n] for n in ROW})


RowForms = forms.formset_factory(RowForm, extra=0, max_num=MOST, absolute_max=MOST)


class MinutesForm:
    """The head and the rows of a sitting's minutes, sent together."""

    def __init__(self, sitting, data=None):
        self.sitting, self.data = sitting, data
        self.minutes = Minutes.objects.filter(sitting=sitting).first()
        if data is None:
            rows = self._rows()
            self.head = HeadForm(initial=self._head())
            self.rows = RowForms(initial=rows, prefix="rows")
            self.rows.extra = BLANK
        else:
            self.head, self.rows = HeadForm(data), RowForms(data, prefix="rows")

    @property
    def offered(self):
        """Names for who carries it out: those taking part, then the offices."""
        parts = self.sitting.participants.values_list("name", flat=True)
        offices = Office.objects.open().in_order().values_list("name_bn", flat=True)
        return list(dict.fromkeys([*parts, *offices]))

    def _head(self):
        if self.minutes:
            return {n: getattr(self.minutes, n) for n in ("version", *HEAD)}
        parts = self.sitting.participants.values_list("name", flat=True)
        names = [self.sitting.chair_as, *parts]
        return {"version": 0, "present": "\n".join(dict.fromkeys(names))}

    def _rows(self):
        decisions = self.minutes.decisions.in_order() if self.minutes else ()
        return [
            {"pk": decision.pk, "order": number}
            | {name: getattr(decision, name) for name in ROW}
            for number, decision in enumerate(decisions, 1)
        ]

    @property
    def errors(self):
        """Whether anything is to be corrected; each field says what."""
        return self.head.errors or any(self.rows.errors) or self.rows.non_form_errors()

    def is_valid(self):
        return self.head.is_valid() and self.rows.is_valid()

    def longer(self):
        """The same with more blank rows below; what was typed is kept."""
        data = self.data.copy()
        data["rows-TOTAL_FORMS"] = min(self.rows.total_form_count() + BLANK, MOST)
        return MinutesForm(self.sitting, data)

    def save(self, *, by):
        """The Minutes; None where they were refused, and the form says why.

        Raises StaleMinutes when another has written meanwhile.
        """
        said = {name: self.head.cleaned_data[name] for name in HEAD}
        kept, removed = self._sorted()
        try:
            return write_minutes(
                sitting=self.sitting,
                version=self.head.cleaned_data["version"],
                said=said,
                rows=[form.row for form in arranged(kept)],
                removed=removed,
                by=by,
            )
        except StaleMinutes:
            raise
        except ValidationError as error:
            self.head.add_error(None, error.messages)

    def _sorted(self):
        written = [form for form in self.rows if not form.is_blank]
        removed = [form for form in written if form.cleaned_data["removed"]]
        kept = [form for form in written if form not in removed]
        return kept, [form.cleaned_data["pk"] for form in removed]


def arranged(forms):
    """The rows in their order, those with a new number moved to where it says."""
    moved = [form for form in forms if _wanted(form)]
    order = [form for form in forms if form not in moved]
    for form in sorted(moved, key=_wanted):
        order.insert(_wanted(form) - 1, form)
    return order


def _wanted(form):
    return "order" in form.changed_data and form.cleaned_data["order"]


class SignForm(forms.Form):
    signed_on = DateField(label=_("Signed by the chair on"))
    file = ScanField(
        label=_("Scan of the signed copy"),
        required=False,
        help_text=_("A PDF, or a picture as JPG or PNG, of at most 10 MB."),
    )

    def save(self, *, minutes, by):
        file = self.cleaned_data["file"]
        sign_minutes(
            minutes=minutes,
            signed_on=self.cleaned_data["signed_on"],
            file=file,
            filename=file.name if file else "",
            by=by,
        )
