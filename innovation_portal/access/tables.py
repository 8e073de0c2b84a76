"""The columns of the list of people; its cells are drawn by a plain template."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.order import InDictionary, by_person


class UserTable(tables.Table):
    full_name = tables.Column(verbose_name=_("Name"))
    username = tables.Column(verbose_name=_("User name"))
    office = tables.Column(verbose_name=_("Office"))
    roles = tables.Column(verbose_name=_("Roles"), orderable=False)

    def order_full_name(self, users, descending):
        return _ordered(users, by_person("full_name"), descending)

    def order_office(self, users, descending):
        return _ordered(users, InDictionary("office__name_bn"), descending)


def _ordered(users, by, descending):
    return users.order_by(by.desc() if descending else by.asc(), "pk"), True
