"""Which columns of a workbook are typed in SutonnyMJ, as the clerk says it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.reading.bijoy import HEADINGS
from directory.reading.problems import column_letter

AT_ONCE = 200  # columns asked about on one page


class BijoyForm(forms.Form):
    """A switch for each place that is, or could be, typed in SutonnyMJ."""

    def __init__(self, upload, data=None):
        super().__init__(data)
        self.before = upload.choices.get("bijoy", {})
        self.asked = {
            f"place{index}": place
            for index, place in enumerate(places(upload)[:AT_ONCE])
        }
        for name, place in self.asked.items():
            self.fields[name] = forms.BooleanField(
                label=_("Read as Unicode"), required=False, initial=place["on"]
            )

    @property
    def places(self):
        """Each place with the letter of its column and its field; read ones first."""
        rows = [
            (place, _letter(place), self[name]) for name, place in self.asked.items()
        ]
        return sorted(rows, key=lambda row: not (row[0]["on"] or row[0]["suspected"]))

    @property
    def choices(self):
        """What was said before, and what differs now from how the sheet was read."""
        said = {sheet: dict(switches) for sheet, switches in self.before.items()}
        for name, place in self.asked.items():
            if self.cleaned_data[name] != place["on"]:
                switches = said.setdefault(place["sheet"], {})
                switches[str(place["column"])] = self.cleaned_data[name]
        return {"bijoy": said}


def places(upload):
    """As ``directory.reading.bijoy`` tells them; none of uploads from before it."""
    return upload.understood.get("bijoy", [])


def _letter(place):
    return "" if place["column"] == HEADINGS else column_letter(place["column"])
