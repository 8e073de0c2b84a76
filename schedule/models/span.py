"""The rule for every range of time that is stored: whole, [), and not too long."""

from datetime import timedelta

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

LONGEST_SITTING = timedelta(days=31)
LONGEST_BLOCK = timedelta(days=366)


def sound_span(name, longest):
    """A check of ``during``: empty ranges clash with nothing, unbounded with all.

    PostgreSQL takes both, and Django's form checks neither.
    """
    return CheckConstraint(
        name=name,
        condition=Q(
            during__isempty=False,
            during__lower_inf=False,
            during__upper_inf=False,
            during__lower_inc=True,
            during__upper_inc=False,
            during__endswith__lte=F("during__startswith") + longest,
        ),
        violation_error_message=_(
            "The time must have a beginning and a later end, not too far apart."
        ),
    )
