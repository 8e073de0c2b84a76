"""What a reader asks of the free slots; all of it stands in the address."""

from datetime import time, timedelta
from functools import cached_property

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from directory.models import Officer
from innovation_portal.bangla.calendar import format_short_date, parse_date
from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    OfficeTimeField,
)
from innovation_portal.bangla.speech import language
from innovation_portal.models import Office
from schedule.forms.people import people_choices
from schedule.models import Equipment, Room
from schedule.slots.lengths import length_name
from schedule.slots.wanted import Wanted

OUTSIDE = "outside"
NOON = time(13)
PARTS = {"": (time.min, time.max), "am": (time.min, NOON), "pm": (NOON, time.max)}
DAYS_AHEAD, MOST_DAYS, MOST_PEOPLE = 14, 92, 12


def _lengths():
    return [(minutes, length_name(minutes)) for minutes in range(15, 8 * 60 + 1, 15)]


def _rooms():
    choices = [(str(room.pk), room.name) for room in Room.objects.open()]
    any_room = ("", _("Any room that fits"))
    return [any_room, (OUTSIDE, _("Outside, no room of ours")), *choices]


class FreeForm(forms.Form):
    officer = forms.ModelMultipleChoiceField(Officer.objects, required=False)
    office = forms.ModelMultipleChoiceField(Office.objects, required=False)
    q = CharField(
        label=_("Name, post or office"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    length = forms.TypedChoiceField(
        label=_("How long"), choices=_lengths, coerce=int, initial=60
    )
    first = DateField(label=_("From"))
    last = DateField(label=_("Until"))
    part = forms.ChoiceField(
        label=_("Part of the day"),
        required=False,
        choices=[
            ("", pgettext_lazy("part of the day", "any")),
            ("am", _("before noon")),
            ("pm", _("after noon")),
        ],
    )
    people = IntegerField(
        label=_("How many people"), required=False, min_value=1, max_value=9999
    )
    room = forms.ChoiceField(
        label=pgettext_lazy("sitting", "Room"), required=False, choices=_rooms
    )
    equipment = forms.MultipleChoiceField(
        label=_("Equipment"),
        required=False,
        choices=Equipment.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    after = OfficeTimeField(label=_("Not before"), required=False)
    before = OfficeTimeField(label=_("Over by"), required=False)
    lunch = forms.BooleanField(
        label=_("May go through the midday break"), required=False
    )

    def __init__(self, asked):
        """``asked`` is the address's question; what it does not say has a default."""
        today = timezone.localdate()
        data = asked.copy()
        data.setdefault("length", "60")
        data.setdefault("first", str(today))
        data.setdefault("last", str(today + timedelta(days=DAYS_AHEAD)))
        for name in ("first", "last"):  # shown as people write them
            if day := parse_date(data[name]):
                data[name] = format_short_date(day, language())
        super().__init__(data)

    def clean(self):
        said = super().clean()
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first."))
        elif first and last and (last - first).days >= MOST_DAYS:
            self.add_error("last", _("Ask for three months at most."))
        if len(said.get("officer", ())) + len(said.get("office", ())) > MOST_PEOPLE:
            self.add_error(None, _("Choose at most twelve people and offices."))
        if "after" in said and "before" in said and _empty(self._hours()):
            self.add_error("before", _("This time lies before the other."))
        return said

    def _hours(self):
        """The part of the day, narrowed by the hours that are given."""
        said = self.cleaned_data
        begins, ends = PARTS.get(said.get("part", ""), PARTS[""])
        return max(begins, said["after"] or begins), min(ends, said["before"] or ends)

    @property
    def wanted(self):
        """The question; the form is valid."""
        said = self.cleaned_data
        after, before = self._hours()
        room = said["room"]
        return Wanted(
            length=timedelta(minutes=said["length"]),
            first=said["first"],
            last=said["last"],
            officers=tuple(said["officer"]),
            offices=tuple(said["office"]),
            room=Room.objects.get(pk=room) if room.isdigit() else None,
            needs_room=room != OUTSIDE,
            people=said["people"] or 0,
            equipment=tuple(said["equipment"]),
            after=after,
            before=before,
            breaks=not said["lunch"],
        )

    @property
    def asked_always(self):
        return [self[name] for name in ("length", "people", "first", "last", "part")]

    @property
    def asked_sometimes(self):
        return [self[name] for name in ("room", "after", "before")]

    @property
    def narrowed(self):
        """Whether a field that is out of sight says something."""
        hidden = ("room", "equipment", "after", "before", "lunch")
        return any(self.data.get(name) for name in hidden)

    @property
    def found_nobody(self):
        asked = getattr(self, "cleaned_data", {}).get("q")
        return bool(asked) and not any(one.found for one in self.choices)

    @cached_property
    def choices(self):
        """Those that may be asked for, with the ticks that the address says."""
        said = getattr(self, "cleaned_data", {})
        return people_choices(
            said.get("officer", ()), said.get("office", ()), said.get("q", "")
        )


def _empty(hours):
    begins, ends = hours
    return begins >= ends


def address_of(wanted):
    """The question as the query of an address, so that the form says it again."""
    query = QueryDict(mutable=True)
    query.setlist("officer", wanted.persons)
    query.setlist("office", [office.pk for office in wanted.offices])
    query.setlist("equipment", wanted.equipment)
    room = wanted.room.pk if wanted.room else "" if wanted.needs_room else OUTSIDE
    said = {
        "length": wanted.length // timedelta(minutes=1),
        "first": wanted.first.isoformat(),
        "last": wanted.last.isoformat(),
        "room": room,
        "people": wanted.people or "",
        "after": f"{wanted.after:%H:%M}" if wanted.after != time.min else "",
        "before": f"{wanted.before:%H:%M}" if wanted.before != time.max else "",
        "lunch": "" if wanted.breaks else "on",
    }
    query.update({name: value for name, value in said.items() if value != ""})
    return query.urlencode()
