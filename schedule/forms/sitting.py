"""A sitting, typed from its notice letter: judged as a whole, and saved."""

from datetime import datetime, timedelta
from functools import cached_property

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import Officer
from innovation_portal.access.rights import offices_in_reach
from schedule.actions.entry import change_typed, enter_once
from schedule.actions.sitting import Override
from schedule.clashes import clashes_of
from schedule.details import Details
from schedule.errors import Clashing, Stale
from schedule.forms.fields import SittingFields
from schedule.forms.letter import KeptScan
from schedule.forms.picking import ChairPick, PartsPick
from schedule.forms.steps import FOCUS, as_data, turned
from schedule.keys import key
from schedule.models import Policy, Room, Sitting
from schedule.models.span import LONGEST_SITTING

RIGHT = "schedule.hold"
USUAL_LENGTH = timedelta(hours=1)
NOBODY = 0  # key of no officer: the chair of a sitting whose chair is still to come


class SittingForm(SittingFields):
    """All that Details say. ``sitting`` is the row to be changed, if it is one.

    Some of its buttons only turn the form a step on (``steps``): then it is drawn
    anew as it was typed, and not judged.
    """

    stale = refused = False
    since = ()

    def __init__(self, data=None, files=None, *, by, sitting=None, initial=None):
        self.by, self.sitting = by, sitting
        picked = as_data(initial) if data is None else data
        self.chair, self.parts = ChairPick(picked), PartsPick(picked)
        self.step, data = turned(self, data)
        super().__init__(data, files, initial=initial)
        self.fields["room"].queryset = self._rooms()
        self.fields["organiser"].queryset = self._offices()
        self.fields["sequence"].required = sitting is not None
        first = "subject" if not self.is_bound else ""
        if focus := FOCUS.get(self.step, first):
            self.fields[focus].widget.attrs["autofocus"] = True
        self.clashes, self.scan = [], self._kept_scan()

    @property
    def address(self):
        if self.sitting:
            return reverse("schedule:sitting_change", args=[self.sitting.pk])
        return reverse("schedule:sitting_create")

    @property
    def usual_save(self):
        """Who enters from letters enters; who organises holds the slot first."""
        return "enter" if self.by.has_perm("schedule.approve") else "hold"

    @property
    def hold_hours(self):
        return Policy.objects.present().hold_hours

    def _rooms(self):
        """Open rooms, and the one in which it is held, be it closed since."""
        held_in = self.sitting and self.sitting.room_id
        return Room.objects.open() | Room.objects.filter(pk=held_in)

    def _offices(self):
        reach = offices_in_reach(self.by, RIGHT)
        own = self.sitting and self.sitting.organiser_id
        return reach.open() | reach.filter(pk=own)

    def _kept_scan(self):
        """The scan that came now or before, or that the sitting has."""
        if self.data.get("scan"):
            return KeptScan.read(self.data["scan"], self.by)
        if self.sitting and not self.data.get("scan_gone"):
            return KeptScan(self.sitting.letter_file, self.sitting.letter_filename)
        return KeptScan()

    @property
    def scan_signed(self):
        return self.scan.sign(self.by) if self.scan else ""

    def full_clean(self):
        """What was only turned a step on is not judged, save the file it brought."""
        super().full_clean()
        if self.step:
            for name in {*self._errors} - {"letter_scan"}:
                del self._errors[name]

    def clean_letter_scan(self):
        upload = self.cleaned_data["letter_scan"]
        if upload:
            self.scan = KeptScan.keep(upload)
        return upload

    def clean(self):
        self._clean_time()
        if not self.step:
            self._clean_place()
            self._clean_chair()
            self._clean_parts()
            self._clean_override()

    def _clean_time(self):
        said = self.cleaned_data
        if not said.get("day") or not said.get("begins") or "ends" in self._errors:
            return
        begins, ends = self._begins_and_ends(said)
        if ends <= begins:
            self.add_error("ends", _("The end must lie after the beginning."))
        elif ends - begins > LONGEST_SITTING:
            self.add_error("last_day", _("A sitting lasts a month at most."))
        else:
            said["time"] = (begins, ends)
            self._clean_past(begins, ends)

    def _begins_and_ends(self, said):
        begins = _moment(said["day"], said["begins"])
        last = said.get("last_day") or said["day"]
        if said["ends"]:
            return begins, _moment(last, said["ends"])
        if last != said["day"]:
            self.add_error("ends", _("Say when it ends on the last day."))
        return begins, begins + USUAL_LENGTH

    def _clean_past(self, begins, ends):
        """Only the branch enters what has been, for the records."""
        now = self.sitting and (self.sitting.begins, self.sitting.ends)
        past = ends <= timezone.now() and (begins, ends) != now
        if past and not self.by.has_perm("schedule.keep"):
            self.add_error(
                "day", _("This time has passed; only the branch enters it now.")
            )

    def _clean_place(self):
        said = self.cleaned_data
        if {"room", "place"} & {*self._errors}:
            return
        if said["room"] and said["place"]:
            self.add_error("place", _("Choose a room or write a place, not both."))
        elif not said["room"] and not said["place"]:
            self.add_error("room", _("Choose a room, or write the place outside."))

    def _clean_chair(self):
        try:
            self.chair.settle()
        except ValidationError as error:
            self.add_error("chair_text", error)
        for name in ("chair_name", "chair_as") if self.chair.outside else ():
            if name not in self._errors and not self.cleaned_data[name]:
                self.add_error(name, self.fields[name].error_messages["required"])

    def _clean_parts(self):
        try:
            self.parts.take_text()
        except ValidationError as error:
            self.add_error("parts_text", error)
            return
        if self.parts.doubtful:
            self.add_error("parts_text", _("Look at those just added: who is meant?"))

    def _clean_override(self):
        asked = "override" in self.data
        if asked and not self.cleaned_data.get("override_reason"):
            self.add_error("override_reason", _("Write why; it is kept for good."))

    @property
    def may_override(self):
        return self.by.has_perm("schedule.override")

    @cached_property
    def details(self):
        """What a form without errors says; a chair from outside is a new Officer."""
        said = self.cleaned_data
        same = ("kind", "subject", "organiser", "contact", "people", "letter_number")
        more = ("letter_date", "agenda", "closed", "online", "place", "room")
        return Details(
            **{name: said[name] for name in (*same, *more)},
            **self._chair_said(),
            begins=said["time"][0],
            ends=said["time"][1],
            letter_file=self.scan.file,
            letter_filename=self.scan.filename,
            parts=tuple(self.parts.parts),
        )

    def _chair_said(self):
        printed, part = self.cleaned_data["chair_as"], self.chair.part
        if self.chair.outside:
            guest = Officer(name=self.cleaned_data["chair_name"])
            return {"chair": guest, "chair_as": printed}
        return {
            "chair": part.officer,
            "chair_as": printed or part.name,
            "chair_line": part.line,
        }

    @property
    def slot(self):
        """As much of the Details as clashes are looked for by; None without a time."""
        said = self.cleaned_data if self.is_bound and self.errors is not None else {}
        if "time" not in said:
            return None
        part = self.chair.part
        return Details(
            kind=said.get("kind", ""),
            subject="",
            begins=said["time"][0],
            ends=said["time"][1],
            room=said.get("room"),
            people=said.get("people"),
            chair=part.officer if part else Officer(pk=NOBODY),
            chair_as="",
            organiser=said.get("organiser"),
            parts=tuple(self.parts.parts),
        )

    def save(self):
        """The sitting; None where it was refused, and the form says why."""
        try:
            return self._write()
        except Clashing as refused:
            self.clashes = refused.clashes or clashes_of(self.slot, self.sitting)
            self.refused = True
            self.add_error(None, refused.messages)
            self.fields["begins"].widget.attrs["autofocus"] = True
        except Stale as refused:
            return self._after(refused)
        except ValidationError as refused:
            self.add_error(None, refused.messages)
        return None

    def _write(self):
        how = {"details": self.details, "by": self.by, "override": self._override()}
        if self.sitting:
            said = {name: self.cleaned_data[name] for name in ("sequence", "reason")}
            return change_typed(sitting=self.sitting, **said, **how)
        held = self.data.get("save") == "hold"
        return enter_once(until=self.held_until if held else None, **how)

    def _override(self):
        if "override" not in self.data or not self.may_override:
            return None
        said = [one.partition("-") for one in self.data.getlist("over")[:50]]
        over = {(kind, key(pk)) for kind, _mark, pk in said}
        return Override(self.cleaned_data["override_reason"], frozenset(over))

    @property
    def held_until(self):
        """When a hold made now would run out: at the latest when the sitting begins."""
        hours = timedelta(hours=self.hold_hours)
        return min(timezone.now() + hours, self.cleaned_data["time"][0])

    def _after(self, refused):
        """Sent twice, it is done; changed by another, what was typed is kept."""
        present = Sitting.objects.get(pk=self.sitting.pk)
        if Details.of(present) == self.details:
            return present
        self.stale, self.data = True, self.data.copy()
        self.since = present.moves.after(self.cleaned_data["sequence"])
        self.data["sequence"] = present.sequence
        self.add_error(None, refused.messages)
        return None


def _moment(day, clock):
    return timezone.make_aware(datetime.combine(day, clock))
