"""Form fields that take both digit scripts and clean what is typed."""

from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.calendar import format_short_date, parse_date
from innovation_portal.bangla.clock import format_time, parse_time
from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language


class CharField(forms.CharField):
    """Text on one line, without what is not seen: stray joiners, double spaces.

    Cleaning makes a text shorter, but what is many times too long is not worth it.
    """

    def to_python(self, value):
        value = super().to_python(value)
        if not isinstance(value, str) or self._is_hopeless(value):
            return value
        return clean(value)

    def _is_hopeless(self, text):
        return self.max_length is not None and len(text) > 10 * self.max_length


class TextField(CharField):
    """Text on several lines, each cleaned; no empty one at either end."""

    widget = forms.Textarea

    def to_python(self, value):
        value = forms.CharField.to_python(self, value)
        if not isinstance(value, str) or self._is_hopeless(value):
            return value
        return "\n".join(map(clean, value.splitlines())).strip("\n")


class IntegerField(forms.IntegerField):
    """A whole number; a text input, since number inputs refuse Bangla digits."""

    widget = forms.TextInput

    def to_python(self, value):
        if isinstance(value, str):
            value = to_ascii(clean(value)).replace(",", "")
        return super().to_python(value)

    def prepare_value(self, value):
        return in_digits(value, language()) if isinstance(value, int) else value

    def widget_attrs(self, widget):
        return {"inputmode": "numeric"}


class DateField(forms.DateField):
    """A day as people write it: ১২/০২/২০১৭, 12-2-2017, ১২ ফেব্রুয়ারি ২০১৭."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Write the date as day/month/year, for example 12/02/2017."),
    }

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        day = value if isinstance(value, date) else parse_date(str(value))
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def prepare_value(self, value):
        return (
            format_short_date(value, language()) if isinstance(value, date) else value
        )

    def widget_attrs(self, widget):
        return {"placeholder": _("day/month/year"), "autocomplete": "off"}


class TimeField(forms.TimeField):
    """A time as people write it: সকাল ১০:৩০টা, ১০.৩০, বিকাল ৩টা, 3:30 pm, 15:30."""

    widget = forms.TextInput
    of_office = False
    default_error_messages = {
        "invalid": _("Write the time like 10:30 am, or by 24 hours like 15:30."),
    }

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        moment = parse_time(str(value), of_office=self.of_office)
        if moment is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment

    def prepare_value(self, value):
        return format_time(value, language()) if isinstance(value, time) else value

    def widget_attrs(self, widget):
        return {"placeholder": _("for example 10:30 am"), "autocomplete": "off"}


class OfficeTimeField(TimeField):
    """A time at which an office works: 2.30 is in the afternoon."""

    of_office = True
