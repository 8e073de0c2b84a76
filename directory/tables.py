"""The columns of the list on the screen; its cells are drawn by a plain template."""

import django_tables2 as tables
from django.db.models import Q
from django.db.models.functions import Collate
from django.utils.translation import gettext_lazy as _


class EntryTable(tables.Table):
    name = tables.Column(verbose_name=_("Name and designation"))
    section = tables.Column(verbose_name=_("Section"), orderable=False)
    phones = tables.Column(verbose_name=_("Telephone"), orderable=False)
    email = tables.Column(verbose_name=_("E-mail"), orderable=False)
    room = tables.Column(verbose_name=_("Room"), orderable=False)

    def order_name(self, entries, descending):
        """In the order of a Bangla dictionary; lines without a person come last."""
        name = Collate("name", "bn-x-icu")
        order = name.desc() if descending else name.asc()
        return entries.alias(nameless=Q(name="")).order_by(
            "nameless", order, "pk"
        ), True
