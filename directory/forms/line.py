"""Single lines changed by hand: short forms, each for one thing that happens."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from directory import editing
from directory.actions import line as actions
from directory.actions.errors import (
    Busy,
    LineChanged,
    NothingChanged,
    busy,
)
from directory.comparing import FIELDS, VACANT, Status
from directory.models import LABELS, PHONE_KINDS, Entry
from directory.reading.lines import LIMITS
from directory.reading.problems import sentence
from innovation_portal.bangla.forms import CharField, DateField

# All that a line says, in the order in which a clerk thinks of it.
LINE = (
    *("honorific", "name", "post", "section", "wing", "office_phone", "pabx"),
    *("mobile", "email", "room", "residence"),
)
LINE += tuple(name for name in FIELDS if name not in LINE)
SELDOM = {"intercom", "fax", "ip_phone", "red_phone"}
ORDER = ("effective_on", "order_number", "reason")


def not_to_come(day):
    if day > timezone.localdate():
        raise ValidationError(
            _("This day is still to come; enter the change on that day.")
        )


class LineForm(forms.Form):
    """The day, the order and the reason of an edit, before them fields of the line.

    ``seen`` is the version of the line that was looked at. If another came since,
    what was typed is put over the line as it stands now, and asked about once more.
    """

    asked = ()  # fields of the line, in the order in which they are asked for
    needed = ()
    title = save_label = ""

    effective_on = DateField(
        label=_("With effect from"),
        initial=timezone.localdate,
        validators=[not_to_come],
        help_text=_("The day of joining or of release; for a correction, today."),
    )
    order_number = CharField(
        label=_("Office order number"), required=False, max_length=100
    )
    reason = CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("It stands in the list of editions for everyone to see."),
    )
    sure = forms.BooleanField(label=_("It is right so"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, entry):
        self.entry = entry
        self.stale = data is not None and data.get("seen") != str(entry.pk)
        super().__init__(
            self._merged(data) if self.stale else data, initial=self.first(entry)
        )
        typed = {name: _text_field(name, name in self.needed) for name in self.asked}
        self.fields = typed | self.fields
        self.doubts = []

    def first(self, entry):
        """What the fields say before anything is typed."""
        said = {name: getattr(entry, name) for name in self.asked}
        if entry.vacant and "name" in said:
            said["name"] = VACANT
        return {name: _on_one_line(text) for name, text in said.items()} | {
            "seen": entry.pk
        }

    def _merged(self, data):
        """What was typed over another version, over the line as it stands now."""
        seen = data.get("seen", "")
        seen = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 19 else 0
        versions = Entry.objects.filter(line=self.entry.line)
        before = self.first(versions.filter(pk=seen).first() or self.entry)
        data = data.copy()
        for name, now in self.first(self.entry).items():
            if name == "seen" or data.get(name, "") == before[name]:
                data[name] = str(now)
        return data

    def clean(self):
        if self.stale:
            raise ValidationError(str(LineChanged()))
        if self.errors:
            return
        drafts = self.drafts()
        problems = [one for draft in drafts for one in (*draft.errors, *draft.doubts)]
        told = [sentence(one.as_json()) for one in problems]
        if any(draft.errors for draft in drafts):
            raise ValidationError(told)
        if drafts and all(draft.status == Status.UNCHANGED for draft in drafts):
            raise ValidationError(str(NothingChanged()))
        if told and not self.cleaned_data["sure"]:
            self.doubts = told
            self.add_error("sure", _("Correct it, or say that it is right so."))

    @property
    def parts(self):
        """The fields of the line, those seldom filled, and those of the edit."""
        seldom = [n for n in self.asked if n in SELDOM and not self[n].value()]
        edit = [name for name in ORDER if name in self.fields]
        edit += ["sure"] if self.doubts else []
        line = [n for n in self.fields if n not in {*seldom, *ORDER, "sure", "seen"}]
        return [[self[name] for name in names] for names in (line, seldom, edit)]

    @property
    def typed(self):
        """The fields of the line that differ from what was shown."""
        changed = set(self.changed_data) & set(self.asked)
        return {name: self.cleaned_data[name] for name in self.asked if name in changed}

    def drafts(self):
        """What saving would change, to be judged before; see directory.editing."""
        return []

    def save(self, *, by):
        """The new Edition; None where nothing came of it, and the form says why.

        Raises LineChanged when somebody was quicker.
        """
        order = {n: self.cleaned_data[n] for n in ORDER if n in self.fields}
        try:
            return self.run(order=actions.Order(**order), by=by)
        except NothingChanged as error:
            self.add_error(None, str(error))
        except (OperationalError, IntegrityError) as error:
            if not busy(error):
                raise
            self.add_error(None, str(Busy()))


class ChangeForm(LineForm):
    """All that the line says: a new number, a room, a spelling."""

    asked = LINE
    title, save_label = _("Change this line"), _("Save the change")

    def drafts(self):
        return [editing.changed(self.entry, self.typed)] if self.typed else []

    def run(self, **rest):
        return actions.change_line(entry=self.entry, texts=self.typed, **rest)


class HolderForm(LineForm):
    """Another person on the post; office telephone and room stay with the post."""

    asked = ("honorific", "name", "post", "mobile", "email", "residence")
    needed = ("name",)
    title, save_label = _("New holder of the post"), _("Save the joining")

    def first(self, entry):
        return dict.fromkeys(self.asked, "") | {
            "post": entry.post,
            "email": entry.email,
            "seen": entry.pk,
        }

    def drafts(self):
        draft = editing.held_by(self.entry, self.typed)
        if draft.vacant:
            self.add_error("name", _("Write the name of the new holder."))
        return [draft]

    def run(self, **rest):
        return actions.fill_post(entry=self.entry, texts=self.typed, **rest)


class VacateForm(LineForm):
    title, save_label = _("The post falls vacant"), _("Save the release")

    email_too = forms.BooleanField(
        label=_("The e-mail address is the person’s own and goes too"), required=False
    )
    field_order = ("email_too",)

    def run(self, **rest):
        email_too = self.cleaned_data["email_too"]
        return actions.vacate_post(entry=self.entry, email_too=email_too, **rest)


class AddForm(LineForm):
    """A new line behind this one, in its wing and section unless said otherwise."""

    asked = LINE
    title, save_label = _("New line below this one"), _("Add the line")

    def first(self, entry):
        same = {name: getattr(entry, name) for name in ("wing", "section")}
        return dict.fromkeys(self.asked, "") | same | {"seen": entry.pk}

    @property
    def typed(self):
        return {name: self.cleaned_data[name] for name in self.asked}

    def drafts(self):
        return editing.added(self.entry, self.typed)[:1]

    def run(self, **rest):
        return actions.add_line(after=self.entry, texts=self.typed, **rest)


class RemoveForm(LineForm):
    title, save_label = _("Remove this line"), _("Remove the line")

    def run(self, **rest):
        return actions.remove_line(entry=self.entry, **rest)


def _text_field(name, needed):
    digits = {"inputmode": "tel"} if name in PHONE_KINDS else {}
    return CharField(
        label=capfirst(LABELS[name]),
        max_length=LIMITS[name],
        required=needed,
        widget=forms.TextInput(attrs={"autocomplete": "off"} | digits),
    )


def _on_one_line(text):
    """A cell may hold several lines, which a field on one line would join into one."""
    return ", ".join(text.splitlines())
