"""Forms of people and their appointments; each offers what is the user's to give."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.access.models import Appointment, User
from innovation_portal.access.rights import offices_in_reach
from innovation_portal.bangla.forms import CharField, DateField
from innovation_portal.organisation.forms.office import OfficeChoiceField
from innovation_portal.web.forms import ActionForm


class SignInForm(AuthenticationForm):
    def clean_username(self):
        """Longer names are nobody's; the log of guesses would not hold them either."""
        username = User.normalize_username(self.cleaned_data["username"])
        if len(username) > User._meta.get_field("username").max_length:
            raise self.get_invalid_login_error()
        return username


class UserChangeForm(ActionForm, forms.ModelForm):
    class Meta:
        model = User
        fields = ["full_name", "office", "email"]
        field_classes = {"full_name": CharField, "office": OfficeChoiceField}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices_in_reach(by, "access.appoint").open()


class UserForm(UserChangeForm):
    class Meta(UserChangeForm.Meta):
        fields = ["username", "full_name", "office", "email"]

    def clean_username(self):
        return User.normalize_username(self.cleaned_data["username"])


class AppointmentForm(ActionForm, forms.ModelForm):
    """A role for ``user``; the constraints of the table are checked with it."""

    since = DateField(label=_("From"), initial=timezone.localdate)
    until = DateField(
        label=_("Until"),
        required=False,
        help_text=_("The last day. Leave it empty where no end is set."),
    )

    class Meta:
        model = Appointment
        fields = ["role", "office", "since", "until", "reason"]
        field_classes = {"office": OfficeChoiceField, "reason": CharField}

    def __init__(self, *args, user, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.user = user
        office = self.fields["office"]
        office.queryset = offices_in_reach(by, "access.appoint").open()
        self.initial.setdefault("office", user.office)


class EndForm(ActionForm, forms.Form):
    reason = CharField(label=_("Reason"), max_length=300)
