"""The branch's own words for papers, all texts of a kind on one page."""

from django import forms

from innovation_portal.bangla.folding import clean
from innovation_portal.web.forms import ActionForm
from schedule.paper.texts import TEXTS, known


class TextsForm(ActionForm, forms.Form):
    """All texts of a kind of paper; one that is emptied is the portal's own again."""

    def __init__(self, data=None, *, kind, texts):
        super().__init__(data)
        for key, text in TEXTS[kind].items():
            places = "  ".join(f"{{{place}}}" for place in text.places)
            self.fields[key] = TextField(
                text.places,
                label=text.label,
                initial=texts[key],
                required=False,
                max_length=3000,
                help_text=places,
                widget=forms.Textarea(attrs={"rows": 3, "lang": "bn"}),
            )


class TextField(forms.CharField):
    """Lines as typed, with names in braces that papers know."""

    def __init__(self, places, **options):
        super().__init__(**options)
        self.places = places

    def clean(self, value):
        lines = super().clean(value).splitlines()
        return known("\n".join(filter(None, map(clean, lines))), self.places)
