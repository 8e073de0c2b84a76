"""A transfer within the ministry: the post to which an officer moves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory import editing
from directory.actions.line import transfer_officer
from directory.forms.line import LineForm
from directory.models import Entry
from innovation_portal.bangla.forms import CharField

AT_ONCE = 20  # posts offered on one page


class PostChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, entry):
        who = entry.name or _("vacant")
        where = (entry.post, entry.section or entry.wing, entry.room, who)
        return " · ".join(str(part) for part in where if part)


class PostSearchForm(forms.Form):
    """Which posts are offered; without words, the vacant ones."""

    q = CharField(
        label=_("Search for the post"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def posts(self, entry):
        others = Entry.objects.current().exclude(pk=entry.pk)
        people = others.exclude(name="", vacant=False)
        text = self.is_valid() and self.cleaned_data["q"]
        found = people.search(text) if text else people.filter(vacant=True)
        return found.order_by("-vacant", "position")[:AT_ONCE]


class TransferForm(LineForm):
    """The person takes mobile and residence along; the old post falls vacant."""

    title, save_label = _("Transfer to another post"), _("Save the transfer")

    to = PostChoiceField(
        Entry.objects.none(),
        label=_("To the post"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the post; search for it if it is not offered."),
            "invalid_choice": _("This post’s line has changed meanwhile; choose anew."),
        },
    )
    email_too = forms.BooleanField(
        label=_("The e-mail address goes along"), required=False, initial=True
    )
    field_order = ("to", "email_too")

    def __init__(self, data=None, *, entry, posts):
        super().__init__(data, entry=entry)
        to = self.fields["to"]
        to.queryset = Entry.objects.current().exclude(pk=entry.pk)
        to.choices = [(post.pk, to.label_from_instance(post)) for post in posts]

    @property
    def how(self):
        return {name: self.cleaned_data[name] for name in ("to", "email_too")}

    def drafts(self):
        to, email_too = self.how.values()
        return [editing.taken_over(to, self.entry, email_too=email_too)]

    def run(self, **rest):
        return transfer_officer(entry=self.entry, **self.how, **rest)
