"""The columns of the list of people; its cells are drawn by a plain template."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _


class UserTable(tables.Table):
    full_name = tables.Column(verbose_name=_("Name"))
    username = tables.Column(verbose_name=_("User name"))
    office = tables.Column(verbose_name=_("Office"), order_by="office__name_bn")
    roles = tables.Column(verbose_name=_("Roles"), orderable=False)
