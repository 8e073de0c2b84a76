"""Designations made and changed; lists already published keep them as printed."""

from directory.models import Designation
from innovation_portal.record.authorship import recorded


@recorded
def create_designation(*, name_bn, name_en="", precedence=None, by):
    """Raises ValidationError where the name is taken."""
    designation = Designation()
    return _save(designation, name_bn, name_en, precedence)


@recorded
def change_designation(*, designation, name_bn, name_en="", precedence=None, by):
    """Raises ValidationError where the name is another designation's."""
    return _save(designation, name_bn, name_en, precedence)


def _save(designation, name_bn, name_en, precedence):
    designation.name_bn, designation.name_en = name_bn, name_en
    designation.precedence = precedence
    designation.full_clean()
    designation.save()
    return designation
