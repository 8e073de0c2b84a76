"""What a reader may ask of the list; all of it stands in the address."""

import django_filters
from django.forms import HiddenInput, SearchInput
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.models import Designation, Entry
from innovation_portal.models import Office

NARROWING = ("wing", "designation", "office")


class EntryFilter(django_filters.FilterSet):
    """Asks the present list, the lines of ``edition``; None before the first one."""

    q = django_filters.CharFilter(
        label=_("Name, designation, office or any part of a number"),
        method="not_yet",
        max_length=100,
        widget=SearchInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    wing = django_filters.ChoiceFilter(label=_("Wing"), empty_label=_("All wings"))
    designation = django_filters.ModelChoiceFilter(
        label=_("Designation"),
        queryset=Designation.objects.none(),
        empty_label=_("All designations"),
    )
    # Chosen from the tree of offices; the form only carries it along.
    office = django_filters.ModelChoiceFilter(
        label=_("Office"),
        queryset=Office.objects.all(),
        method="within",
        widget=HiddenInput,
    )

    class Meta:
        model = Entry
        fields = ["q", "wing", "designation", "office"]

    def __init__(self, asked, edition):
        super().__init__(asked, Entry.objects.current().in_order())
        wings = [(wing, wing) for wing in choices.wings(edition)]
        self.filters["wing"].extra["choices"] = wings
        self.filters["designation"].queryset = choices.designations(edition)

    found = None  # what a search found, beside its words

    def filter_queryset(self, entries):
        """The words are asked last, of what the choices leave."""
        entries = super().filter_queryset(entries)
        if text := self.form.cleaned_data.get("q"):
            alone = not any(self.form.cleaned_data[name] for name in NARROWING)
            self.found = entries = entries.find(text, alone)
        return entries

    def not_yet(self, entries, name, text):
        return entries

    def within(self, entries, name, office):
        return entries.within(office)

    @property
    def lines(self):
        """All that answers, in the order of the list; ``qs`` is what pages show."""
        entries = self.qs
        return entries if self.found is None else entries.lines

    @property
    def asked(self):
        """Whether anything narrows the list."""
        return any(self.data.get(name) for name in self.filters)
