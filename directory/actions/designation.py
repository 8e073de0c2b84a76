"""Designations made and changed; lists already published keep them as printed."""

from directory.actions.paper import ask_anew
from directory.models import Designation, EditionPaper
from innovation_portal.record.authorship import recorded


@recorded
def create_designation(*, name_bn, name_en="", precedence=None, standing="", by):
    """Raises ValidationError where the name is taken."""
    designation = Designation()
    return _save(designation, name_bn, name_en, precedence, standing)


@recorded
def change_designation(
    *, designation, name_bn, name_en="", precedence=None, standing="", by
):
    """Raises ValidationError where the name is another designation's."""
    return _save(designation, name_bn, name_en, precedence, standing)


def _save(designation, name_bn, name_en, precedence, standing):
    designation.name_bn, designation.name_en = name_bn, name_en
    designation.precedence, designation.standing = precedence, standing
    designation.full_clean()
    designation.save()
    ask_anew(kinds=[EditionPaper.Kind.DESK])
    return designation
