"""The columns of the list of letters; its cells are drawn by a plain template."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _


class LetterTable(tables.Table):
    subject = tables.Column(verbose_name=_("Subject"))
    to = tables.Column(verbose_name=_("To"))
    created_at = tables.Column(verbose_name=_("Written"))
    state = tables.Column(verbose_name=_("State"))
    attempts = tables.Column(verbose_name=_("Attempts"))
    last_error = tables.Column(verbose_name=_("Last error"), orderable=False)
    retry = tables.Column(verbose_name=_("Try again"), orderable=False, empty_values=())
