"""When each of the tick's doings was last done."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DoingQuerySet(models.QuerySet):
    def last_done_at(self):
        """When any doing was last done: the sign that time goes on; None if never."""
        return self.aggregate(last=models.Max("done_at"))["last"]


class Doing(models.Model):
    """One of the dotted names in settings.TICK and settings.TICK_DAILY."""

    name = models.CharField(_("name"), primary_key=True, max_length=200)
    done_at = models.DateTimeField(_("last done"), null=True)
    failed_at = models.DateTimeField(_("last failed"), null=True)
    error = models.TextField(_("error"), blank=True)

    objects = DoingQuerySet.as_manager()

    class Meta:
        verbose_name = _("regular doing")
        verbose_name_plural = _("regular doings")

    def __str__(self):
        return self.name
