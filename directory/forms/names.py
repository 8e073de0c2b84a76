"""Offices and designations that are not known: made, or those that are meant."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.linking import NEW
from innovation_portal.bangla.folding import search_key

AT_ONCE = 25  # names asked for on one page; each has a list of all that exist


class NamesForm(forms.Form):
    """One name printed in the list to a field each.

    ``existing`` maps keys to labels; ``before`` is what was chosen for this upload.
    """

    def __init__(self, unknown, settled, existing, before, data, prefix):
        super().__init__(data, prefix=prefix)
        self.before, self.names = before, {}
        asked = sorted(unknown.items())
        self.waiting = max(0, len(asked) - AT_ONCE)
        for text, near in asked[:AT_ONCE]:
            self._ask(text, NEW, near, existing)
        for text, value in sorted(settled.items(), key=_picked_first)[:AT_ONCE]:
            self._ask(text, value, None, existing)
        self.settled = settled

    def _ask(self, text, initial, near, existing):
        choices = [(NEW, _("make it"))]
        if near in existing:
            choices.append((_("the nearest"), [(str(near), existing[near])]))
        others = [(str(pk), label) for pk, label in existing.items() if pk != near]
        name = f"name{len(self.names)}"
        self.names[name] = text
        self.fields[name] = forms.ChoiceField(
            label=text, choices=[*choices, (_("another one"), others)], initial=initial
        )

    @property
    def said(self):
        """Folded names to a key or NEW: what was said before, and what is now."""
        return self.before | {
            search_key(text): self.cleaned_data[name]
            for name, text in self.names.items()
            if text not in self.settled or name in self.changed_data
        }


def _picked_first(settled):
    text, value = settled
    return value == NEW, text
