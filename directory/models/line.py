"""What one line of the list says; entries and uploaded lines share these columns."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.order import COLLATION

PHONE_KINDS = {
    "office_phone": pgettext_lazy("telephone", "Office"),
    "pabx": _("PABX"),
    "intercom": _("Intercom"),
    "residence": _("Residence"),
    "mobile": _("Mobile"),
    "fax": _("Fax"),
    "ip_phone": _("IP phone"),
    "red_phone": _("Red telephone"),
}


class Line(models.Model):
    """Texts as printed, beside the links they were understood as.

    A vacant post and a service number have no officer. ``numbers`` holds each
    telephone number as its digits and E.164 (ITU-T), beside the text as typed.
    """

    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, related_name="%(class)s_set"
    )
    office = models.ForeignKey(
        "innovation_portal.Office", models.PROTECT, null=True, related_name="+"
    )
    designation = models.ForeignKey(
        "directory.Designation", models.PROTECT, null=True, related_name="+"
    )
    honorific = models.CharField(_("honorific"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    vacant = models.BooleanField(_("vacant post"), default=False)
    post = models.CharField(_("designation"), max_length=200, blank=True)
    wing = models.CharField(_("wing"), max_length=200, blank=True)
    section = models.CharField(_("section"), max_length=200, blank=True)
    office_phone = models.CharField(_("office phone"), max_length=120, blank=True)
    pabx = models.CharField(_("PABX"), max_length=120, blank=True)
    intercom = models.CharField(_("intercom"), max_length=120, blank=True)
    residence = models.CharField(_("residence"), max_length=120, blank=True)
    mobile = models.CharField(_("mobile"), max_length=120, blank=True)
    fax = models.CharField(_("fax"), max_length=120, blank=True)
    ip_phone = models.CharField(_("IP phone"), max_length=120, blank=True)
    red_phone = models.CharField(_("red telephone"), max_length=120, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    room = models.CharField(_("room number"), max_length=60, blank=True)
    numbers = models.JSONField(default=list)
    position = models.DecimalField(max_digits=30, decimal_places=15)
    search_key = models.TextField(blank=True)
    sounds = models.TextField(blank=True)
    digits = models.TextField(blank=True)
    sort_name = models.TextField(blank=True, db_collation=COLLATION)

    class Meta:
        abstract = True

    def __str__(self):
        return " – ".join(filter(None, (self.name, self.post, self.section)))

    @property
    def phones(self):
        """The lines of the card: label and number as typed, where there is one."""
        return [
            (label, getattr(self, kind))
            for kind, label in PHONE_KINDS.items()
            if getattr(self, kind)
        ]


# Fields of the list as people call them, in the order of a line.
LABELS = {
    field.name: field.verbose_name
    for field in Line._meta.fields
    if isinstance(field, models.CharField)
}
# What a line is found and sorted by; made of the others, and made again by rekey.
SEARCH_COLUMNS = ("search_key", "sounds", "digits", "sort_name")
