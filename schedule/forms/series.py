"""Forms of series: by which rule, what is changed, what is cancelled."""

from dataclasses import replace
from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    OfficeTimeField,
)
from innovation_portal.web.forms import ActionForm
from schedule.details import Details
from schedule.models import Chair, Room
from schedule.occurrences import Order, Scope, own_day
from schedule.recurring import LAST, NTH, NoRule, Often, OnDaysOff, Rule, weekday

OTHER = "other"
FROM_SUNDAY = (6, 0, 1, 2, 3, 4, 5)
HALF_A_YEAR = timedelta(days=183)


def _capital(choices):
    return [(value, capfirst(label)) for value, label in choices]


class RuleForm(forms.Form):
    """Rules that a day suggests, or another one put together from its parts."""

    rule = forms.ChoiceField(
        label=_("How it comes again"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the sitting comes again.")},
    )
    often = forms.ChoiceField(
        label=_("Daily, weekly or monthly"), choices=_capital(Often.choices)
    )
    every = IntegerField(
        label=_("Each how many days, weeks or months"), min_value=1, max_value=52
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Weekdays"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    nth = forms.TypedChoiceField(label=_("Which of the month"), coerce=int)
    day = IntegerField(
        label=_("Or the day of the month, from 1 to 31"), min_value=1, max_value=31
    )
    last_on = DateField(
        label=_("Last day"),
        error_messages={"required": _("Say until when the sittings come again.")},
    )
    on_days_off = forms.ChoiceField(
        label=_("When it falls on a day off"),
        widget=forms.RadioSelect,
        choices=_capital(OnDaysOff.choices),
    )
    OWN = ("often", "every", "weekdays", "nth", "day")

    def __init__(self, data=None, *, sitting):
        self.sitting, self.series = sitting, sitting.series
        super().__init__(data, initial=self._first())
        days = [(day, weekday(day)) for day in FROM_SUNDAY]
        self.fields["weekdays"].choices = days
        self.fields["nth"].choices = [
            ("", _("not by a weekday")),
            *((n, str(words) % {"weekday": ""}) for n, words in NTH.items()),
        ]
        self.fields["rule"].choices = [
            *((str(rule), rule.words()) for rule in self._offered()),
            (OTHER, _("By another rule")),
        ]
        for name in self.OWN:
            self.fields[name].required = False

    def _first(self):
        if self.series:
            names = ("rule", "last_on", "on_days_off")
            return {name: getattr(self.series, name) for name in names} | {"every": 1}
        last = own_day(self.sitting) + HALF_A_YEAR
        return {
            "rule": str(Rule.monthly_on(own_day(self.sitting))),
            "last_on": last,
            "on_days_off": OnDaysOff.SKIP,
            "every": 1,
        }

    def _offered(self):
        """The rule of the series, and those that the day of the sitting suggests."""
        day = own_day(self.sitting)
        on, nth = (day.weekday(),), Rule.monthly_on(day)
        offered = [Rule.read(self.series.rule)] if self.series else []
        offered += [
            nth,
            replace(nth, nth=LAST) if day.day > 21 else nth,
            Rule(Often.MONTHLY, day=day.day),
            replace(nth, every=3),
            Rule(Often.WEEKLY, weekdays=on),
            Rule(Often.WEEKLY, 2, weekdays=on),
            Rule(Often.DAILY),
        ]
        return dict.fromkeys(offered)

    @property
    def parts(self):
        """The fields of a rule of one's own."""
        return [self[name] for name in self.OWN]

    @property
    def is_own(self):
        return self["rule"].value() == OTHER

    def clean(self):
        said = super().clean()
        if "rule" not in said or self.errors:
            return
        try:
            said["order"] = Order(self._rule(), said["last_on"], said["on_days_off"])
        except NoRule:
            self.add_error("rule", _("Complete the rule: it does not say which days."))

    def _rule(self):
        said = self.cleaned_data
        if said["rule"] != OTHER:
            return Rule.read(said["rule"])
        often, every = said["often"], said["every"] or 1
        if often == Often.DAILY:
            return Rule(often, every)
        if often == Often.WEEKLY or said["nth"]:
            nth = said["nth"] if often == Often.MONTHLY else None
            return Rule(often, every, weekdays=tuple(said["weekdays"]), nth=nth)
        return Rule(often, every, day=said["day"])


class ChangeForm(forms.Form):
    """What several sittings of a series may share; the rest is changed one by one."""

    scope = forms.ChoiceField(
        label=_("Which sittings"),
        widget=forms.RadioSelect,
        choices=_capital([one for one in Scope.choices if one[0] != Scope.THIS]),
    )
    subject = CharField(label=_("Subject"), max_length=300)
    begins = OfficeTimeField(label=pgettext_lazy("sitting", "From"))
    ends = OfficeTimeField(label=pgettext_lazy("sitting", "To"))
    room = forms.ModelChoiceField(
        Room.objects.open(), label=pgettext_lazy("sitting", "Room"), required=False
    )
    place = CharField(label=_("Place outside"), max_length=250, required=False)
    chair = forms.ChoiceField(label=_("Chair"))
    contact = CharField(label=_("Whom to call"), max_length=200, required=False)
    include_apart = forms.BooleanField(
        label=_("Also those that were changed by themselves"), required=False
    )

    def __init__(self, data=None, *, sitting):
        self.old = Details.of(sitting)
        super().__init__(data, initial=self._first())
        self.fields["room"].queryset |= Room.objects.filter(pk=sitting.room_id)
        chairs = [(str(one.pk), one.shown_as) for one in Chair.objects.in_order()]
        self.fields["chair"].choices = [("", self.old.chair_as), *chairs]
        self.fields["chair"].required = False

    def _first(self):
        names = ("subject", "room", "place", "contact")
        first = {name: getattr(self.old, name) for name in names}
        hours = {"begins": self.old.begins.time(), "ends": self.old.ends.time()}
        return first | hours | {"scope": Scope.FOLLOWING}

    def clean(self):
        said = super().clean()
        if self.errors:
            return
        if bool(said["room"]) == bool(said["place"]):
            self.add_error("room", _("Write either the room or the place outside."))
            return
        begins, ends = (self._at(name) for name in ("begins", "ends"))
        if ends <= begins:
            self.add_error("ends", _("The end must lie after the beginning."))
            return
        names = ("subject", "room", "place", "contact")
        new = {name: said[name] for name in names} | self._chair()
        said["details"] = replace(self.old, begins=begins, ends=ends, **new)

    def _at(self, name):
        day = getattr(self.old, name).date()
        return timezone.make_aware(datetime.combine(day, self.cleaned_data[name]))

    def _chair(self):
        chosen = self.cleaned_data["chair"]
        if not chosen:
            return {}
        chair = Chair.objects.select_related("officer").get(pk=chosen)
        names = {"chair": chair.officer, "chair_as": chair.shown_as}
        return names | {"chair_line": chair.line}


class CancelForm(ActionForm, forms.Form):
    scope = forms.ChoiceField(
        label=_("Which sittings"),
        widget=forms.RadioSelect,
        choices=_capital(Scope.choices),
        initial=Scope.THIS,
    )
    reason = CharField(
        label=_("Reason"),
        max_length=300,
        error_messages={"required": _("Write why; it is kept for good.")},
    )
    sequence = forms.IntegerField(widget=forms.HiddenInput)


class Way(forms.Form):
    """What becomes of one occurrence that clashes, is new, or was left out."""

    OUT, ENTER, TIME, OVER = "out", "enter", "time", "over"

    way = forms.ChoiceField(
        error_messages={"required": _("Choose what becomes of this sitting.")}
    )
    begins = OfficeTimeField(label=pgettext_lazy("sitting", "From"), required=False)
    ends = OfficeTimeField(label=pgettext_lazy("sitting", "To"), required=False)

    def __init__(self, data=None, *, step, may_override):
        first = self.OUT if step.was_left_out else self.ENTER
        first = "" if step.is_hard else first
        super().__init__(data, prefix=str(step.day), initial={"way": first})
        self.step = step
        if not step.is_hard:
            del self.fields["begins"], self.fields["ends"]
        self.fields["way"].choices = self._ways(may_override)
        self.fields["way"].label = _("What becomes of it")

    def _ways(self, may_override):
        leave = _("Leave it as it is") if self.step.sitting else _("Leave it out")
        if not self.step.is_hard:
            do = _("Change it") if self.step.sitting else _("Enter it")
            return [(self.ENTER, do), (self.OUT, leave)]
        over = [(self.OVER, _("Enter it all the same"))] if may_override else []
        time = (self.TIME, _("At another time:"))
        return [("", _("Choose")), (self.OUT, leave), time, *over]

    def clean(self):
        said = super().clean()
        if said.get("way") != self.TIME or self.errors:
            return
        if not (said["begins"] and said["ends"]):
            raise ValidationError(_("Write the other time, from and to."))
        if said["ends"] <= said["begins"]:
            raise ValidationError(_("The end must lie after the beginning."))

    @property
    def times(self):
        day = self.step.details.begins.date()
        return tuple(
            timezone.make_aware(datetime.combine(day, self.cleaned_data[name]))
            for name in ("begins", "ends")
        )


class PlanForm(ActionForm, forms.Form):
    """The last word on the Steps: a Way for each of which something can be said.

    ``seen`` are those in the way when the page was drawn; an override holds for them.
    """

    reason = CharField(label=_("Reason"), max_length=300, required=False)
    sequence = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10_000)

    def __init__(self, data=None, *, steps, sitting, user):
        self.may_override = user.has_perm("schedule.override")
        self.user = user
        seen = {f"{kind}-{pk}" for kind, pk in _in_the_way(steps)}
        first = {"sequence": sitting.sequence, "seen": " ".join(sorted(seen))}
        super().__init__(data, initial=first)
        self.lines = [(step, self._way(data, step)) for step in steps]
        self.hard = sum(step.is_hard for step in steps)
        if not self.hard:
            self.fields["reason"].widget = forms.HiddenInput()

    def _way(self, data, step):
        if step.details is None:
            return None
        return Way(data, step=step, may_override=self.may_override)

    @property
    def ways(self):
        return [way for _step, way in self.lines if way]

    @property
    def table(self):
        """Each step with its way, and what is in its way as the user may know it."""
        for step, way in self.lines:
            yield step, way, [clash.sentence(self.user) for clash in step.clashes]

    def is_valid(self):
        """All ways are judged, so that every mistake is told at once."""
        ways = [way.is_valid() for way in self.ways]
        return super().is_valid() and all(ways)

    def clean(self):
        said = super().clean()
        overrides = any(way["way"].value() == Way.OVER for way in self.ways)
        if overrides and not said.get("reason"):
            self.add_error("reason", _("Write why; it is kept for good."))

    def chosen(self, way):
        return [one for one in self.ways if one.cleaned_data["way"] == way]

    @property
    def skip(self):
        return {one.step.day for one in self.chosen(Way.OUT)}

    @property
    def times(self):
        return {one.step.day: one.times for one in self.chosen(Way.TIME)}

    @property
    def over(self):
        """Those to be overridden, as far as they were seen."""
        seen = set(self.cleaned_data["seen"].split())
        keys = _in_the_way([one.step for one in self.chosen(Way.OVER)])
        return frozenset(key for key in keys if f"{key[0]}-{key[1]}" in seen)


def _in_the_way(steps):
    return {clash.other_key for step in steps for clash in step.clashes if clash.hard}
