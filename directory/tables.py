"""The columns of the list on the screen; its cells are drawn by a plain template."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _


class EntryTable(tables.Table):
    name = tables.Column(verbose_name=_("Name and designation"))
    section = tables.Column(verbose_name=_("Section"), orderable=False)
    phones = tables.Column(verbose_name=_("Telephone"), orderable=False)
    email = tables.Column(verbose_name=_("E-mail"), orderable=False)
    room = tables.Column(verbose_name=_("Room"), orderable=False)

    def order_name(self, entries, descending):
        entries = entries.by_name()
        return (entries.reverse() if descending else entries), True
