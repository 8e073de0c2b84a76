"""What a sitting follows when its chair was transferred."""

from django import forms

from innovation_portal.bangla.forms import CharField
from schedule.actions.settling import follow_person, follow_post, keep

WAYS = {"post": follow_post, "person": follow_person, "keep": keep}


class FollowForm(forms.Form):
    way = forms.ChoiceField(choices=[(way, way) for way in WAYS])
    sequence = forms.IntegerField(min_value=0, max_value=2**31 - 1)

    @property
    def action(self):
        return WAYS[self.cleaned_data["way"]]


class StandForm(forms.Form):
    reason = CharField(max_length=300)
