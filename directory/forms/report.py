"""A mistake reported by a reader, and what the branch makes of it."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from directory import editing
from directory.actions.report import accept_report
from directory.forms.line import LineForm
from directory.models.report import FIELDS, OTHER
from directory.reading.lines import LIMITS
from innovation_portal.bangla.forms import CharField


class ReportForm(forms.Form):
    """For everyone, without a login. ``website`` is seen by machines alone."""

    field = forms.ChoiceField(
        label=_("What is wrong or missing"),
        error_messages={"required": _("Choose what is wrong or missing.")},
    )
    proposed = CharField(
        label=_("What is right"),
        max_length=300,
        error_messages={"required": _("Write what is right.")},
    )
    name = CharField(
        label=_("Your name"),
        max_length=100,
        help_text=_(
            "It stands beside the correction in the list of editions, if it is made."
        ),
        error_messages={"required": _("Write your name.")},
    )
    office = CharField(label=_("Your office"), required=False, max_length=200)
    phone = CharField(
        label=_("Your telephone"),
        required=False,
        max_length=60,
        help_text=_("Only the branch sees it, for asking back."),
    )
    website = forms.CharField(label=_("Leave this empty"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, entry, veil):
        super().__init__(data, initial={"seen": entry.pk})
        self.entry, hidden = entry, veil.hides(entry.line)
        self.fields["field"].choices = [("", _("Choose")), *_choices(entry, hidden)]
        self.fields["website"].widget.attrs |= {"tabindex": -1, "autocomplete": "off"}

    @property
    def asked(self):
        return [field for field in self.visible_fields() if field.name != "website"]

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave the field for machines empty."))

    def clean(self):
        said = super().clean()
        field, proposed = said.get("field"), said.get("proposed")
        if not field or not proposed or field == OTHER:
            return
        if proposed == getattr(self.entry, field):
            self.add_error("proposed", _("That is what the list already says."))
        elif len(proposed) > LIMITS[field]:
            too_long = _("The text is longer than %(limit)s characters; shorten it.")
            self.add_error(
                "proposed", ValidationError(too_long, params={"limit": LIMITS[field]})
            )

    @property
    def report(self):
        """What the action takes."""
        names = ("field", "proposed", "name", "office", "phone")
        return {name: self.cleaned_data[name] for name in names}


def _choices(entry, hidden):
    """Each field with what it says now, as far as the reader may see it."""
    for name, label in FIELDS:
        if name not in hidden:
            text = getattr(entry, name, "")
            yield name, f"{capfirst(label)}: {text}" if text else capfirst(label)


class AcceptForm(LineForm):
    """One field of the line, filled in as the reader proposes."""

    title = _("Reported mistake")
    save_label = _("Accept and correct the list")

    def __init__(self, data=None, *, entry, report):
        self.report, self.asked = report, (report.field,)
        super().__init__(data, entry=entry)
        del self.fields["reason"]

    def first(self, entry):
        return {self.report.field: self.report.proposed, "seen": entry.pk}

    @property
    def typed(self):
        return {self.report.field: self.cleaned_data[self.report.field]}

    def drafts(self):
        return [editing.changed(self.entry, self.typed)]

    def run(self, *, order, by):
        reason = gettext("Mistake reported by: %(name)s") % {"name": self.report.name}
        return accept_report(
            report=self.report,
            entry=self.entry,
            texts=self.typed,
            order=replace(order, reason=reason),
            by=by,
        )


class AnswerForm(forms.Form):
    answer = CharField(
        label=_("Answer without a correction"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The reporter reads it at an address of his own."),
        error_messages={"required": _("Write the answer.")},
    )
