"""What an administrator asks of the list of people."""

import django_filters
from django.forms import SearchInput
from django.utils.translation import gettext_lazy as _

from innovation_portal.access import roles
from innovation_portal.access.models import User


class UserFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label=_("Name or user name"),
        method="search",
        max_length=100,
        widget=SearchInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = django_filters.ChoiceFilter(
        label=_("Role"),
        method="holding",
        choices=roles.CHOICES,
        empty_label=_("All roles"),
    )

    class Meta:
        model = User
        fields = ["q", "role"]

    def search(self, people, name, text):
        return people.named(text)

    def holding(self, people, name, role):
        return people.holding(role)
