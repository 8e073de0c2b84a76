"""Which other officer is the same person."""

from django import forms

from directory.models import Officer


class JoinForm(forms.Form):
    officer = forms.ModelChoiceField(Officer.objects.filter(same_as=None))
