"""Whatever is recorded has a name that the auditor can read."""

import re

from django.utils import translation

from innovation_portal.record.events import choices, event_models

DERIVED = {"ID", "path", "password", "last login", "search key"}  # never recorded


def test_everything_recorded_has_a_name_in_bangla():
    with translation.override("bn"):
        names = {str(name) for _model, name in choices()}
        for model in event_models().values():
            fields = model.pgh_tracked_model._meta.concrete_fields
            names |= {str(field.verbose_name) for field in fields}
    assert {name for name in names - DERIVED if re.search("[a-z]", name)} == set()
