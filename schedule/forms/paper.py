"""The parts of a paper that can be edited for one sitting."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.forms import CharField, DateField, IntegerField
from innovation_portal.web.forms import ActionForm
from schedule.drafting import SIGNED, signed_by
from schedule.models import PaperKind

MOST_LINES = 300


class LinesField(forms.CharField):
    """A list of texts, one a line; empty lines, and strokes alone, say nothing."""

    default_error_messages = {
        "many": _("These are more than %(limit)s lines; shorten it."),
        "long": _("A line is longer than %(limit)s characters; shorten it: %(line)s…"),
    }

    def __init__(self, *, longest=300, rows=4, **options):
        widget = forms.Textarea(attrs={"rows": rows, "lang": "bn"})
        self.longest = longest
        super().__init__(widget=widget, max_length=30_000, strip=False, **options)

    def clean(self, value):
        lines = super().clean(value).splitlines()
        lines = [line for line in map(clean, lines) if line.strip("| ")]
        if len(lines) > MOST_LINES:
            raise self._wrong("many", limit=MOST_LINES)
        for line in lines:
            if len(line) > self.longest:
                raise self._wrong("long", limit=self.longest, line=line[:30])
        if self.required and not lines:
            raise ValidationError(self.error_messages["required"], code="required")
        return lines

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def _wrong(self, code, **params):
        return ValidationError(self.error_messages[code], code=code, params=params)


class ProseField(LinesField):
    """A text of one or more sentences, on one line however it was typed."""

    def clean(self, value):
        return " ".join(super().clean(value))


NUMBER = ("number", "dated", "with_bangla_date")
TO_WHOM = ("recipients", "copies")
CHANGE = ("heading", "subject", "reference", "sentence", "request", "by_order")
LETTER = {"number": NUMBER, "signed": SIGNED, "to": TO_WHOM, "head": ("letterhead",)}
# What each kind asks for, by the groups in which the page shows it.
ASKED = {
    PaperKind.NOTICE: LETTER
    | {
        "words": (
            *("heading", "subject", "sentence", "agenda", "show_link"),
            *("request", "by_order"),
        )
    },
    PaperKind.MOVED: LETTER | {"words": CHANGE},
    PaperKind.POSTPONED: LETTER | {"words": CHANGE},
    PaperKind.CANCELLED: LETTER | {"words": CHANGE},
    PaperKind.REQUISITION: LETTER
    | {"words": ("heading", "sentence", "needs", "payer", "request", "by_order")},
    PaperKind.ATTENDANCE: {
        "words": ("heading", "people", "spare"),
        "head": ("letterhead",),
    },
    PaperKind.PLATES: {"words": ("people",)},
}
GROUPS = (
    ("number", _("Number and date")),
    ("words", _("What it says")),
    ("signed", _("Who signs")),
    ("to", _("To whom it goes")),
)
OF_PEOPLE = {
    PaperKind.ATTENDANCE: _(
        "One person a line: name | post | office | mobile | e-mail. Without a name, "
        "whoever comes writes it."
    ),
    PaperKind.PLATES: _("One plate a line: name | post | office."),
}


class PaperForm(ActionForm, forms.Form):
    number = CharField(
        label=_("Memo number"),
        required=False,
        max_length=100,
        help_text=_("What is given with the issue stays open: its end, or all of it."),
    )
    dated = DateField(label=_("Date of the letter"))
    with_bangla_date = forms.BooleanField(
        label=_("Print the Bangla date too"), required=False
    )
    heading = CharField(label=_("Heading"), max_length=150)
    subject = ProseField(label=_("Subject of the letter"), rows=2)
    reference = ProseField(label=_("Reference"), rows=2, required=False)
    sentence = ProseField(label=_("Sentence"), longest=2000, rows=5)
    agenda = LinesField(
        label=_("Agenda"),
        longest=500,
        rows=5,
        required=False,
        help_text=_(
            "One item a line. If it is empty, the notice says that a working paper is "
            "enclosed."
        ),
    )
    show_link = forms.BooleanField(label=_("Print the online link"), required=False)
    needs = LinesField(
        label=_("What is needed"),
        rows=6,
        help_text=_("One need a line, the amount behind an upright stroke: tea | 20"),
    )
    payer = ProseField(label=_("Who pays"), rows=2, required=False)
    people = LinesField(label=_("Persons"), longest=500, rows=10, required=False)
    spare = IntegerField(label=_("Empty rows at the end"), min_value=0, max_value=100)
    request = ProseField(label=_("Closing sentence"), longest=1000, rows=3)
    by_order = forms.BooleanField(
        label=_("Signed for a superior: “by order” is printed"), required=False
    )
    signed_name = CharField(label=_("Name"), required=False, max_length=200)
    signed_post = CharField(label=_("Post"), max_length=200)
    signed_office = CharField(label=_("Office"), required=False, max_length=200)
    signed_phone = CharField(label=_("Telephone"), required=False, max_length=60)
    signed_email = CharField(label=_("E-mail"), required=False, max_length=254)
    recipients = LinesField(
        label=_("Distribution"),
        rows=8,
        required=False,
        help_text=_("One addressee a line: posts, not persons."),
    )
    copies = LinesField(label=_("Copies"), rows=5, required=False)
    letterhead = LinesField(
        label=_("Letterhead"),
        rows=5,
        help_text=_("The second line is printed larger."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, kind, initial):
        super().__init__(data, initial=initial)
        self.asked = ASKED[kind]
        names = {name for group in self.asked.values() for name in group}
        self.fields = {n: f for n, f in self.fields.items() if n in {*names, "seen"}}
        if kind == PaperKind.NOTICE:
            self.fields["subject"].required = False
        if kind in OF_PEOPLE:
            self.fields["people"].help_text = OF_PEOPLE[kind]
            self.fields["people"].required = kind == PaperKind.PLATES

    @property
    def groups(self):
        """Titles and fields, in the order of the letter."""
        for name, title in GROUPS:
            if name in self.asked:
                yield name, title, [self[field] for field in self.asked[name]]

    @property
    def head(self):
        """What is changed so seldom that the page keeps it folded."""
        return [self[field] for field in self.asked.get("head", ())]

    @property
    def values(self):
        return {n: v for n, v in self.cleaned_data.items() if n != "seen"}


class SignatoryForm(forms.Form):
    """Who signs, chosen from the directory's lines of the office."""

    signatory = forms.ChoiceField(label=_("From the directory"), required=False)

    def __init__(self, data=None, *, entries):
        super().__init__(data)
        self.entries = {str(entry.line): entry for entry in entries}
        choices = [(line, str(entry)) for line, entry in self.entries.items()]
        self.fields["signatory"].choices = [("", _("Choose")), *choices]

    @property
    def taken(self):
        """Fields of the chosen one; none where nobody is."""
        line = self.cleaned_data["signatory"] if self.is_valid() else ""
        return signed_by(self.entries[line]) if line else {}
