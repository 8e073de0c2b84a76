"""What an administrator asks of the list of letters."""

import django_filters
from django.utils.translation import gettext_lazy as _

from innovation_portal.mail.models import Letter


class LetterFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=Letter.State.choices, empty_label=_("All states")
    )

    class Meta:
        model = Letter
        fields = ["state"]
