"""Lines that could continue several of the present list: the clerk says which."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.models import Entry

AT_ONCE = 50  # lines asked for on one page
NEW_LINE = ("new", _("a new line"))


class LinesForm(forms.Form):
    """A field for each ambiguous line, and one to take back each earlier answer."""

    def __init__(self, upload, data, prefix):
        super().__init__(data, prefix=prefix)
        lines = list(upload.lines.ambiguous()[: AT_ONCE + 1])
        self.more = len(lines) > AT_ONCE
        self.asked = {f"line{line.pk}": line for line in lines[:AT_ONCE]}
        self.settled = {
            f"settled{index}": said
            for index, said in enumerate(upload.choices.get("lines", ()))
        }
        labels = _labels(line for each in lines for line in each.candidates)
        for name, line in self.asked.items():
            self.fields[name] = _which(line, labels)
        for name, (sheet, row, _number) in self.settled.items():
            self.fields[name] = forms.BooleanField(
                label=_("Ask again for this row: %(row)s")
                % {"row": f"{sheet}, {row}" if sheet else row},
                required=False,
            )

    @property
    def questions(self):
        return [(line, self[name]) for name, line in self.asked.items()]

    @property
    def answered(self):
        return [self[name] for name in self.settled]

    def clean(self):
        numbers = [number for _s, _r, number in self.said if number is not None]
        if len(numbers) > len(set(numbers)):
            raise ValidationError(
                _("Two lines cannot continue the same line of the present list.")
            )

    @property
    def said(self):
        """Lists of sheet, row and the line number that is continued, or None."""
        kept = [
            answer
            for name, answer in self.settled.items()
            if not self.cleaned_data.get(name)
        ]
        answers = {name: self.cleaned_data.get(name) for name in self.asked}
        return kept + [
            [line.sheet, line.row, None if answer == "new" else int(answer)]
            for (name, line), answer in zip(
                self.asked.items(), answers.values(), strict=True
            )
            if answer
        ]


def _labels(numbers):
    entries = Entry.objects.current().filter(line__in=set(numbers))
    return {entry.line: _label(entry) for entry in entries}


def _label(entry):
    number = entry.mobile or entry.office_phone or entry.pabx
    return " · ".join(filter(None, (str(entry), number, entry.room)))


def _which(line, labels):
    known = [(str(n), labels[n]) for n in line.candidates if n in labels]
    return forms.ChoiceField(
        label=str(line),
        choices=[NEW_LINE, *known],
        widget=forms.RadioSelect,
        required=False,
    )
