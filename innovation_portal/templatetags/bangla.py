"""Numbers, dates and times in the language of the page.

Phones and memo numbers stay as they were typed: they pass through no filter.
"""

from datetime import datetime
from functools import partial

from django import template
from django.utils.timezone import is_aware, localtime

from innovation_portal.bangla import bangabda, calendar, numbers
from innovation_portal.bangla.clock import format_time, format_times
from innovation_portal.bangla.speech import language
from innovation_portal.bangla.words import in_words

register = template.Library()


def _written(value, write):
    """Write a value in the page's language and office time; nothing stays nothing."""
    if value in (None, ""):
        return ""
    if isinstance(value, datetime) and is_aware(value):
        value = localtime(value)
    return write(value, language())


@register.filter
def number(value):
    return _written(value, numbers.grouped)


@register.filter(is_safe=True)
def digits(value):
    """A year or a number that is a name: ২০১৭, never ২,০১৭."""
    return _written(value, numbers.in_digits)


@register.filter
def long_date(value):
    return _written(value, calendar.format_date)


@register.filter
def short_date(value):
    return _written(value, calendar.format_short_date)


@register.filter
def month(value):
    """ফেব্রুয়ারি ২০১৭, of any day in it."""
    return _written(value, calendar.format_month)


@register.filter
def clock(value):
    return _written(value, format_time)


@register.filter
def clock_until(begins, ends):
    """সকাল ১০টা থেকে ১১:৩০টা, of two moments of one day."""
    return format_times(localtime(begins), localtime(ends), language())


@register.filter(name="datetime")
def date_and_time(value):
    return _written(value, calendar.format_datetime)


@register.filter
def weekday(value):
    return _written(value, calendar.weekday_name)


@register.filter
def bangla_date(value):
    """২ ফাল্গুন ১৪২৩, for the line above the Gregorian date of a letter."""
    return _written(value, bangabda.bangla_date)


@register.filter
def words(value, old_spelling=False):
    """১৮ in words: আঠারো, or আঠার where the document keeps the older spelling."""
    return _written(value, partial(in_words, old_spelling=old_spelling))
